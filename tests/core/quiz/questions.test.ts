import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Library } from '../../../src/core/content/library.ts';
import { LANGUAGES, type Language } from '../../../src/core/content/schema.ts';
import { inLanguage, type Question } from '../../../src/core/quiz/item.ts';
import { questionsFrom } from '../../../src/core/quiz/questions.ts';
import { goTogether } from '../../../src/core/quiz/together.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { libraryOf, shippedLibrary } from '../../support/notes.ts';

const shipped = await shippedLibrary();

const rightOf = ({ choices, answer }: Question) => choices.find(({ id }) => id === answer);

function draw(library: Library, count: number, { language = 'en', seed = '1' }: { language?: Language; seed?: string } = {}): Question[] {
  const items = questionsFrom([...library.concepts.values()], library, language, seededRandom(seed)).take(count);
  return [...items.map((item) => inLanguage(item, language))];
}

/** A library of so many concepts, each with questions of these ids. */
function libraryWith(concepts: number, ids: readonly string[] = ['q']): Library {
  const question = (id: string) =>
    `{ id: ${id}, sort: what-is, stem: { en: "${id}?" }, explanation: { en: So. }, distractors: [{ en: w }, { en: x }, { en: y }, { en: z }] }`;
  const concept = (_: unknown, at: number) =>
    `  - { id: c${at}, en: { name: C${at}, definition: D. }, questions: [${ids.map(question).join(', ')}] }\n`;
  return libraryOf([{ path: 'a.yaml', text: `concepts:\n${Array.from({ length: concepts }, concept).join('')}` }]);
}

/** How many others stand between each concept and its last time, at the least. */
function shortestRest(questions: readonly Question[]): number {
  const last = new Map<string, number>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const [at, { concept }] of questions.entries()) {
    shortest = Math.min(shortest, at - (last.get(concept) ?? Number.NEGATIVE_INFINITY) - 1);
    last.set(concept, at);
  }
  return shortest;
}

describe.each(LANGUAGES)('a question of the shipped notes (%s)', (language) => {
  const questions = draw(shipped, 1_000, { language });

  test('has four choices, where the notes hold enough wrong ones, no two alike, one of them right, and nothing left out', () => {
    for (const question of questions) {
      const { id, choices, stem, explanation, language: written } = question;
      const texts = choices.map(({ text }) => text.trim().toLowerCase());
      expect([id, new Set(texts).size]).toEqual([id, choices.length]);
      expect([3, 4]).toContain(choices.length);
      expect([id, texts.includes('')]).toEqual([id, false]);
      expect(rightOf(question)).toBeDefined();
      expect([stem, explanation]).not.toContain('');
      expect(written).toBe(language);
    }
  });

  test('is written in its language', () => {
    const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
    for (const { id, stem, explanation } of questions)
      expect([id, isChinese(stem), isChinese(explanation)]).toEqual([id, language === 'zh', language === 'zh']);
  });

  test('has its answer in every place as often as in another', () => {
    const counts = [0, 0, 0, 0];
    const four = draw(shipped, 4_200, { language }).filter(({ choices }) => choices.length === 4);
    for (const { answer } of four) counts['abcd'.indexOf(answer)] = (counts['abcd'.indexOf(answer)] ?? 0) + 1;
    const expected = four.length / 4;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // Three degrees of freedom: by chance alone, one edit of the notes in a million would exceed this.
    expect(chiSquare).toBeLessThan(30.66);
  });
});

describe('the order of questions', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(draw(shipped, 300, { seed: 'a' })).toEqual(draw(shipped, 300, { seed: 'a' }));
    expect(draw(shipped, 300, { seed: 'a' })).not.toEqual(draw(shipped, 300, { seed: 'b' }));
  });

  test('brings every concept once before any comes again', () => {
    const all = draw(shipped, shipped.concepts.size * 3);
    const asked = new Set(all.map(({ concept }) => concept)).size;
    expect(asked).toBeGreaterThan(200);
    for (const start of [0, asked]) expect(new Set(all.slice(start, start + asked).map(({ concept }) => concept)).size).toBe(asked);
  });

  test('lets eight others come between, or all others where there are fewer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), fc.string(), (concepts, seed) => {
        expect(shortestRest(draw(libraryWith(concepts), concepts * 6, { seed }))).toBeGreaterThanOrEqual(Math.min(8, concepts - 1));
      }),
    );
  });

  test('keeps apart what would tell another’s answer, within five in a row, wherever that can be had', () => {
    const items = [...questionsFrom([...shipped.concepts.values()], shipped, 'en', seededRandom('1')).take(400)];
    const pairs = items.flatMap((item, at) => items.slice(Math.max(0, at - 4), at).map((before) => goTogether(before, item)));
    expect(pairs.filter((fits) => !fits).length / pairs.length).toBeLessThan(0.01);
  });

  test('is by chance: each concept may come first', () => {
    const firsts = Array.from({ length: 200 }, (_, seed) => draw(libraryWith(10), 1, { seed: String(seed) })[0]?.concept);
    expect(new Set(firsts).size).toBe(10);
  });

  test('asks all questions of a concept before one of them again', () => {
    const ids = draw(libraryWith(2, ['a', 'b', 'c']), 12).filter(({ concept }) => concept === 'c0');
    expect(new Set(ids.slice(0, 3).map(({ id }) => id))).toEqual(new Set(['c0/a', 'c0/b', 'c0/c']));
    expect(new Set(ids.slice(3).map(({ id }) => id))).toEqual(new Set(ids.slice(0, 3).map(({ id }) => id)));
  });
});

describe('the choices of a question', () => {
  const concept = (id: string, name: string, question = '') =>
    `  - id: ${id}\n    en: { name: ${name}, definition: D. }\n    zh: { name: ${name}呀, definition: 义。 }\n${question}`;
  const question = (choices: string, texts = 'stem: { en: S?, zh: 问？ }, explanation: { en: E., zh: 释。 }') =>
    `    questions: [{ id: q, sort: what-is, ${texts}, distractors: [${choices}] }]\n`;
  const of = (text: string, language: Language = 'en') =>
    draw(libraryOf([{ path: 'a.yaml', text: `concepts:\n${text}` }]), 1, { language });

  test('are the concept itself and others by their names, each with the reason why it is wrong', () => {
    const others = concept('b', 'Bee') + concept('c', 'Cee');
    const text = concept(
      'a',
      'Aye',
      question('{ concept: b }, { concept: c, zh: 别的 }, { en: W, zh: 错, wrong: { en: Why., zh: 原因。 } }'),
    );
    const [asked] = of(text + others, 'zh');
    expect(asked?.choices.map(({ id: _, ...choice }) => choice).toSorted((x, y) => (x.text < y.text ? -1 : 1))).toEqual([
      { text: 'Aye呀', concept: 'a', wrong: undefined },
      { text: 'Bee呀', concept: 'b', wrong: undefined },
      { text: '别的', concept: 'c', wrong: undefined },
      { text: '错', concept: undefined, wrong: '原因。' },
    ]);
    expect(asked && rightOf(asked)?.concept).toBe('a');
    expect(asked).toMatchObject({ id: 'a/q', stem: '问？', explanation: '释。' });
  });

  test('are what the author names as the answer, where that is not the concept', () => {
    const text = concept(
      'a',
      'Aye',
      question('{ en: W }, { en: X }').replace('distractors', 'answer: { en: Right, concept: a }, distractors'),
    );
    const [asked] = of(text);
    expect(asked && rightOf(asked)).toMatchObject({ text: 'Right', concept: 'a' });
  });

  test('are no more than four, and hold none that reads like another', () => {
    const many = '{ en: W }, { concept: b }, { en: aye }, { en: X }';
    const [asked] = of(concept('a', 'Aye', question(many)) + concept('b', 'w'));
    expect(asked?.choices.map(({ text }) => text.toLowerCase()).toSorted()).toEqual(['aye', 'w', 'x']);
    expect(asked && rightOf(asked)?.concept).toBe('a');
    expect(draw(libraryWith(1), 1)[0]?.choices).toHaveLength(4);
  });

  test.each([
    ['its stem', 'stem: { en: S? }, explanation: { en: E., zh: 释。 }', '{ en: W, zh: 错 }, { en: X, zh: 不 }'],
    ['its explanation', 'stem: { en: S?, zh: 问？ }, explanation: { en: E. }', '{ en: W, zh: 错 }, { en: X, zh: 不 }'],
    ['a choice', undefined, '{ en: W, zh: 错 }, { en: X }'],
  ])('are not asked in a language that %s lacks', (_, texts, choices) => {
    expect(of(concept('a', 'Aye', question(choices, texts)), 'zh')).toEqual([]);
    expect(of(concept('a', 'Aye', question(choices, texts)), 'en')).toHaveLength(1);
  });
});

test('where nothing can be asked there are no questions', () => {
  expect(draw(libraryOf([]), 3)).toEqual([]);
});
