import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AskedBefore, type Choosing, chooseConcepts, type Member } from '../../../src/core/quiz/choose.ts';
import { createMemoryModel, type Memory, RATINGS } from '../../../src/core/review/memory.ts';

const model = createMemoryModel();
const now = new Date('2026-11-20T09:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const deckOf = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `c${String(at).padStart(2, '0')}` }));
const seen = (days: number, stability = 10): Memory => ({
  ...{ stability, difficulty: 5, misses: 0, since: daysAgo(days), seenAt: daysAgo(days), due: now },
});
const member = (memories: Readonly<Record<string, Memory>>, isOptedOut = false): Member => ({
  ...{ memories: new Map(Object.entries(memories)), isOptedOut },
});
const earlier = (days: number, times = 1, misses = 0, answers = 4): AskedBefore => ({ lastAt: daysAgo(days), times, answers, misses });

function choose(more: Partial<Omit<Choosing, 'asked'>> & { asked?: Readonly<Record<string, AskedBefore>> }) {
  const asked = new Map(Object.entries(more.asked ?? {}));
  return chooseConcepts({ ...{ deck: deckOf(12), members: [], model, now, count: 1 }, ...more, asked });
}
const chosen = (more: Parameters<typeof choose>[0]) => choose(more).map(({ concept }) => concept);

describe('a team is asked', () => {
  const fresh = Object.fromEntries(deckOf(12).map(({ id }) => [id, seen(1)]));

  test('what most of its people would miss, the sum of all counting', () => {
    const one = member({ ...fresh, c04: seen(300), c07: seen(40) });
    const two = member({ ...fresh, c07: seen(40) });
    const three = member({ ...fresh, c07: seen(40) });
    expect(chosen({ members: [one, two, three], count: 2 })).toEqual(['c07', 'c04']);
  });

  test('nothing for the sake of who opted out', () => {
    const shy = member({ ...fresh, c04: seen(900) }, true);
    expect(chosen({ members: [member({ ...fresh, c02: seen(30) }), shy, shy] })).toEqual(['c02']);
    expect(choose({ members: [shy] })).toEqual([{ concept: 'c00', why: { kind: 'first' } }]);
  });

  test('what nobody met, in the order of the path', () => {
    const { c03: _, c05: __, ...most } = fresh;
    expect(chosen({ members: [member(most), member(most)], count: 2 })).toEqual(['c03', 'c05']);
  });

  test('nothing again before eight others, or all others of a small deck', () => {
    const forgotten = member({ ...fresh, c04: seen(300, 1) });
    const asked = Object.fromEntries(['c04', 'c00', 'c01', 'c02', 'c03', 'c05', 'c06', 'c07'].map((id, at) => [id, earlier(8 - at)]));
    expect(chosen({ members: [forgotten], asked })).not.toContain('c04');
    expect(chosen({ members: [forgotten], asked: { ...asked, c08: earlier(0.5) } })).toEqual(['c04']);
    const small = { deck: deckOf(2), members: [forgotten], asked: { c01: earlier(1) } };
    expect(chosen(small)).toEqual(['c00']);
    expect(chosen({ ...small, deck: deckOf(1), asked: { c00: earlier(1) } })).toEqual(['c00']);
  });

  test('without memories, every concept of the deck before any comes again', () => {
    const deck = deckOf(5);
    const asked: Record<string, AskedBefore> = {};
    const order = Array.from({ length: 15 }, (_, day) => {
      const [concept = ''] = chooseConcepts({
        deck,
        members: [],
        asked: new Map(Object.entries(asked)),
        model,
        now: daysAgo(-day),
        count: 1,
      }).map((each) => each.concept);
      asked[concept] = earlier(-day, (asked[concept]?.times ?? 0) + 1, concept === 'c03' ? 4 : 0);
      return concept;
    });
    expect(order.slice(0, 5)).toEqual(['c00', 'c01', 'c02', 'c03', 'c04']);
    for (const round of [order.slice(5, 10), order.slice(10)]) expect(round.toSorted()).toEqual(order.slice(0, 5));
  });

  test('without memories, what was most often missed first, then what was asked longest ago', () => {
    const all = Object.fromEntries(deckOf(12).map(({ id }, at) => [id, earlier(20 + at)]));
    expect(chosen({ asked: { ...all, c02: earlier(30, 1, 3), c05: earlier(31, 1, 1) }, count: 3 })).toEqual(['c02', 'c05', 'c11']);
  });

  test('as many as there are, each once, and the same ones for the same past', () => {
    const memory = fc.tuple(fc.nat(60), fc.constantFrom(...RATINGS)).map(([days, rating]) => model.rate(undefined, rating, daysAgo(days)));
    const people = fc.array(
      fc.dictionary(fc.constantFrom(...deckOf(12).map(({ id }) => id)), memory).map((memories) => member(memories)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 15 }), (members, count) => {
        const once = chosen({ members, count });
        expect(new Set(once).size).toBe(Math.min(12, count));
        expect(chosen({ members: members.toReversed(), count })).toEqual(once);
      }),
    );
  });
});

describe('why it was chosen', () => {
  const deck = deckOf(1);
  const why = (more: Parameters<typeof choose>[0]) => choose({ deck, ...more })[0]?.why;

  test('is that most have not met it, or not for so many days', () => {
    const met = (days: number) => member({ c00: seen(days) });
    expect(why({ members: [member({}), member({}), met(2)] })).toEqual({ kind: 'new', members: 2, of: 3 });
    expect(why({ members: [met(30), met(22), met(21), met(5)] })).toEqual({ kind: 'long-ago', members: 3, of: 4, days: 21 });
    expect(why({ members: [met(30), met(22), member({}), met(5)] })).toEqual({ kind: 'long-ago', members: 3, of: 4, days: 22 });
    expect(why({ members: [met(30), member({}), member({}), met(5)] })).toEqual({ kind: 'long-ago', members: 3, of: 4, days: 30 });
    expect(why({ members: [met(9)] })).toEqual({ kind: 'long-ago', members: 1, of: 1, days: 9 });
  });

  test('is what happened in the conversation, where nothing is known of its people', () => {
    expect(why({})).toEqual({ kind: 'first' });
    expect(why({ asked: { c00: earlier(21, 2, 5, 8) } })).toEqual({ kind: 'missed', misses: 5, answers: 8 });
    expect(why({ asked: { c00: earlier(21, 2, 4, 8) } })).toEqual({ kind: 'rested', days: 21 });
    expect(why({ members: [member({ c00: seen(0.5) })], asked: { c00: earlier(21) } })).toEqual({ kind: 'rested', days: 21 });
  });
});
