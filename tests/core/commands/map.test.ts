import { describe, expect, test } from 'vitest';
import { overBudget } from '../../../src/core/reply.ts';
import { buttonsOf, personCalled, ROOM, textOf } from '../../support/bot.ts';
import { ANN, BOSS, quizWorld } from '../../support/quiz-world.ts';

const TEAM = ['Ann', 'Bea', 'Cem', 'Dan', 'Eve', 'Fay'].map((name) => personCalled(name));

/** A channel in which some people have answered today's question, and reviewed two concepts each. */
async function teamThatAnswered(people = TEAM) {
  const world = await quizWorld();
  await world.as(BOSS).say('daily 9:30 shanghai');
  world.clock.pass(30);
  await world.pass();
  for (const person of people) {
    await world.as(person).pressPublic(world.platform.shows(), 'A');
    for (const concept of ['kubelet', 'etcd'])
      await world.reviews.log.learn({ actor: person.id, concept, evidence: { kind: concept === 'etcd' ? 'known' : 'missed' }, seen: 0 });
  }
  world.clock.pass(2 * 24 * 60);
  return {
    ...world,
    everyoneSays: async (text: string, some = people) => void (await Promise.all(some.map((one) => world.as(one).say(text)))),
  };
}

describe('the memory map', () => {
  test('is made of those who agreed, with figures and without names', async () => {
    const world = await teamThatAnswered();
    await world.everyoneSays('map join');
    const reply = await world.as(ANN).say('map');
    const [picture] = reply.blocks.filter((block) => block.kind === 'picture');
    expect(picture?.drawing).toMatchObject({ kind: 'chart', chart: { kind: 'memory-map', columns: ['today', 'in a week', 'in a month'] } });
    for (const { name } of TEAM) expect(textOf(reply)).not.toContain(name);
    expect(overBudget(reply)).toEqual([]);
  });

  test('is not shown while fewer than five have agreed, though more have answered', async () => {
    const world = await teamThatAnswered();
    await world.everyoneSays('map join', TEAM.slice(0, 4));
    const reply = await world.as(ANN).say('map');
    expect(reply.blocks.some(({ kind }) => kind === 'picture')).toBe(false);
  });

  test('loses whoever takes no part any more', async () => {
    const world = await teamThatAnswered(TEAM.slice(0, 5));
    await world.everyoneSays('map join');
    const shown = await world.as(ANN).say('map');
    expect(buttonsOf(shown).map(({ label }) => label)).toEqual(['Stop taking part', '中文']);
    const left = await world.as(ANN).press(shown, 'Stop taking part');
    expect(left.replaces).toBe(true);
    expect(textOf(left)).toContain('You do not take part.');
    expect(left.blocks.some(({ kind }) => kind === 'picture')).toBe(false);
    expect(textOf(await world.as(ANN).press(left, 'Take part'))).toContain('You take part.');
  });

  test('counts those who agreed and have opted out of choosing the quiz, and nobody by accident', async () => {
    const world = await teamThatAnswered(TEAM.slice(0, 5));
    await world.everyoneSays('opt in');
    expect(textOf(await world.as(ANN).say('map'))).toContain('So far 0 of the 5');
    await world.everyoneSays('map join');
    await world.everyoneSays('opt out');
    expect((await world.as(ANN).say('map')).blocks.some(({ kind }) => kind === 'picture')).toBe(true);
  });

  test('says nothing of concepts that fewer than five have met', async () => {
    const world = await teamThatAnswered();
    await world.everyoneSays('map join');
    await world.reviews.log.learn({ actor: ANN.id, concept: 'kube-proxy', evidence: { kind: 'known' }, seen: 0 });
    expect(textOf(await world.as(ANN).say('map'))).not.toContain('kube-proxy');
  });

  test('is that of a channel, to which it leads where one is alone', async () => {
    const { as } = await quizWorld();
    expect(textOf(await as(ANN, ROOM).say('map'))).toContain('Send “map” in a channel');
    expect((await as(ANN).say('map of the cluster')).summary).toBe('That is not in the notes.');
  });
});
