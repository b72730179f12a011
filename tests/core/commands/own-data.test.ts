import { describe, expect, test } from 'vitest';
import { overBudget, type Reply } from '../../../src/core/reply.ts';
import { ROOM, textOf } from '../../support/bot.ts';
import { ANN, BOSS, quizWorld } from '../../support/quiz-world.ts';

const learnt = async () => {
  const world = await quizWorld();
  await world.reviews.log.learn({ actor: ANN.id, concept: 'etcd', evidence: { kind: 'known' }, seen: 0 });
  return { ...world, ann: world.as(ANN, ROOM), other: world.as(BOSS, ROOM) };
};
const codeIn = (reply: Reply): string => /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(textOf(reply))?.[0] ?? '';

describe('accounts of one person', () => {
  test('are linked by a code that is said from the other one, and unlinked again', async () => {
    const { ann, other } = await learnt();
    const offered = await ann.say('link');
    expect(overBudget(offered)).toEqual([]);
    expect((await other.say(`link ${codeIn(offered)}`)).summary).toMatch(/2 accounts share one memory/);
    expect((await other.say('progress')).summary).toBe('You have met 1 of 3 concepts.');
    expect((await other.say(`link ${codeIn(await ann.say('link'))}`)).summary).toMatch(/linked already/);
    expect((await other.say('解除关联')).summary).toBe('这个账号又独立了，用它做过的都带走了。');
    expect((await other.say('progress')).summary).toBe('You have met 0 of 3 concepts.');
    expect((await other.say('unlink')).summary).toMatch(/linked to no other/);
  });

  test('stay as they are after they part: what one took back for the other is not back', async () => {
    const { ann, other, reviews } = await learnt();
    await other.say(`link ${codeIn(await ann.say('link'))}`);
    expect((await other.say('undo')).blocks.length).toBeGreaterThan(1);
    expect((await other.say('progress')).summary).toBe('You have met 0 of 3 concepts.');
    await other.say('unlink');
    for (const one of [ann, other]) expect((await one.say('progress')).summary).toBe('You have met 0 of 3 concepts.');
    expect(await reviews.log.rebuild()).toBe(0);
  });

  test('are not linked by a code that is wrong, nor by trying many', async () => {
    const { ann, other } = await learnt();
    const code = codeIn(await ann.say('关联'));
    expect((await ann.say(`link ${code}`)).summary).toMatch(/from your other account/);
    expect((await ann.say(`关联 ${code}`)).summary).toMatch(/^这个码就是从这个账号拿的/);
    for (let tries = 0; tries < 10; tries++) expect((await other.say('link ABCD EFGH')).summary).toMatch(/not right/);
    expect((await other.say('link ABCDEFGH')).summary).toMatch(/too many/);
    expect((await other.say('link a Service to a Pod')).outcome?.kind).toBe('unknown');
  });
});

describe('what is stored of a person', () => {
  test('is given to them as a file', async () => {
    const { ann } = await learnt();
    const reply = await ann.say('export');
    const file = reply.blocks.find(({ kind }) => kind === 'file');
    if (file?.kind !== 'file') throw new Error('there is no file');
    expect(file.name).toBe('kubetutor-2026-03-02.json');
    expect(JSON.parse(file.text)).toMatchObject({ actor: [{ id: ANN.id }], memory: [{ concept: 'etcd' }] });
    expect(overBudget(reply)).toEqual([]);
  });

  test.each([
    ['forget me', 'Forget me'],
    ['忘记我', '忘掉我'],
  ])('is deleted once they have confirmed it: %s', async (text, yes) => {
    const { ann, other, reviews } = await learnt();
    const sure = await ann.say(text);
    expect((await other.press(sure, yes)).summary).toMatch(/can no longer be confirmed|已经失效/);
    expect((await reviews.memories.all(ANN.id)).size).toBe(1);
    const done = await ann.press(sure, yes);
    expect((await reviews.memories.all(ANN.id)).size).toBe(0);
    expect((await ann.press(sure, yes)).summary).toMatch(/can no longer be confirmed|已经失效/);
    for (const reply of [sure, done]) expect(overBudget(reply)).toEqual([]);
  });

  test('is deleted with the quiz that they have arranged for themselves, and they are told so', async () => {
    const { ann, records, other } = await learnt();
    await ann.say('daily 09:30 Asia/Shanghai');
    expect((await records.schedules.find(ROOM.id))?.isDirect).toBe(true);
    expect(textOf(await ann.press(await ann.say('forget me'), 'Forget me'))).toContain('quiz times and digests between the two of us: 1');
    expect(await records.schedules.find(ROOM.id)).toBeUndefined();
    expect((await other.say('daily')).summary).not.toContain('09:30');
  });
});
