import { describe, expect, test } from 'vitest';
import type { Library } from '../../../src/core/content/library.ts';
import { LANGUAGES } from '../../../src/core/content/schema.ts';
import { overBudget, type Reply } from '../../../src/core/reply.ts';
import { facesOf } from '../../../src/core/review/cards.ts';
import { ROOM } from '../../support/bot.ts';
import { libraryOf, shippedLibrary } from '../../support/notes.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { ANN, quizWorld } from '../../support/quiz-world.ts';

/** All cards, turned over: then both of their sides are to be seen. */
async function allCards(library: Library, lang: (typeof LANGUAGES)[number]): Promise<(readonly [string, Reply])[]> {
  const { as, reviews } = await quizWorld(library);
  const ann = as(ANN, ROOM);
  const shown: (readonly [string, Reply])[] = [];
  for (const concept of library.concepts.values()) {
    for (const [place, face] of facesOf(concept, library, lang).entries()) {
      shown.push([face.id, await ann.send({ command: 'card', args: { c: concept.id, n: '0', f: String(place), lang } })]);
    }
  }
  expect((await reviews.log.since(ANN.id, new Date(0))).lines).toEqual([]);
  return shown;
}

const tooMuch = (cards: readonly (readonly [string, Reply])[]) =>
  cards.map(([name, reply]) => [name, ...overBudget(reply)]).filter(([, ...faults]) => faults.length > 0);

describe('a card keeps the budget', () => {
  test.each(LANGUAGES)('whichever of the shipped ones it is (%s)', async (lang) => {
    const cards = await allCards(await shippedLibrary(), lang);
    expect(cards.length).toBeGreaterThan(700);
    expect(tooMuch(cards)).toEqual([]);
  });

  test.each(LANGUAGES)('however long its note is (%s)', async (lang) => {
    const long = { en: 'a pod of words '.repeat(500), zh: '很长的一段话，'.repeat(700) }[lang];
    const card = { id: 'etcd:own', concept: 'etcd', front: long, back: long };
    const cards = await allCards({ ...libraryOf(QUIZ_NOTES), cards: new Map([['etcd', [card]]]) }, lang);
    expect(cards.map(([name]) => name)).toContain('etcd:own');
    expect(tooMuch(cards)).toEqual([]);
  });
});
