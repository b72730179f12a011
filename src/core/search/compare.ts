import { isOnlyFramed, restOf } from './frame.ts';
import { isSameThing, type Names, type Span, wordsOf } from './names.ts';
import type { Unit } from './text.ts';

/** Words that compare whatever is named around them. */
const CUES =
  /\b(?:vs|versus|diffs?|diff?e?re?n[cs]es?|differ|differs|different|differentiate|compare[ds]?|comparison|comparing|distinguish|distinction|instead of|rather than|mix(?:ing|ed)? up|confus\w+|same (?:thing|as)|one and the same|when there is|should i (?:use|take|choose|pick)|which (?:one|should)|relat(?:e|ed|ion)\w*|sets? (?:them|it) apart|apart|two (?:words|names)|a kind of|who (?:does|can do) wh\w+)\b|区别|不同|差别|差异|差在|不一样|对比|比较|相比|区分|分清|分不清|搞混|弄混|混淆|一回事|一码事|一样吗|一个东西|同一个|关系|异同|用哪个|选哪个|哪个好|该用|该选|怎么选(?=择?(?:[呢啊呀吗\s\p{P}]|$))|怎么分|还是|是不是就是|是不是就等于|另一种叫法|改了个名|太像|这么像|谁是谁|谁包含谁/u;
/** Words that compare where an author has said how the two differ. */
const WEAK_CUES =
  /\b(?:why|both|which|when|instead|without|against|begin|better|just|what does .* that)\b|doesn|can't|为什么|为啥|还要|比|分别|各|就是|更|是不是|谁|哪个/;
const JOINT = /^\s*(?:vs\.?|versus|or|and|&|\/|,|、|和|与|跟|还是|或者|或|及|对比?|比)\s*(?:(?:a|an|the)\s+)?$/;
const STRONG_JOINT = /^\s*(?:vs\.?|versus|还是|or)\s*(?:(?:a|an|the)\s+)?$/;

/** What a comparison needs to know of the notes. */
export interface Comparable {
  readonly names: Names;
  /** Whether an entry only says what field the question is in. */
  isContext(entry: number): boolean;
  /** Whether a name is also a word of daily life. */
  isEveryday(name: string): boolean;
  /** Whether an author wrote how the two differ. */
  isContrasted(one: number, other: number): boolean;
}

/**
 * The two things that a question compares, in its order; `undefined` where it compares none.
 *
 * @param folded - the question, folded.
 * @param meant - of the names in it, those that can be meant; where two stand side by side, every name can.
 */
export function comparedEntries(
  folded: string,
  units: readonly Unit[],
  names: readonly Span[],
  meant: readonly Span[],
  notes: Comparable,
): [number, number] | undefined {
  const hasCue = CUES.test(folded);
  const compares = ([one, other]: Pair) => hasCue || (WEAK_CUES.test(folded) && areContrasted(one, other, notes));
  const joint = ([one, other]: Pair) => folded.slice(units[one.to - 1]!.end, units[other.from]!.start);
  // "ENV and ARG in a Dockerfile": the two are explained as one thing, so nothing is compared with the third.
  if (hasCue && pairsOf(names).some((pair) => isSameThing(...pair) && JOINT.test(joint(pair)))) return undefined;
  const neighbours = pairsOf(names).filter((pair) => !isSameThing(...pair));
  const joined =
    neighbours.find((pair) => STRONG_JOINT.test(joint(pair))) ??
    neighbours.find((pair) => (compares(pair) || isAllThereIs(units, names, pair)) && JOINT.test(joint(pair))) ??
    neighbours.find((pair) => isAllThereIs(units, names, pair) && joint(pair).trim() === '' && areContrasted(...pair, notes));
  if (joined) return resolve(joined, notes);
  const [first, second] = distinct(meant, notes);
  if (first && second)
    return compares([first, second]) && isAbout(units, names, [first, second], notes) ? resolve([first, second], notes) : undefined;
  return first && elliptic(folded, units, names, first, hasCue, notes);
}

type Pair = readonly [Span, Span];

const pairsOf = (spans: readonly Span[]): Pair[] => spans.slice(1).map((span, at) => [spans[at]!, span]);

/** Each thing once; those that only say which field it is about are left out where two others are there. */
function distinct(spans: readonly Span[], { isContext }: Comparable): Span[] {
  const subjects = spans.filter(({ entries }) => !entries.every(isContext));
  const different = firstOfEach(subjects);
  return different.length >= 2 ? different : firstOfEach(spans);
}

const firstOfEach = (spans: readonly Span[]): Span[] =>
  spans.filter((span, at) => spans.findIndex((other) => isSameThing(span, other)) === at);

/** "Pod and node": nothing is said but the two names. */
const isAllThereIs = (units: readonly Unit[], names: readonly Span[], pair: Pair): boolean =>
  names.length === pair.length && isOnlyFramed(units, names);

/** Two words of daily life among other words may be about anything ("Spring's @Service and @Component annotations"). */
function isAbout(units: readonly Unit[], names: readonly Span[], pair: Pair, { isEveryday }: Comparable): boolean {
  return !pair.every((span) => isEveryday(wordsOf(span, units))) || restOf(units, names) < 2;
}

const areContrasted = (one: Span, other: Span, { isContrasted }: Comparable): boolean =>
  one.entries.some((first) => other.entries.some((second) => first !== second && isContrasted(first, second)));

/** Of an ambiguous name, the bearer that an author contrasts with the other thing, else the first that is not that thing itself. */
function resolve([one, other]: Pair, { isContrasted }: Comparable): [number, number] | undefined {
  const pairs = one.entries.flatMap((first) => other.entries.map((second): [number, number] => [first, second]));
  const different = pairs.filter(([first, second]) => first !== second);
  return different.find(([first, second]) => isContrasted(first, second)) ?? different[0];
}

/** "horizontal vs vertical pod autoscaler", 存活和就绪探针: the first lacks what the second's name ends in. */
function elliptic(
  folded: string,
  units: readonly Unit[],
  names: readonly Span[],
  right: Span,
  hasCue: boolean,
  notes: Comparable,
): [number, number] | undefined {
  const tail = units.slice(right.from, right.to).map(({ text }) => text);
  for (let end = right.from; end > Math.max(0, right.from - 3); end--) {
    if (!JOINT.test(folded.slice(units[end - 1]!.end, units[right.from]!.start))) continue;
    for (let start = end - 1; start >= Math.max(0, end - 4); start--) {
      if (!hasCue && restOf(units, [...names, { ...right, from: start, to: end }]) > 0) continue;
      const head = units.slice(start, end).map(({ text }) => text);
      for (let kept = 1; kept < tail.length; kept++) {
        const left = notes.names.find([...head, ...tail.slice(kept)].join(''))?.[0];
        const [entry] = right.entries;
        if (left !== undefined && entry !== undefined && left !== entry) return [left, entry];
      }
    }
  }
  return undefined;
}
