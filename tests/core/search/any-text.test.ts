import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Index } from '../../../src/core/search/build.ts';
import { ask } from '../../../src/core/search/search.ts';
import { MAX_QUESTION } from '../../../src/core/search/text.ts';
import { askerOf, ENTRIES, indexOf } from '../../support/search-entries.ts';

const index = indexOf(ENTRIES);
const words = ENTRIES.flatMap(({ names, asks, definitions }) => [...names, ...asks, ...definitions]).flatMap((text) => text.split(' '));
const small = [
  'what',
  'is',
  'a',
  'the',
  'vs',
  'and',
  'difference',
  '是什么',
  '和',
  '的区别',
  '请问',
  ',',
  '?',
  '.',
  'hotel',
  'giraffe',
  '手机',
  '券',
  'kublet',
  'x',
];
const questions = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...small)), { maxLength: 10 })
  .chain((parts) => fc.constantFrom(' ', '').map((joint) => parts.join(joint)));
const texts = fc.oneof(questions, fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 100 }));

describe('any text', () => {
  test('gives a finding that is whole: one answer or two compared, up to three choices, or none', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(texts, (text) => {
        const { kind, ids, others, isComparison, confidence } = ask(index, text);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        const known = new Set(ENTRIES.map(({ id }) => id));
        for (const id of [...ids, ...others]) expect(known).toContain(id);
        expect(new Set([...ids, ...others]).size).toBe(ids.length + others.length);
        expect(others.length).toBeLessThanOrEqual(3);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        if (kind === 'answer') expect(ids).toHaveLength(isComparison ? 2 : 1);
        if (kind === 'unknown') expect(ids).toEqual([]);
        if (kind === 'did-you-mean') {
          expect(ids.length).toBeGreaterThan(0);
          expect(ids.length).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 1_000, seed: 7 },
    );
    expect([...kinds.keys()].toSorted()).toEqual(['answer', 'did-you-mean', 'unknown']);
  });

  test('gives the same finding whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 3 }), texts, (before, text) => {
        const first = ask(index, text);
        for (const one of before) ask(index, one);
        expect(ask(index, text)).toEqual(first);
      }),
      { numRuns: 300 },
    );
    expect(ask(index, 'who sends a heartbeat')).toEqual(askerOf()('who sends a heartbeat'));
  });

  test('gives the same finding in any case and width, and with space around it', () => {
    const wide = (text: string) => text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(questions, (question) => {
        const finding = ask(index, question);
        expect(ask(index, question.toUpperCase())).toEqual(finding);
        expect(ask(index, ` \n${question}\t`)).toEqual(finding);
        expect(ask(index, wide(question))).toEqual(finding);
      }),
      { numRuns: 300 },
    );
  });
});

/** Texts that have made searches like this one slow. */
const HEAVY: readonly string[] = [
  'a ',
  'the pod ',
  '的',
  '持久',
  'kubelt ',
  'what is a pod, ',
  'pod vs ',
  '静像',
  'x'.repeat(50),
  '((((',
  '是什么和',
  '\u200b ',
];

describe('a long text', () => {
  test.each(HEAVY)('costs no more than its beginning: %j again and again', (part) => {
    const long = part.repeat(Math.ceil((MAX_QUESTION * 10) / part.length)).slice(0, MAX_QUESTION * 10);
    expect(ask(index, long.repeat(250))).toEqual(ask(index, long));
    expect(stepsFor(long.repeat(250))).toBe(stepsFor(long));
  });

  test.each(HEAVY)('costs at most as much more as it is longer: %j again and again', (part) => {
    const times = Math.floor(MAX_QUESTION / 2 / part.length);
    expect(stepsFor(part.repeat(2 * times))).toBeLessThanOrEqual(2.2 * stepsFor(part.repeat(times)) + 20);
  });

  test('of spaces, with a question in them or behind them, is answered or unknown', () => {
    expect(ask(index, `${' '.repeat(3_000)}kubelet`)).toMatchObject({ kind: 'answer', ids: ['kubelet'] });
    expect(ask(index, `what is${' '.repeat(3_000)}kubelet`)).toMatchObject({ kind: 'answer', ids: ['kubelet'] });
    expect(ask(index, ' '.repeat(10_000))).toMatchObject({ kind: 'unknown' });
  });
});

test('nonsense in Chinese looks for misspelt names only so often', () => {
  const nonsense = Array.from({ length: MAX_QUESTION }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7_919) % 20_000))).join('');
  const wordy = ENTRIES.map(({ names }) => names.at(-1))
    .join('')
    .repeat(3);
  for (const text of [nonsense, '静像 '.repeat(130), '持久券 '.repeat(100), wordy]) expect(stepsFor(text, 'nearest')).toBeLessThan(250);
});

/** How often a question looks something up among the notes: anything, or names that are nearly right. */
function stepsFor(text: string, what: 'all' | 'nearest' = 'all'): number {
  let steps = 0;
  let nearest = 0;
  const counted = <Args extends unknown[], Result>(look: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      steps += 1;
      return look(...args);
    };
  };
  const { names, vocabulary } = index;
  const find = counted(names.find);
  const watched: Index = {
    ...index,
    names: { ...names, find },
    comparable: { ...index.comparable, names: { ...names, find } },
    vocabulary: {
      ...vocabulary,
      names: { ...names, find },
      holds: counted(vocabulary.holds),
      spelling: {
        nearest: counted((key) => {
          nearest += 1;
          return vocabulary.spelling.nearest(key);
        }),
      },
    },
    tiers: index.tiers.map((tier) => ({ ...tier, meaning: { ...tier.meaning, rank: counted(tier.meaning.rank) } })),
    isEveryday: counted(index.isEveryday),
  };
  ask(watched, text);
  return what === 'all' ? steps : nearest;
}
