import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Meaning } from '../../../src/core/search/meaning.ts';
import { meaningOf, type Rows } from '../../support/meaning.ts';

const ranked = (meaning: Meaning, question: string) => meaning.rank(question).map(({ entry }) => entry);

const meaning = meaningOf(
  [
    ['names', 'ingress'],
    ['ask', 'route web traffic by host name'],
    ['definition', 'routes traffic from outside the cluster'],
  ],
  [
    ['names', 'network policy'],
    ['definition', 'says which pods may send traffic to each other'],
  ],
  [
    ['names', 'kubelet'],
    ['ask', 'who sends the heartbeat of a machine'],
    ['ask', '谁在上报机器的心跳'],
  ],
  [
    ['names', 'etcd'],
    ['definition', 'where the state of the cluster is stored'],
  ],
);

describe('entries ranked by what a question is about', () => {
  test('come best first: the one that shares rarer words before one that shares common ones', () => {
    expect(ranked(meaning, 'how do i route traffic')).toEqual([0, 1]);
    expect(ranked(meaning, 'heartbeat of the machine')[0]).toBe(2);
    expect(ranked(meaning, '机器的心跳谁上报')[0]).toBe(2);
  });

  test('are found by other forms of a word', () => {
    expect(ranked(meaning, 'routing host')).toEqual([0]);
    expect(ranked(meaning, 'storing')).toEqual([3]);
  });

  test('put a way to ask before a definition in the same words', () => {
    expect(ranked(meaningOf([['definition', 'sends heartbeat']], [['ask', 'sends heartbeat']]), 'sends heartbeat')).toEqual([1, 0]);
  });

  test('come by their position where they fit equally well, and only the best dozen', () => {
    const same = meaningOf(...Array.from({ length: 20 }, (): Rows => [['ask', 'sends heartbeat']]));
    expect(ranked(same, 'heartbeat')).toEqual(Array.from({ length: 12 }, (_, at) => at));
  });

  test('keep the best dozen whatever their position', () => {
    const better = meaningOf(...Array.from({ length: 30 }, (_, at): Rows => [['ask', `sends heartbeat${' padding'.repeat(30 - at)}`]]));
    expect(ranked(better, 'heartbeat')).toEqual(Array.from({ length: 12 }, (_, at) => 29 - at));
  });

  test('have those behind the best dozen that the question names, where they share a word with it', () => {
    const same = meaningOf(...Array.from({ length: 20 }, (): Rows => [['ask', 'sends heartbeat']]), [['ask', 'stores state']]);
    const named = (...entries: readonly number[]) => same.rank('heartbeat', undefined, entries).map(({ entry }) => entry);
    expect(named(3, 15)).toEqual([...Array.from({ length: 12 }, (_, at) => at), 15]);
    expect(named(20, -1, 99)).toHaveLength(12);
  });

  test('are none where nothing is shared, nothing was asked, or nothing is there', () => {
    expect([meaning.rank('giraffe'), meaning.rank(''), meaning.rank('of the and'), meaningOf().rank('traffic')]).toEqual([[], [], [], []]);
  });

  test('say how much of the question they explain, and how many words of it', () => {
    const [all] = meaning.rank('host route');
    const [half] = meaning.rank('host giraffe');
    expect(all).toMatchObject({ entry: 0, coverage: 1, matched: 2 });
    expect(half).toMatchObject({ entry: 0, matched: 1 });
    expect(half?.coverage).toBeLessThan(0.6);
  });

  test('are as alike as can be where a way to ask is typed again, and a definition makes none alike', () => {
    expect(meaning.rank('who sends the heartbeat of a machine')[0]?.likeness).toBeCloseTo(1);
    expect(meaning.rank('who sends the machine a birthday card')[0]?.likeness).toBeLessThan(0.8);
    expect(meaning.rank('where the state of the cluster is stored')[0]).toMatchObject({ entry: 3, coverage: 1, likeness: 0 });
  });

  test('know the words that stand in them, by their stems', () => {
    expect([meaning.knows('heartbeat'), meaning.knows('rout'), meaning.knows('giraff')]).toEqual([true, true, false]);
  });
});

describe('rows that are left out', () => {
  const question = 'route web traffic by host name';
  const around: Rows = [
    ['names', 'ingress'],
    ['ask', 'the and of'],
  ];
  const behind: Rows = [['ask', 'web traffic from outside']];
  const other: Rows = [
    ['names', 'network policy'],
    ['ask', 'who may send traffic by host'],
  ];
  const all = meaningOf([...around, ['ask', question], ...behind], other);
  const without = meaningOf([...around, ...behind], other);
  const row = all.firstRowOf(0) + 2;

  test('are numbered as they were added, one without any word too', () => {
    expect([all.firstRowOf(0), all.firstRowOf(1)]).toEqual([0, 4]);
    expect(all.rank(question, new Set([row]))[0]?.likeness).toBeLessThan(0.8);
    expect(all.rank(question, new Set([row + 1]))[0]?.likeness).toBeCloseTo(1);
  });

  test('leave what would be found had nobody written them', () => {
    const shape = ({ entry, matched }: { entry: number; matched: number }) => ({ entry, matched });
    expect(all.rank(question, new Set([row])).map(shape)).toEqual(without.rank(question).map(shape));
    expect(all.rank(question).map(shape)).not.toEqual(without.rank(question).map(shape));
    // A word that stood nowhere else weighs as much as one that was never seen.
    expect(all.rank('giraffe traffic', new Set([row]))[0]?.coverage).toBe(all.rank('route traffic', new Set([row]))[0]?.coverage);
  });

  test('are there again for the next question', () => {
    const before = all.rank('web traffic by host');
    all.rank('web traffic by host', new Set([row]));
    expect(all.rank('web traffic by host')).toEqual(before);
  });

  test('leave nothing where nothing else holds a word', () => {
    expect(all.rank('route', new Set([row]))).toEqual([]);
  });
});

const WORDS = [
  'traffic',
  'route',
  'host',
  'heartbeat',
  'machine',
  'pods',
  'cluster',
  'state',
  'the',
  'giraffe',
  '心跳',
  '机器',
  '上报',
  '谁',
];
const questions = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(' '));

describe('what a question finds', () => {
  test('does not depend on what was asked before', () => {
    const fresh = () =>
      meaningOf(
        [
          ['names', 'traffic route'],
          ['ask', 'route the host'],
          ['ask', '谁上报心跳'],
        ],
        [
          ['names', 'machine'],
          ['definition', 'heartbeat of the cluster 机器'],
        ],
        [
          ['ask', 'state of pods'],
          ['ask', 'pods and traffic'],
          ['definition', 'pods'],
        ],
      );
    const used = fresh();
    fc.assert(
      fc.property(questions, questions, (before, question) => {
        used.rank(before);
        expect(used.rank(question)).toEqual(fresh().rank(question));
      }),
    );
  });

  test('has figures between 0 and 1, the best score first, and each entry once', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const found = meaning.rank(question);
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
        expect(new Set(found.map(({ entry }) => entry)).size).toBe(found.length);
        for (const { coverage, likeness, score } of found) {
          expect(score).toBeGreaterThan(0);
          for (const figure of [coverage, likeness]) {
            expect(figure).toBeGreaterThanOrEqual(0);
            expect(figure).toBeLessThanOrEqual(1 + 1e-6);
          }
        }
      }),
    );
  });
});
