import { EMPTY_WORDS, FRAME_PHRASES, FUNCTION_CHARACTERS } from './lexicon.ts';
import type { Span } from './names.ts';
import type { Unit } from './text.ts';

const LONGEST_PHRASE = Math.max(...Array.from(FRAME_PHRASES, (phrase) => phrase.length));

/**
 * The units of a question that belong neither to a name in it nor to the
 * frame around the subject ("what is the …", 请问…是干什么用的). Without any,
 * the names are what was asked for.
 */
export function restOf(units: readonly Unit[], names: readonly Span[]): Unit[] {
  const rest: Unit[] = [];
  let next = 0;
  for (let at = 0; at < units.length; ) {
    const name = names[next];
    if (name?.from === at) {
      at = name.to;
      next += 1;
      continue;
    }
    const framed = frameLength(units, at, name?.from ?? units.length);
    if (framed === 0) rest.push(units[at]!);
    at += Math.max(1, framed);
  }
  return rest;
}

/** How many units from `at` on, at most up to `limit`, are frame. */
function frameLength(units: readonly Unit[], at: number, limit: number): number {
  const first = units[at]!;
  if (!first.han) return EMPTY_WORDS.has(first.text) ? 1 : 0;
  let phrase = '';
  let longest = FUNCTION_CHARACTERS.has(first.text) ? 1 : 0;
  for (let to = at; to < limit && to < at + LONGEST_PHRASE && units[to]!.han; to++) {
    phrase += units[to]!.text;
    if (FRAME_PHRASES.has(phrase)) longest = to - at + 1;
  }
  return longest;
}
