import type { Span } from './names.ts';

const CUES =
  /\b(?:vs|versus|differences?|differ|differs|different|differentiate|compare[ds]?|comparison|comparing|distinguish|distinction|instead of|rather than|mix(?:ing)? up|confus\w+|same (?:thing|as))\b|区别|不同|差别|差异|不一样|对比|比较|相比|区分|分清|分不清|搞混|弄混|混淆|一回事|一样吗|关系|异同/;
const OR = /\bor\b|还是|\/|,|、/;

/** Whether a folded question asks how things differ; *or* does so only where it stands between the two. */
export function asksToCompare(folded: string, between: string): boolean {
  return CUES.test(folded) || OR.test(between);
}

/** The two things compared, in the order of the question; fewer than two where it is no comparison. */
export function comparedEntries(spans: readonly Span[], isContext: (entry: number) => boolean): number[] {
  const named = spans.filter(({ entries }) => entries.length === 1).map(({ entries }) => entries[0]!);
  const distinct = [...new Set(named)];
  const subjects = distinct.filter((entry) => !isContext(entry));
  return (subjects.length >= 2 ? subjects : distinct).slice(0, 2);
}
