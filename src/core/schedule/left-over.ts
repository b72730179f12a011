import type { Item } from './items.ts';
import type { Typed } from './tokens.ts';

const SEPARATORS = /^[\s,;:.!?、。…·|&()<>[\]「」【】《》'"“”‘’`~*_/+–—-]*$/;

/** Whether a text is signs only, of the kind that stands between words and asks for nothing. */
export const isSeparator = (text: string): boolean => SEPARATORS.test(text);

/**
 * What no reader knew, as it was typed: words are the topic, signs and numbers alone are unreadable.
 *
 * Small words and signs inside a topic belong to it (`state of the cluster`, `CI/CD`), around it they do not.
 */
export function leftOver(items: readonly Item[], typed: Typed): { topic: string; unreadable: string[] } {
  const topics: string[] = [];
  const unreadable: string[] = [];
  for (const run of runsOf(items)) {
    const isTopic = (item: Item, at: number) =>
      item.kind === 'word' || (isLoose(item) && [run[at - 1], run[at + 1]].some(isGlued(item, typed)));
    const first = run.findIndex(isTopic);
    const last = run.findLastIndex(isTopic);
    const words = first < 0 ? [] : run.slice(first, last + 1);
    const rest = first < 0 ? run : [...run.slice(0, first), ...run.slice(last + 1)];
    const text = textOf(words, typed);
    if (/\p{L}/u.test(text)) topics.push(text);
    else if (text !== '') unreadable.push(text);
    unreadable.push(...rest.filter(({ kind }) => kind === 'sign').map((sign) => textOf([sign], typed)));
  }
  return { topic: topics.join(' '), unreadable: unreadable.filter((text) => !isSeparator(text)) };
}

const isLoose = (item: Item): boolean => item.kind === 'filler' && item.isLoose;

/** Whether a word is the rest of a Chinese word that a small one begins or ends. */
const isGlued = (item: Item, typed: Typed) => (beside: Item | undefined) =>
  beside?.kind === 'word' && /^\p{Script=Han}+$/u.test(typed.textOf(Math.min(item.from, beside.from), Math.max(item.to, beside.to)));

/** Items beside each other that say nothing about a schedule. */
function runsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [[]];
  for (const item of items) {
    if (item.kind === 'word' || item.kind === 'sign' || item.kind === 'filler') runs.at(-1)?.push(item);
    else runs.push([]);
  }
  return runs;
}

function textOf(items: readonly Item[], typed: Typed): string {
  const [first, last] = [items[0], items.at(-1)];
  return first && last ? typed.textOf(first.from, last.to) : '';
}
