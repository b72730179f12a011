import type { Concept } from '../content/concept.ts';
import type { Library } from '../content/library.ts';
import type { Language } from '../content/schema.ts';
import { type Random, shuffled } from '../random.ts';
import type { QuizItem } from './item.ts';
import { drawItem, pool } from './pool.ts';
import { goTogether } from './together.ts';

/** A concept comes back only after so many others. */
const REST = 8;
/** So many questions may be asked at one sitting. */
const SITTING = 5;

/**
 * Questions without end, one of every concept before any concept comes again,
 * in an order by chance; all of a concept's questions, authored ones first,
 * before one of them again. None where no concept has a question in the language.
 *
 * Where it can be had, none of a sitting tells the answer of another.
 */
export function* questionsFrom(
  concepts: readonly Concept[],
  library: Library,
  language: Language,
  random: Random,
): Generator<QuizItem, void> {
  const questions = pool(library);
  const asked = new Map(concepts.map(({ id }) => [id, new Set<string>()]));
  const draw: Draw = (id) => {
    const before = asked.get(id) ?? new Set();
    const next = drawItem(id, questions, { random, asked: before, language });
    if (next) return next;
    before.clear();
    return drawItem(id, questions, { random, asked: before, language });
  };
  let last: readonly QuizItem[] = [];
  let ids = concepts.map(({ id }) => id);
  while (ids.length > 0) {
    const able: string[] = [];
    for (const item of oneOfEach(shuffled(ids, random), draw, last)) {
      asked.get(item.concept)?.add(item.id);
      able.push(item.concept);
      last = [...last, item].slice(-REST);
      yield item;
    }
    ids = able;
  }
}

type Draw = (id: string) => QuizItem | undefined;

/**
 * A question of each concept that has one, nearly in this order: a concept that
 * has to rest, or whose question would tell another's answer, comes a little later.
 */
function* oneOfEach(ids: readonly string[], draw: Draw, before: readonly QuizItem[]): Generator<QuizItem, void> {
  const rest = Math.min(REST, ids.length - 1);
  const coming = new Set(ids);
  const drawn = new Map<string, QuizItem | undefined>();
  const itemOf = (id: string) => {
    if (!drawn.has(id)) drawn.set(id, draw(id));
    return drawn.get(id);
  };
  let last = before;
  while (coming.size > 0) {
    const resting = new Set(last.slice(last.length - rest).map(({ concept }) => concept));
    const sitting = last.slice(1 - SITTING);
    const rested = coming.values().filter((id) => !resting.has(id));
    const items = rested.map(itemOf).filter((item) => item !== undefined);
    const item = firstThat(items, (one) => sitting.every((other) => goTogether(one, other)));
    if (!item) return;
    coming.delete(item.concept);
    last = [...last, item].slice(-REST);
    yield item;
  }
}

/** The first item that fits, else the first; looks no further than it must. */
function firstThat<Item>(items: Iterable<Item>, fits: (item: Item) => boolean): Item | undefined {
  let first: Item | undefined;
  for (const item of items) {
    if (fits(item)) return item;
    first ??= item;
  }
  return first;
}
