import { describe, expect, test } from 'vitest';
import { createRateGuard, MOST_TURNS, WINDOW_MS, withRateGuard } from '../../src/core/rate-guard.ts';
import type { Turn } from '../../src/core/turn.ts';
import { personCalled, ROOM, textOf, tutorFor } from '../support/bot.ts';

const at = (milliseconds: number) => new Date(1_000_000 + milliseconds);

/** What comes of so many turns of one person at once. */
const taken = (guard: ReturnType<typeof createRateGuard>, actor: `${string}:${string}`, count: number, when = 0) =>
  Array.from({ length: count }, () => guard(actor, at(when))).filter((verdict) => verdict === 'go on').length;

describe('a person', () => {
  test('may take twenty turns in ten seconds, and no more', () => {
    expect(taken(createRateGuard(), 'test:ann', 25)).toBe(MOST_TURNS);
  });

  test('may go on when ten seconds have passed since, as many turns as have', () => {
    const guard = createRateGuard();
    taken(guard, 'test:ann', 15);
    taken(guard, 'test:ann', 5, 5_000);
    expect(taken(guard, 'test:ann', 1, WINDOW_MS - 1)).toBe(0);
    expect(taken(guard, 'test:ann', 25, WINDOW_MS)).toBe(15);
  });

  test('is not made to wait by being refused', () => {
    const guard = createRateGuard();
    taken(guard, 'test:ann', 20);
    taken(guard, 'test:ann', 100, WINDOW_MS - 1);
    expect(taken(guard, 'test:ann', 1, WINDOW_MS)).toBe(1);
  });

  test('is known to have been told, until they have gone on', () => {
    const guard = createRateGuard();
    taken(guard, 'test:ann', MOST_TURNS);
    const later = [0, 1, WINDOW_MS].map((when) => guard('test:ann', at(when)));
    taken(guard, 'test:ann', MOST_TURNS - 1, WINDOW_MS);
    expect([...later, guard('test:ann', at(WINDOW_MS))]).toEqual(['no', 'still no', 'go on', 'no']);
  });

  test('does not count for another', () => {
    const guard = createRateGuard();
    taken(guard, 'test:ann', 25);
    expect(taken(guard, 'test:bob', 1)).toBe(1);
  });

  test('who was quiet longest is forgotten when there are very many', () => {
    const guard = createRateGuard();
    taken(guard, 'test:ann', 20);
    taken(guard, 'test:bob', 20);
    for (let person = 0; person < 9_999; person++) guard(`test:${person}`, at(1));
    expect([taken(guard, 'test:bob', 1, 2), taken(guard, 'test:ann', 1, 2)]).toEqual([0, 1]);
  });
});

describe('a bot with a guard', () => {
  const hurried = async (turn: Partial<Turn>) => {
    const bot = withRateGuard(tutorFor().bot, 'zh', () => at(0));
    const one: Turn = { id: 'turn', intent: { command: 'help', args: {} }, actor: personCalled('Ann'), conversation: ROOM, ...turn };
    const replies = await Promise.all(Array.from({ length: MOST_TURNS + 1 }, () => bot.reply(one)));
    return replies.slice(-2).map(textOf);
  };

  test.each([
    ['what they typed', { typed: 'what is a pod' }, 'You are quick!'],
    ['the button', { intent: { command: 'help', args: { lang: 'en' } } }, 'You are quick!'],
    ['their account', { actor: { ...personCalled('Ann'), locale: 'en' as const } }, 'You are quick!'],
    ['whoever runs it', {}, '你太快啦'],
  ])('says a kind no, in the language of %s', async (_whose, turn, said) => {
    const [last, refused] = await hurried(turn);
    expect(last).not.toContain(said);
    expect(refused).toContain(said);
  });
});
