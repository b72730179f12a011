import { CATEGORY_WORDS, EMPTY_WORDS, FRAME_PHRASES, FUNCTION_CHARACTERS } from './lexicon.ts';
import type { Span } from './names.ts';
import type { Unit } from './text.ts';

const LONGEST_PHRASE = Math.max(...Array.from(FRAME_PHRASES, (phrase) => phrase.length));

/**
 * How many units of a question belong neither to a name in it nor to the frame
 * around the subject ("what is the …", 请问…是干什么用的). Without any, the names
 * are what was asked for.
 */
export function restOf(units: readonly Unit[], names: readonly Span[]): number {
  // least[i]: the fewest units left over among the first i, whichever way the frame's phrases are cut.
  const least = new Array<number>(units.length + 1).fill(Number.POSITIVE_INFINITY);
  least[0] = 0;
  const nameAt = new Map(names.map((name) => [name.from, name]));
  const reach = (to: number, rest: number) => {
    least[to] = Math.min(least[to]!, rest);
  };
  for (let at = 0; at < units.length; at++) {
    const sofar = least[at]!;
    const name = nameAt.get(at);
    if (name) reach(name.to, sofar);
    else reach(at + 1, sofar + (isFrameUnit(units[at]!) ? 0 : 1));
    for (const to of framesFrom(units, at)) reach(to, sofar);
  }
  return least[units.length]!;
}

function isFrameUnit({ han, text }: Unit): boolean {
  return han ? FUNCTION_CHARACTERS.has(text) : EMPTY_WORDS.has(text) || CATEGORY_WORDS.has(text) || /^\d{1,2}$/.test(text);
}

/** One may call the subject a tool or a command, but with more such words the sentence describes something. */
const MOST_CATEGORIES = 1;

/** Whether a question is nothing but its names and the frame around them. */
export function isOnlyFramed(units: readonly Unit[], names: readonly Span[]): boolean {
  const isInName = (at: number) => names.some(({ from, to }) => from <= at && at < to);
  const categories = [...units.keys()].filter((at) => !isInName(at) && isCategory(units[at]!));
  // "the cluster's state" is about the state, not about the cluster.
  const isOwned = categories.some((at) => units[at - 1]?.text === 's');
  return categories.length <= MOST_CATEGORIES && !isOwned && !isAmongThem(units) && restOf(units, names) === 0;
}

/** "How do pods find each other" asks what there is between them, not what one is. */
const isAmongThem = (units: readonly Unit[]): boolean =>
  units.some(
    ({ text }, at) => (text === 'other' && units[at - 1]?.text === 'each') || (text === 'another' && units[at - 1]?.text === 'one'),
  );

const isCategory = ({ text }: Unit): boolean => CATEGORY_WORDS.has(text) && !EMPTY_WORDS.has(text);

/** Where the Chinese frame phrases that begin at a place end. */
function framesFrom(units: readonly Unit[], at: number): number[] {
  const ends: number[] = [];
  let phrase = '';
  for (let to = at; to < units.length && to < at + LONGEST_PHRASE && units[to]!.han; to++) {
    phrase += units[to]!.text;
    if (FRAME_PHRASES.has(phrase)) ends.push(to + 1);
  }
  return ends;
}
