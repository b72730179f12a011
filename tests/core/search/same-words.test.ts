import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meaningOf, type Rows } from '../../support/meaning.ts';

const meaning = meaningOf(
  [
    ['names', 'etcd'],
    ['ask', 'where is all the state of the cluster kept'],
    ['definition', 'the database of the cluster'],
  ],
  [
    ['names', 'cluster'],
    ['ask', 'what is a cluster'],
    ['ask', 'say what you want and not how'],
  ],
  [
    ['names', 'backup'],
    ['ask', 'who saves the notes'],
    ['ask', '谁来保存笔记'],
  ],
  [
    ['names', 'archive'],
    ['ask', 'who saves the notes'],
  ],
);

describe('an entry that is asked for in the same words', () => {
  test('is found whatever the order, the form and the small words', () => {
    expect(meaning.askedInSameWords('where is all the state of the cluster kept')).toEqual([0]);
    expect(meaning.askedInSameWords('the states of all clusters, where is it kept')).toEqual([0]);
    expect(meaning.askedInSameWords('谁来保存笔记？')).toEqual([2]);
  });

  test('is found by words that say nothing, which no likeness could tell', () => {
    expect(meaning.askedInSameWords('say what you want, not how')).toEqual([1]);
  });

  test('is none where a word more or less is asked, or one that nobody has written', () => {
    for (const question of [
      'where is all the state kept',
      'where is all the state of the cluster kept today',
      'where is all the giraffe kept',
    ])
      expect(meaning.askedInSameWords(question)).toEqual([]);
    expect(meaning.askedInSameWords('')).toEqual([]);
  });

  test('is none where only a definition says so', () => {
    expect(meaning.askedInSameWords('the database of the cluster')).toEqual([]);
  });

  test('is each that is', () => {
    expect(meaning.askedInSameWords('who saves the notes')).toEqual([2, 3]);
  });
});

const WORDS = ['traffic', 'host', 'what', 'sender', 'notes', '心跳', '机器'];
const texts = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 });

test('what an author wrote is found again, and all that is found shares its words', () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), texts, (asks, other) => {
      const meaningOfAll = meaningOf(...asks.map((ask): Rows => [['ask', ask.join(' ')]]));
      const setOf = (words: readonly string[]) => [...new Set(words)].toSorted().join(' ');
      for (const asked of [...asks, other]) {
        const found = asks.flatMap((ask, at) => (setOf(ask) === setOf(asked) ? [at] : []));
        expect(meaningOfAll.askedInSameWords(asked.join(' '))).toEqual(found);
      }
    }),
  );
});
