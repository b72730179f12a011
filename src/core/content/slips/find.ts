import { mendCharacters } from './characters.ts';
import { mendIndentation, mendLookAlikes } from './indentation.ts';
import { type FindMends, indentOf, type Mend } from './mend.ts';
import { mendQuotes } from './quotes.ts';

/** A place in a text where its author slipped, with what to tell them. */
export interface Slip {
  /** Counted from 0. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly mend: string;
}

/** What reads the text, and knows what it should hold. */
export interface Judge {
  /** Where a text stops being YAML, in the parser's words; nothing where it is YAML. */
  firstErrorIn(text: string): Slip | undefined;
  /** How many things are wrong with what a text says, where it is YAML. */
  countWrong(text: string): number;
}

/** From the surest to the least sure: what a later one finds is looked at only where no earlier one mends as much. */
const FINDERS = [mendLookAlikes, mendCharacters, mendIndentation, mendQuotes];
/** Those that cannot be wrong: they need not let the text be read on for more than a line. */
const SURE: readonly FindMends[] = [mendLookAlikes, mendCharacters];
const MOST_SLIPS = 20;
/** How many characters are read for them, for each slip the whole file anew. */
const MOST_READ = 4_000_000;
/** How many lines may be the one that is wrong. */
const MOST_SUSPECTS = 12;
const LOOK_BACK = 300;
const LOOK_AHEAD = 40;
/** A longer line than notes have is nothing to try things with. */
const LONGEST_LINE = 5000;
/** How many equal ways are held against what the text should hold. */
const MOST_RATED = 8;

/**
 * Finds the slips because of which a text is no YAML, by trial: where one small
 * change lets the text be read on, that change is what the author meant. With
 * each slip mended, the reading goes on to the next, so that one slip is told
 * once, and what only follows from it is not told.
 */
export function findSlips(text: string, judge: Judge): Slip[] {
  let lines: readonly string[] = text.split('\n');
  const slips: (Slip & Pick<Mend, 'isHabit'>)[] = [];
  for (let left = Math.min(MOST_SLIPS, 1 + MOST_READ / text.length); left > 0; left -= 1) {
    const error = judge.firstErrorIn(lines.join('\n'));
    if (!error) break;
    const best = bestMend(lines, error.line, judge);
    // What is beyond us may follow from the lines that were told of once for all.
    if (!best && slips.some(({ isHabit }) => isHabit)) break;
    if (!best?.isHabit || !slips.some(({ message }) => message === best.message)) slips.push(best ?? error);
    const mended = best ? apply(best, lines) : lines.with(error.line, '');
    // What nobody can explain is passed over, if it is but a line.
    if (!best && (judge.firstErrorIn(mended.join('\n'))?.line ?? lines.length) <= error.line + 1) break;
    lines = mended;
  }
  return slips;
}

const apply = ({ line, texts }: Mend, lines: readonly string[]): string[] => [
  ...lines.slice(0, line),
  ...texts,
  ...lines.slice(line + texts.length),
];

/** The change that lets the text be read on furthest; nothing where none helps for sure. */
function bestMend(lines: readonly string[], error: number, judge: Judge): Mend | undefined {
  const from = startOfPart(lines, error);
  const part = lines.slice(from, error + LOOK_AHEAD);
  const reachOf = (tried: readonly string[]) => judge.firstErrorIn(tried.join('\n'))?.line ?? tried.length;
  if (part.some(({ length }) => length > LONGEST_LINE) || reachOf(part) !== error - from) return undefined;
  const suspects = suspectsFor(part, error - from);
  for (const find of FINDERS) {
    const tried = suspects
      .flatMap((line) => find(part, line))
      .map((mend) => ({ mend, reach: reachOf(apply(mend, part)) }))
      .filter(({ mend, reach }) => reach > Math.max(error - from, mend.line) + (SURE.includes(find) ? 0 : 1));
    const furthest = Math.max(...tried.map(({ reach }) => reach));
    const equal = tried.filter(({ reach }) => reach === furthest).map(({ mend }) => ({ ...mend, line: mend.line + from }));
    if (equal.length > 0) return likeliest(equal, lines, judge);
  }
  return undefined;
}

/** Reading begins at an entry of the outermost list, one entry early: a whole file would have to be read again for each trial. */
function startOfPart(lines: readonly string[], error: number): number {
  const first = Math.max(0, error - LOOK_BACK);
  const entries = lines.slice(first, error).flatMap((text, at) => (/^ {0,2}- /.test(text) ? [first + at] : []));
  return entries.at(-2) ?? first;
}

/** The lines that may be wrong: that of the error, its neighbours, and those above on which it hangs. */
function suspectsFor(lines: readonly string[], error: number): number[] {
  const suspects = [error, error + 1];
  let least = indentOf(lines[error]) ?? Number.POSITIVE_INFINITY;
  for (let line = error - 1; line >= 0 && suspects.length < MOST_SUSPECTS; line -= 1) {
    const indent = indentOf(lines[line]);
    if (indent === undefined) continue;
    if (line === error - 1 || indent <= least + 2) suspects.push(line);
    least = Math.min(least, indent);
  }
  return suspects.filter((line) => line < lines.length);
}

/** Of changes that help as much, the one after which the text says most of what it should; then the smallest. */
function likeliest(mends: readonly Mend[], lines: readonly string[], judge: Judge): Mend | undefined {
  const sorted = mends.toSorted((a, b) => a.distance - b.distance).slice(0, MOST_RATED);
  if (sorted.length < 2) return sorted[0];
  return sorted.map((mend) => ({ mend, wrong: judge.countWrong(apply(mend, lines).join('\n')) })).toSorted((a, b) => a.wrong - b.wrong)[0]
    ?.mend;
}
