import { describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/cli/log.ts';
import { createMetrics } from '../../src/cli/metrics.ts';
import { PlatformError } from '../../src/core/errors.ts';
import type { ClaimedPost } from '../../src/core/quiz/records.ts';
import { MAX_LATENESS_MS } from '../../src/core/schedule/occurrences.ts';
import { openStore } from '../../src/store/store.ts';
import { answer, tutorFor } from '../support/bot.ts';
import { temporaryDir } from '../support/databases.ts';
import { opening } from '../support/quiz.ts';

/** Errors whose cause says whose they are, and their code. */
const codeOn = (platform: string) => (error: unknown) => {
  const [whose, code] = error instanceof Error ? String(error.cause).split(' ') : [];
  return whose === platform ? code : undefined;
};
const CODES = { slack: codeOn('slack'), discord: codeOn('discord') };

/** A bot whose figures are kept, and one figure's lines. */
function watched(codes = {}) {
  const metrics = createMetrics(codes);
  const log = metrics.watchingLog(createLog({ level: 'silent', secrets: [], write: () => {} }));
  const lines = async (name: string) =>
    (await metrics.text()).split('\n').filter((line) => line.startsWith(`kubetutor_${name}`) && !line.includes('_bucket'));
  return { metrics, log, lines, ...tutorFor({ findings: { kubelet: answer('kubelet') }, services: { log } }) };
}

describe('the figures', () => {
  test('count turns by command and by what became of them', async () => {
    const { say, lines } = watched();
    await say('kubelet');
    await say('quantum gardening');
    await say('compare');
    expect(await lines('turns_total')).toEqual([
      'kubetutor_turns_total{platform="test",command="ask",outcome="answered"} 1',
      'kubetutor_turns_total{platform="test",command="ask",outcome="unknown"} 1',
      'kubetutor_turns_total{platform="test",command="compare",outcome="refused"} 1',
    ]);
    expect(await lines('turn_seconds_count')).toEqual(['kubetutor_turn_seconds_count{platform="test"} 3']);
  });

  test('are as few however many commands a forger thinks of', async () => {
    const { press, lines } = watched();
    for (const command of ['one', 'two', 'three']) await press({ intent: { command, args: {} } });
    expect(await lines('turns_total')).toEqual(['kubetutor_turns_total{platform="test",command="other",outcome="refused"} 3']);
  });

  test('count a bug as an incident and as a turn that failed', async () => {
    const metrics = createMetrics();
    const log = metrics.watchingLog(createLog({ level: 'silent', secrets: [], write: () => {} }));
    const knowledge = () => {
      throw new Error('the index is gone');
    };
    await tutorFor({ services: { log, knowledge } }).say('kubelet');
    const text = await metrics.text();
    expect(text).toContain('kubetutor_incidents_total 1\n');
    expect(text).toContain('command="ask",outcome="failed"} 1\n');
  });

  test('count what a platform refuses once, by kind and code, and pass it on', async () => {
    const { metrics, lines, log } = watched(CODES);
    const refuse = () => Promise.reject(new PlatformError('slow down', { kind: 'later', waitMs: 1 }, 'slack ratelimited'));
    const poster = metrics.watchingPoster('slack', { post: refuse, find: refuse, edit: refuse, laneOf: () => ({ lane: 'x', gapMs: 1 }) });
    const refused = await poster.edit('slack:T1:C1:1', { summary: '', blocks: [] }).catch((error: unknown) => error);
    log.incident('post', refused);
    expect(refused).toMatchObject({ message: 'slow down' });
    expect(await lines('platform_errors_total')).toEqual([
      'kubetutor_platform_errors_total{platform="slack",code="ratelimited",kind="later"} 1',
    ]);
  });

  test('count answers that a platform did not take, by its code, and nothing that is no platform’s', async () => {
    const { lines, log } = watched(CODES);
    log.incident('1', new Error('an answer', { cause: 'slack channel_not_found' }));
    log.incident('2', new Error('an answer', { cause: 'discord 50013' }));
    log.incident('3', new Error('disk full'));
    expect(await lines('platform_errors_total')).toEqual([
      'kubetutor_platform_errors_total{platform="slack",code="channel_not_found",kind="incident"} 1',
      'kubetutor_platform_errors_total{platform="discord",code="50013",kind="incident"} 1',
    ]);
  });

  test('are as few however many codes a platform thinks of', async () => {
    const { lines, log } = watched(CODES);
    const count = (code: string) => log.incident('1', new Error('an answer', { cause: `slack ${code}` }));
    count('with"quotes"');
    for (let number = 0; number < 100; number++) count(`code_${number}`);
    count('code_0');
    const told = await lines('platform_errors_total');
    expect([told.length, told[0], told[1]]).toEqual([
      41,
      'kubetutor_platform_errors_total{platform="slack",code="other",kind="incident"} 61',
      'kubetutor_platform_errors_total{platform="slack",code="code_0",kind="incident"} 2',
    ]);
  });

  test('time each call of the store, whether it ends well or not', async () => {
    const { metrics, lines } = watched();
    const part = metrics.timing('preferences', { languageOf: async () => 'en', setLanguage: () => Promise.reject(new Error('disk full')) });
    expect(await part.languageOf()).toBe('en');
    await expect(part.setLanguage()).rejects.toThrow('disk full');
    expect(await lines('store_seconds_count')).toEqual([
      'kubetutor_store_seconds_count{part="preferences",method="languageOf"} 1',
      'kubetutor_store_seconds_count{part="preferences",method="setLanguage"} 1',
    ]);
  });

  test('count messages of the daily quiz that stand there, how late they were, and those given up as too late; not those drawn anew', async () => {
    const { metrics, lines } = watched();
    const store = await openStore(temporaryDir(), { as: 'tool', now: () => new Date() });
    onTestFinished(() => store.close());
    const { posts } = metrics.watchingRecords(store.records);
    const due = (agoMs: number, state: ClaimedPost['state'] = 'sending'): ClaimedPost => ({
      ...{ key: 'quiz:1', kind: 'quiz', nonce: 'n', subject: 1, conversation: 'slack:T1:C1', claim: 'c', state },
      dueAt: new Date(Date.now() - agoMs),
    });
    await posts.settle(due(60_000), 'slack:T1:C1:1');
    await posts.settle(due(60_000, 'posted'), 'slack:T1:C1:1');
    await posts.giveUp(due(1_000));
    await posts.giveUp(due(MAX_LATENESS_MS + 60_000));
    expect(await lines('posts_sent_total')).toEqual(['kubetutor_posts_sent_total 1']);
    expect(await lines('posts_late_total')).toEqual(['kubetutor_posts_late_total 1']);
    expect(await lines('post_delay_seconds_sum')).toEqual([expect.stringMatching(/ 6\d(?:\.\d+)?$/)]);
  });

  test('count what waits in the outbox, and are all there but that while the store is away', async () => {
    const { metrics, lines } = watched();
    const store = await openStore(temporaryDir(), { as: 'tool', now: () => new Date() });
    const { quizzes } = metrics.watchingRecords(store.records);
    await quizzes.open(opening('2026-03-02'));
    await quizzes.open(opening('2026-03-03'));
    expect(await lines('posts_waiting')).toEqual(['kubetutor_posts_waiting 2']);
    await store.close();
    expect(await lines('posts_waiting')).toEqual(['kubetutor_posts_waiting Nan']);
    expect(await metrics.text()).toContain('nodejs_eventloop_lag_p99_seconds');
  });
});
