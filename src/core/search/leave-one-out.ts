import type { Concept } from '../content/concept.ts';
import type { Language } from '../content/schema.ts';
import type { Knowledge } from '../ports.ts';
import { type Rate, rate } from './evaluate.ts';
import type { Finding } from './search.ts';

/** A way to ask, and what it found when its concept was looked for as if nobody had written it. */
export interface LeftOut {
  readonly concept: Concept;
  readonly language: Language;
  readonly ask: string;
  readonly finding: Finding;
}

/** How often the ways to ask of one language find their concept by what else is written about it. */
export interface LeftOutScore {
  readonly lang: Language | 'all';
  readonly asks: number;
  /** The concept came first of what one sees: the answer, the choices, or else the nearest. */
  readonly at1: Rate;
  /** The concept was among the first three. */
  readonly at3: Rate;
}

/** Asks each concept's ways to ask, each time without that one, which says how well what nobody has written yet is found. */
export function leaveEachOut({ library, find }: Pick<Knowledge, 'library' | 'find'>): LeftOut[] {
  return [...library.concepts.values()].flatMap((concept) =>
    (Object.entries(concept.wordings) as [Language, { asks: readonly string[] }][]).flatMap(([language, { asks }]) =>
      asks.map((ask) => ({ concept, language, ask, finding: find(ask, concept.id) })),
    ),
  );
}

/** The place at which a way to ask shows its concept, from 0; -1 where it is not shown. */
export const placeOf = ({ concept, finding: { ids, others } }: LeftOut): number => [...ids, ...others].indexOf(concept.id);

/** Scores for each language, then for both. */
export function leftOutScores(all: readonly LeftOut[]): LeftOutScore[] {
  const scoreOf = (lang: Language | 'all', list: readonly LeftOut[]): LeftOutScore => {
    const within = (places: number) => list.filter((one) => placeOf(one) >= 0 && placeOf(one) < places).length;
    return { lang, asks: list.length, at1: rate(within(1), list.length), at3: rate(within(3), list.length) };
  };
  const byLanguage = [...Map.groupBy(all, ({ language }) => language)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [...byLanguage.map(([language, list]) => scoreOf(language, list)), scoreOf('all', all)];
}
