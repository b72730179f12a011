import { describe, expect, test } from 'vitest';
import { createKnowledge } from '../../../src/core/knowledge.ts';
import { type LeftOut, leaveEachOut, leftOutScores, placeOf } from '../../../src/core/search/leave-one-out.ts';
import { libraryOf } from '../../support/notes.ts';

const FILE = `
topic: { en: Animals, zh: 动物 }
concepts:
  - id: heron
    en: { name: Heron, definition: A bird., asks: [who waits at the pond for a fish, who waits at a pond for fish, what stands on one leg, What stands on one leg?] }
    zh: { name: 苍鹭, definition: 一种鸟。, asks: [谁单脚站在水边] }
  - id: otter
    en: { name: Otter, definition: It swims., asks: [cracking a shell with a stone, who waits at the pond for a fish] }
    zh: { name: 水獭, definition: 会游泳。, asks: [谁用石头敲开贝壳, 用石头敲贝壳的是谁] }
`;
const knowledge = () => createKnowledge(libraryOf([{ path: 'zoo/animals.yaml', text: FILE }]), () => undefined);

const found = async () => leaveEachOut(await knowledge()).map((one) => `${one.language} ${one.concept.id} ${one.ask}: ${placeOf(one)}`);

describe('each way to ask, left out', () => {
  test('is looked for by what else is written about its concept, in each language', async () => {
    expect(await found()).toEqual([
      'en heron who waits at the pond for a fish: 0',
      'en heron who waits at a pond for fish: 0',
      // A copy is left out with it, in whatever spelling.
      'en heron what stands on one leg: -1',
      'en heron What stands on one leg?: -1',
      'zh heron 谁单脚站在水边: -1',
      'en otter cracking a shell with a stone: -1',
      'en otter who waits at the pond for a fish: -1',
      'zh otter 谁用石头敲开贝壳: 0',
      'zh otter 用石头敲贝壳的是谁: 0',
    ]);
  });

  test('is there again afterwards', async () => {
    const { library, find } = await knowledge();
    leaveEachOut({ library, find });
    expect(find('cracking a shell with a stone')).toMatchObject({ kind: 'answer', ids: ['otter'] });
  });

  test('changes nothing for a concept that is not there', async () => {
    const { find } = await knowledge();
    expect(find('what stands on one leg', 'unicorn')).toEqual(find('what stands on one leg'));
    expect(find('what stands on one leg', 'otter')).toEqual(find('what stands on one leg'));
  });
});

describe('a score', () => {
  test('counts the first and the first three of what one sees, be they answers or only the nearest', async () => {
    const { library } = await knowledge();
    const [concept] = library.concepts.values();
    if (!concept) throw new Error('there are concepts');
    const seen = (language: 'en' | 'zh', ids: readonly string[], others: readonly string[]): LeftOut => ({
      concept,
      language,
      ask: 'a question',
      finding: { kind: 'unknown', ids, others, isComparison: false, mended: [], confidence: 0 },
    });
    const scores = leftOutScores([
      seen('zh', ['heron'], []),
      seen('en', [], ['heron']),
      seen('en', ['a'], ['b', 'heron']),
      seen('en', ['a', 'b', 'c'], ['heron']),
      seen('en', [], []),
    ]);
    expect(scores.map(({ lang, asks, at1, at3 }) => [lang, asks, at1.hits, at3.hits, at3.of])).toEqual([
      ['en', 4, 1, 2, 4],
      ['zh', 1, 1, 1, 1],
      ['all', 5, 2, 3, 5],
    ]);
  });
});
