import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../src/core/chart.ts';
import { overBudget, type Reply } from '../../../src/core/reply.ts';
import { personCalled, ROOM, tutorFor } from '../../support/bot.ts';
import { ANN, BOSS, quizWorld } from '../../support/quiz-world.ts';

const DAY = 24 * 60;

/** The one chart of a reply. */
function chartOf(reply: Reply | undefined): Chart {
  const [block] = reply?.blocks.filter(({ kind }) => kind === 'picture') ?? [];
  if (block?.kind !== 'picture' || block.drawing.kind !== 'chart') throw new Error('no chart');
  return block.drawing.chart;
}

/** A channel whose quiz of the day two have answered, one of them rightly and by name. */
async function answered() {
  const world = await quizWorld();
  await world.as(BOSS).say('daily 9:30 shanghai');
  await world.as(ANN).say('name on');
  world.clock.pass(30);
  await world.pass();
  const right = (await world.records.quizzes.find(1))?.questions[0]?.item.answer.toUpperCase() ?? '';
  await world.as(ANN).pressPublic(world.platform.shows(), right);
  await world.as(BOSS).pressPublic(world.platform.shows(), right === 'A' ? 'B' : 'A');
  return world;
}

describe('the leaderboard as a picture', () => {
  test('has places, names, bars by score and the figures, with the reader’s own line marked', async () => {
    const { as } = await answered();
    const reply = await as(BOSS).say('top');
    const chart = chartOf(reply);
    expect(chart).toMatchObject({ kind: 'leaderboard', title: 'The leaderboard', caption: 'This channel: this month' });
    if (chart.kind !== 'leaderboard') return;
    const [first, second] = chart.rows;
    expect([first?.place, first?.name, first?.figure, first?.isOwn]).toEqual([1, 'Ann', expect.stringContaining('of 1 right'), undefined]);
    expect([second?.place, second?.name, second?.isOwn]).toEqual([2, 'you', true]);
    expect(first?.score).toBeGreaterThan(second?.score ?? 0);
    expect(overBudget(reply)).toEqual([]);
  });

  test('stands below the answer when a channel’s quiz closes', async () => {
    const { clock, pass, platform } = await answered();
    clock.pass(DAY);
    await pass();
    const closed = platform.messages[0]?.shown.at(-1);
    expect(chartOf(closed)).toMatchObject({ kind: 'leaderboard', rows: [{ name: 'Ann' }, { name: 'someone' }] });
    expect(closed && overBudget(closed)).toEqual([]);
  });

  test('is of the month that it is by the clock of the one who asks, where no quiz has a clock of its own', async () => {
    const { records, reviews } = await quizWorld();
    const months: string[] = [];
    const people = async (_scope: unknown, month: string) => months.push(month) * 0;
    // It is still March in Shanghai, where the bot is at home, and April already on Kiritimati.
    const now = () => new Date('2026-03-31T12:00:00Z');
    const services = { now, reviews, records: { ...records, standings: { ...records.standings, people } } };
    const far = personCalled('Far', { canManage: false, zone: 'Pacific/Kiritimati' });
    await tutorFor({ services, turn: { actor: far, conversation: ROOM } }).say('top');
    await tutorFor({ services }).say('top');
    expect(months).toEqual(['2026-04', '2026-03']);
  });
});

describe('one’s progress as a picture', () => {
  test('has what is learnt, what is due, and the days to come by one’s own clock', async () => {
    const { as, reviews, clock } = await quizWorld();
    const far = personCalled('Far', { canManage: false, zone: 'Pacific/Kiritimati' });
    await reviews.log.learn({ actor: far.id, concept: 'etcd', evidence: { kind: 'missed' }, seen: 0 });
    await reviews.log.learn({ actor: far.id, concept: 'kubelet', evidence: { kind: 'known' }, seen: 0 });
    clock.set('2026-03-09T12:00:00Z');
    const chart = chartOf(await as(far, ROOM).say('progress'));
    // Monday noon in UTC is Tuesday, two at night, on Kiritimati: a learner's Monday, which lasts until four.
    expect(chart).toMatchObject({ kind: 'progress', title: 'Your progress', total: 3 });
    if (chart.kind !== 'progress') return;
    expect(chart.forecast.map(({ day }) => day)).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
    expect(chart.due).toBe(chart.forecast[0]?.count);
    expect(chart.learnt).toBe(1);
  });
});
