import { describe, expect, test } from 'vitest';
import { overBudget } from '../../../src/core/reply.ts';
import { ROOM, textOf } from '../../support/bot.ts';
import { ANN, BOSS, quizWorld } from '../../support/quiz-world.ts';

const DAY = 24 * 60;

describe('the progress of a person', () => {
  test('is a beginning at first', async () => {
    const reply = await (await quizWorld()).as(ANN, ROOM).say('progress');
    expect(reply.summary).toBe('You have met 0 of 3 concepts.');
    expect(overBudget(reply)).toEqual([]);
  });

  test('shows the streak, what is weakest and why, and what comes', async () => {
    const { as, clock, reviews } = await quizWorld();
    const learn = (concept: string, kind: 'missed' | 'known', seen = 0) =>
      reviews.log.learn({ actor: ANN.id, concept, evidence: { kind }, seen });
    await learn('etcd', 'known');
    await learn('kubelet', 'missed');
    clock.pass(DAY);
    await learn('kube-proxy', 'missed');
    clock.pass(DAY);
    await learn('kubelet', 'missed', 1);
    clock.pass(8 * 60);
    const reply = await as(ANN, ROOM).say('progress');
    expect(textOf(reply)).toMatch(/\*\*kube-proxy\*\*: \d+% sure, missed 1×, last seen yesterday\n- \*\*kubelet\*\*: \d+% sure, missed 2×/);
    expect(overBudget(reply)).toEqual([]);
  });

  test('says what is learnt once something is', async () => {
    const { as, reviews } = await quizWorld();
    const ann = as(ANN, ROOM);
    await reviews.log.learn({ actor: ANN.id, concept: 'kubelet', evidence: { kind: 'missed' }, seen: 0 });
    expect(textOf(await ann.say('progress'))).not.toContain('would last');
    await reviews.log.learn({ actor: ANN.id, concept: 'etcd', evidence: { kind: 'known' }, seen: 0 });
    expect(textOf(await ann.say('progress'))).toContain('**1** of them is learnt, and would last three weeks.');
    expect(textOf(await ann.say('进度'))).toContain('其中 **1** 个已经学会，过三周也还记得。');
  });

  test('counts nothing that is no longer in the notes', async () => {
    const { as, reviews } = await quizWorld();
    await reviews.log.learn({ actor: ANN.id, concept: 'gone', evidence: { kind: 'missed' }, seen: 0 });
    expect((await as(ANN, ROOM).say('progress')).summary).toBe('You have met 0 of 3 concepts.');
  });
});

describe('a quiz is chosen by what people remember', () => {
  const known = async (reviews: Awaited<ReturnType<typeof quizWorld>>['reviews'], ...concepts: readonly string[]) => {
    for (const concept of concepts) await reviews.log.learn({ actor: ANN.id, concept, evidence: { kind: 'known' }, seen: 0 });
  };

  test('for oneself: what one would probably miss', async () => {
    const { as, reviews } = await quizWorld();
    await known(reviews, 'kubelet', 'kube-proxy');
    expect((await as(ANN, ROOM).say('quiz')).summary).toContain('keeps the state');
  });

  test('in a channel: what those who answered there would miss, and why stands below it', async () => {
    const { as, reviews, clock, pass, platform } = await quizWorld();
    await as(BOSS).say('daily 9:30 shanghai');
    clock.pass(30);
    await pass();
    await as(ANN).pressPublic(platform.shows(), 'A');
    await as(BOSS).say('opt out');
    await as(BOSS).pressPublic(platform.shows(), 'A');
    await known(reviews, 'kube-proxy');
    clock.pass(DAY);
    await pass();
    const second = platform.messages.at(-1)?.shown[0];
    expect(textOf(second ?? { summary: '', blocks: [] })).toContain('keeps the state');
    expect(textOf(second ?? { summary: '', blocks: [] })).toContain('the one person who answers here has not met it');
  });
});
