import type { Names, Span } from './names.ts';
import type { Unit } from './text.ts';

const CUES =
  /\b(?:vs|versus|differences?|differ|differs|different|differentiate|compare[ds]?|comparison|comparing|distinguish|distinction|instead of|rather than|mix(?:ing|ed)? up|confus\w+|same (?:thing|as)|when there is|should i (?:use|take|choose|pick)|which (?:one|should)|relat(?:e|ed|ion)\w*)\b|区别|不同|差别|差异|差在|不一样|对比|比较|相比|区分|分清|分不清|搞混|弄混|混淆|一回事|一样吗|一个东西|关系|异同|用哪个|选哪个|哪个好|该用|该选|怎么选|还是/;
const JOINT = /^\s*(?:vs\.?|versus|or|and|&|\/|,|、|和|与|跟|还是|或者|或|及|对比?|比)\s*(?:(?:a|an|the)\s+)?$/;
const STRONG_JOINT = /^\s*(?:vs\.?|versus|还是|or)\s*(?:(?:a|an|the)\s+)?$/;

/** What a comparison needs to know of the notes. */
export interface Comparable {
  readonly names: Names;
  /** Whether an entry only says what field the question is in. */
  isContext(entry: number): boolean;
  /** Whether an author wrote how the two differ. */
  isContrasted(one: number, other: number): boolean;
}

/** The two things that a question compares, in its order; `undefined` where it compares none. Takes folded text. */
export function comparedEntries(
  folded: string,
  units: readonly Unit[],
  spans: readonly Span[],
  notes: Comparable,
): [number, number] | undefined {
  const between = (one: Span, other: Span) => folded.slice(units[one.to - 1]!.end, units[other.from]!.start);
  const named = distinct(spans, notes);
  const pairs = named.slice(1).map((span, at) => [named[at]!, span] as const);
  const joined =
    pairs.find(([one, other]) => STRONG_JOINT.test(between(one, other))) ??
    pairs.find(([one, other]) => CUES.test(folded) && JOINT.test(between(one, other)));
  if (joined) return resolve(joined, notes);
  if (!CUES.test(folded)) return undefined;
  const [first, second] = named;
  if (first && second) return resolve([first, second], notes);
  return first && elliptic(folded, units, first, notes);
}

/** Each thing once; those that only say which field it is about are left out where two others are there. */
function distinct(spans: readonly Span[], { isContext }: Comparable): Span[] {
  const subjects = spans.filter(({ entries }) => !entries.every(isContext));
  const kept = new Set(subjects.map(({ entries }) => entries.join())).size >= 2 ? subjects : spans;
  // The same thing twice in a row is one; one that comes back later may be where the two stand side by side.
  return kept.filter((span, at) => kept[at - 1]?.entries.join() !== span.entries.join());
}

/** Of an ambiguous name, the bearer that an author contrasts with the other thing, else the first that is not that thing itself. */
function resolve([one, other]: readonly [Span, Span], { isContrasted }: Comparable): [number, number] | undefined {
  for (const first of one.entries) {
    for (const second of other.entries) if (first !== second && isContrasted(first, second)) return [first, second];
  }
  const [first] = one.entries;
  const second = other.entries.find((entry) => entry !== first);
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** "horizontal vs vertical pod autoscaler", 存活和就绪探针: the first lacks what the second's name ends in. */
function elliptic(folded: string, units: readonly Unit[], right: Span, notes: Comparable): [number, number] | undefined {
  const tail = units.slice(right.from, right.to).map(({ text }) => text);
  for (let end = right.from; end > Math.max(0, right.from - 3); end--) {
    if (!JOINT.test(folded.slice(units[end - 1]!.end, units[right.from]!.start))) continue;
    for (let start = end - 1; start >= Math.max(0, end - 4); start--) {
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
