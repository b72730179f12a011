import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAround } from '../../../src/core/review/day.ts';
import { createMemoryModel, type Memory } from '../../../src/core/review/memory.ts';
import { DEFAULT_LIMITS, type Desk, isLeech, queueFor } from '../../../src/core/review/queue.ts';
import { worthOf } from '../../../src/core/review/worth.ts';
import { conceptsOf } from '../../support/notes.ts';

const now = new Date('2026-11-20T09:00:00+08:00');
const today = dayAround(now, 'Asia/Shanghai');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** A memory that was due some days ago, or will be in some days. */
const due = (days: number, more: Partial<Memory> = {}): Memory => ({
  ...{ stability: 5, difficulty: 5, misses: 0, since: daysAgo(30), seenAt: daysAgo(5), due: daysAgo(days) },
  ...more,
});

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `c${String(at + from).padStart(2, '0')}`);

function desk(memories: Readonly<Record<string, Memory>>, more: Partial<Desk> = {}): Desk {
  const path = more.path ?? conceptsOf(...ids(50).map((id) => ({ id })));
  return {
    ...{ path, now, today, model: createMemoryModel(), worth: worthOf(path), lookUps: new Map(), holds: [] },
    ...{ limits: DEFAULT_LIMITS, done: { due: 0, fresh: 0 } },
    ...{ metBefore: Object.keys(memories), metToday: [] },
    lastSeen: lastOf(Object.values(memories)),
    ...more,
    memories: new Map(Object.entries(memories)),
  };
}

/** When anything was seen last, before today. */
const lastOf = (memories: readonly Memory[]): Date | undefined =>
  memories
    .map(({ seenAt }) => seenAt)
    .filter((at) => at < today.start)
    .reduce<Date | undefined>((last, at) => (last && last > at ? last : at), undefined);

const all = (concepts: readonly string[], memory: Memory) => Object.fromEntries(concepts.map((id) => [id, memory]));
const offered = (from: Desk) => queueFor(from).offers.map(({ concept }) => concept);
const onlyDue = { limits: { due: 20, fresh: 0 } };

describe('the queue of a learner', () => {
  test('offers what is due before what is new, which comes in the order of the path', () => {
    const { offers } = queueFor(desk({ c03: due(1), c00: due(-9) }));
    expect(offers.map(({ concept, kind }) => `${kind} ${concept}`)).toEqual([
      'due c03',
      'new c01',
      'new c02',
      'new c04',
      'new c05',
      'new c06',
    ]);
  });

  test('offers nothing as new that was met before today or today', () => {
    expect(offered(desk({}, { metBefore: ['c00', 'c02'], metToday: ['c01', 'gone'] }))).toEqual(['c03', 'c04', 'c05', 'c06', 'c07']);
  });

  test('holds what is due later the same day, until four in the morning', () => {
    const [tonight, tomorrow] = [new Date('2026-11-21T03:59:00+08:00'), new Date('2026-11-21T04:00:00+08:00')];
    expect(offered(desk({ c00: due(0, { due: tonight }), c01: due(0, { due: tomorrow }) }, onlyDue))).toEqual(['c00']);
  });

  test('puts first what is most probably forgotten', () => {
    const memories = { c00: due(1, { stability: 9 }), c01: due(1, { stability: 2 }), c02: due(1, { stability: 4 }) };
    expect(offered(desk(memories, onlyDue))).toEqual(['c01', 'c02', 'c00']);
  });

  test('puts first, of what is forgotten alike, what everyone needs and what others build on', () => {
    const path = conceptsOf({ id: 'c00', tier: 3 }, { id: 'c01', tier: 1 }, { id: 'c02' }, { id: 'c03', needs: ['c02'] });
    expect(offered(desk(all(['c00', 'c01', 'c02', 'c03'], due(1)), { path, ...onlyDue }))).toEqual(['c02', 'c01', 'c03', 'c00']);
  });

  test('shows a concept once a day, however it went', () => {
    const seen = due(0, { seenAt: new Date('2026-11-20T04:01:00+08:00'), due: now });
    const lastNight = due(0, { seenAt: new Date('2026-11-20T03:59:00+08:00'), due: now });
    expect(offered(desk({ c00: seen, c01: lastNight }, onlyDue))).toEqual(['c01']);
  });

  test('keeps to the limits of the day, and says how many can wait', () => {
    const many = all(ids(30), due(1));
    const { offers, waiting } = queueFor(desk(many));
    expect([offers.filter(({ kind }) => kind === 'due').length, offers.filter(({ kind }) => kind === 'new').length, waiting]).toEqual([
      20, 5, 10,
    ]);
    const later = queueFor(desk(many, { done: { due: 18, fresh: 9 } }));
    expect([later.offers.length, later.waiting]).toEqual([2, 28]);
    expect(queueFor(desk(many, { limits: { due: 3, fresh: 1 } })).offers.length).toBe(4);
  });

  test('after a break has five now, nothing new, and the rest can wait', () => {
    const many = all(ids(30), due(1, { seenAt: daysAgo(10) }));
    const { offers, waiting, isBack } = queueFor(desk(many));
    expect([offers.length, waiting, isBack]).toEqual([5, 25, true]);
    const done = queueFor(desk({ ...many, ...all(ids(5), due(-3, { seenAt: now })) }, { done: { due: 5, fresh: 0 } }));
    expect([done.offers.length, done.waiting, done.isBack]).toEqual([0, 25, true]);
  });

  test('knows a break from a holiday, from a few days, from a start and from little that is due', () => {
    const long = due(1, { seenAt: daysAgo(10) });
    const holds = [{ from: daysAgo(9), until: daysAgo(2) }];
    const overdue = due(9, { seenAt: daysAgo(10) });
    expect(queueFor(desk(all(ids(10), overdue), { holds })).isBack).toBe(false);
    expect(queueFor(desk({ ...all(ids(10), long), c20: due(-3, { seenAt: daysAgo(3) }) })).isBack).toBe(false);
    expect(queueFor(desk({})).isBack).toBe(false);
    expect(queueFor(desk(all(ids(5), long))).isBack).toBe(false);
  });

  test('is empty in a holiday, and says when that ends', () => {
    const until = new Date(now.getTime() + 1);
    expect(queueFor(desk({ c00: due(1) }, { holds: [{ from: daysAgo(1), until }] }))).toEqual({
      ...{ offers: [], waiting: 0, isBack: false, heldUntil: until },
    });
  });

  test('puts first what was looked up twice in a week, and changes nothing else for it', () => {
    const memories = { c00: due(1, { stability: 1 }), c01: due(1), c02: due(-9) };
    const lookUps = new Map([
      ['c01', [daysAgo(6.9), daysAgo(1)]],
      ['c02', [daysAgo(2), daysAgo(1)]],
      ['c07', [daysAgo(2), daysAgo(1)]],
      ['c00', [daysAgo(1)]],
      ['c05', [daysAgo(8), daysAgo(7.1), daysAgo(1)]],
    ]);
    expect(offered(desk(memories, { lookUps }))).toEqual(['c01', 'c00', 'c07', 'c03', 'c04', 'c05', 'c06']);
  });

  test('leaves alone what is remembered of a concept that is no longer in the notes', () => {
    expect(offered(desk({ gone: due(1), c00: due(1) }, onlyDue))).toEqual(['c00']);
  });

  test('shows in another way what was missed six times and does not last', () => {
    const memories = { c00: due(1, { misses: 6 }), c01: due(1, { misses: 5 }), c02: due(1, { misses: 9, stability: 30 }) };
    const { offers } = queueFor(desk(memories, onlyDue));
    expect(offers.filter((offer) => offer.isLeech).map(({ concept }) => concept)).toEqual(['c00']);
    expect(isLeech(due(1, { misses: 6, stability: 20.9 }))).toBe(true);
  });

  test('offers nothing twice, nothing beyond the limits, and counts the rest as waiting', () => {
    const memory = fc.record({
      days: fc.integer({ min: -5, max: 20 }),
      seen: fc.integer({ min: 0, max: 20 }),
      stability: fc.integer({ min: 1, max: 50 }),
    });
    const some = fc.dictionary(
      fc.constantFrom(...ids(50)),
      memory.map(({ days, seen, stability }) => due(days, { stability, seenAt: daysAgo(seen) })),
    );
    fc.assert(
      fc.property(some, fc.nat(25), fc.nat(8), (memories, dueLimit, fresh) => {
        const { offers, waiting } = queueFor(desk(memories, { limits: { due: dueLimit, fresh } }));
        const open = Object.values(memories).filter((each) => each.due < today.end && each.seenAt < today.start).length;
        const dueOffers = offers.filter(({ kind }) => kind === 'due').length;
        expect(new Set(offers.map(({ concept }) => concept)).size).toBe(offers.length);
        expect(dueOffers).toBeLessThanOrEqual(dueLimit);
        expect(offers.length - dueOffers).toBeLessThanOrEqual(fresh);
        expect(dueOffers + waiting).toBe(open);
      }),
    );
  });
});
