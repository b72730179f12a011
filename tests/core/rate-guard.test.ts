import { describe, expect, test } from 'vitest';
import { createRateGuard, MOST_TURNS, WINDOW_MS, withRateGuard } from '../../src/core/rate-guard.ts';
import type { Turn } from '../../src/core/turn.ts';
import { personCalled, ROOM, textOf, tutorFor } from '../support/bot.ts';

const at = (milliseconds: number) => new Date(1_000_000 + milliseconds);

/** What comes of so many turns of one person at once. */
const taken = (mayGoOn: ReturnType<typeof createRateGuard>, actor: `${string}:${string}`, count: number, when = 0) =>
  Array.from({ length: count }, () => mayGoOn(actor, at(when))).filter(Boolean).length;

describe('a person', () => {
  test('may take twenty turns in ten seconds, and no more', () => {
    expect(taken(createRateGuard(), 'test:ann', 25)).toBe(MOST_TURNS);
  });

  test('may go on when ten seconds have passed since, as many turns as have', () => {
    const mayGoOn = createRateGuard();
    taken(mayGoOn, 'test:ann', 15);
    taken(mayGoOn, 'test:ann', 5, 5_000);
    expect(taken(mayGoOn, 'test:ann', 1, WINDOW_MS - 1)).toBe(0);
    expect(taken(mayGoOn, 'test:ann', 25, WINDOW_MS)).toBe(15);
  });

  test('is not made to wait by being refused', () => {
    const mayGoOn = createRateGuard();
    taken(mayGoOn, 'test:ann', 20);
    taken(mayGoOn, 'test:ann', 100, WINDOW_MS - 1);
    expect(taken(mayGoOn, 'test:ann', 1, WINDOW_MS)).toBe(1);
  });

  test('does not count for another', () => {
    const mayGoOn = createRateGuard();
    taken(mayGoOn, 'test:ann', 25);
    expect(taken(mayGoOn, 'test:bob', 1)).toBe(1);
  });

  test('who was quiet longest is forgotten when there are very many', () => {
    const mayGoOn = createRateGuard();
    taken(mayGoOn, 'test:ann', 20);
    taken(mayGoOn, 'test:bob', 20);
    for (let person = 0; person < 9_999; person++) mayGoOn(`test:${person}`, at(1));
    expect([taken(mayGoOn, 'test:bob', 1, 2), taken(mayGoOn, 'test:ann', 1, 2)]).toEqual([0, 1]);
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
