import type { Example } from '../content/proof.ts';
import type { Finding } from './search.ts';

/** How often something came true, with the interval that holds the true rate 95 times of 100. */
export interface Rate {
  readonly hits: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

/** What came of the examples of one language and kind. */
export interface Score {
  readonly lang: string;
  readonly kind: string;
  readonly questions: number;
  /** The concept was the answer itself. */
  readonly answered: Rate;
  /** The concept came first, as the answer or as the first choice. */
  readonly at1: Rate;
  /** The concept was among the first three that one sees. */
  readonly at3: Rate;
  /** A question that must be refused was answered. */
  readonly falseAnswers: Rate;
}

/** One example and what came of it. */
export interface Tried {
  readonly example: Example;
  readonly finding: Finding;
}

const Z = 1.96;

/** Wilson's score interval (Wilson 1927), which also holds for few and for extreme outcomes. */
export function rate(hits: number, of: number): Rate {
  if (of === 0) return { hits, of, low: 0, high: 1 };
  const p = hits / of;
  const centre = p + Z ** 2 / (2 * of);
  const spread = Z * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return { hits, of, low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

/** Whether the first thing shown is right; for a comparison both, in order. */
export const isFirst = ({ example: { reach = [] }, finding }: Tried): boolean => reach.every((id, at) => finding.ids[at] === id);

/** Whether a question that must be reached or refused went wrong. */
export const isMiss = (tried: Tried): boolean =>
  tried.example.refuse ? tried.finding.kind === 'answer' : !(tried.finding.kind === 'answer' && isFirst(tried));

/** Scores examples, all together. */
export function scoreOf(lang: string, kind: string, tried: readonly Tried[]): Score {
  const reach = tried.filter(({ example }) => example.reach);
  const refuse = tried.filter(({ example }) => example.refuse);
  const count = (list: readonly Tried[], passes: (one: Tried) => boolean) => rate(list.filter(passes).length, list.length);
  const isAmongThree = ({ example, finding }: Tried) =>
    (example.reach ?? []).every((id) => [...finding.ids, ...finding.others].slice(0, 3).includes(id));
  return {
    lang,
    kind,
    questions: tried.length,
    answered: count(reach, (one) => !isMiss(one)),
    at1: count(reach, isFirst),
    at3: count(reach, isAmongThree),
    falseAnswers: count(refuse, isMiss),
  };
}

/** Scores for each kind and language, then for each language and for all. */
export function scores(tried: readonly Tried[]): Score[] {
  const groups = (keyOf: (one: Tried) => string) => [...Map.groupBy(tried, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const byKind = groups(({ example }) => `${example.kind}/${example.lang}`).map(([key, list]) =>
    scoreOf(key.split('/')[1] ?? '', key.split('/')[0] ?? '', list),
  );
  const byLanguage = groups(({ example }) => example.lang).map(([lang, list]) => scoreOf(lang, 'all', list));
  return [...byKind, ...byLanguage, scoreOf('all', 'all', tried)];
}
