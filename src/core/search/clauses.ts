import { isOnlyFramed, restOf } from './frame.ts';
import type { Span } from './names.ts';
import type { Unit } from './text.ts';

const BREAK = /[,.;:!?，。；：！？、…()（）—–\n]|\s-\s/;

/** What asks for an explanation; a clause without it only tells. */
const ASKS =
  /\b(?:what|whats|explain|define|definition|meaning|mean|means|describe|who|tell me|how (?:do|does|is|are))\b|什么|啥|解释|介绍|科普|讲讲|说说|干嘛|作用|含义|怎么理解|怎么回事|何为|何谓/;
/** What asks how something is called: then what was named before is not it. */
const ASKS_FOR_NAME = /叫什么|叫啥|叫做什么|怎么叫|\b(?:called|name)\b/;

/** What asks for "that", whatever else the clause tells. */
const POINTS =
  /\b(?:what|who) (?:on earth |exactly )?(?:(?:it|that|this|they|those|these)(?: is| are| does| do|'s)|(?:is|are|does) (?:it|that|this|they|those|these))\b|\bits (?:purpose|role|job|point)\b|(?:那|这|它)(?:到底|究竟)?(?:是|叫)?(?:个|干|做)?(?:什么|啥)|求(?:讲解|解释|科普)|补一下/;

/** A part of a question between marks. */
interface Clause {
  readonly text: string;
  readonly units: readonly Unit[];
  /** The names in it, counting units from the clause's first. */
  readonly spans: readonly Span[];
  /** The same names, counting units from the question's first. */
  readonly meant: readonly Span[];
  /** The last of those. */
  readonly last: Span | undefined;
}

/**
 * The name that a chatty question is about: that of the clause that asks
 * ("…, what is a Pod?"), or the last name before a clause that asks for "that"
 * ("they keep saying Pod, what's that"). `undefined` where no clause does.
 *
 * @param isDistinct - whether a name has no other meaning, so that words around it cannot lead astray.
 */
export function spanAskedFor(
  folded: string,
  units: readonly Unit[],
  spans: readonly Span[],
  isDistinct: (span: Span) => boolean,
): Span | undefined {
  const clauses = clausesOf(folded, units, spans);
  const asking = clauses.findLast(
    ({ text, spans: inside, units: all }) => inside.length > 0 && ASKS.test(text) && isOnlyFramed(all, inside),
  );
  if (asking) return asking.meant.findLast(isDistinct) ?? asking.last;
  const nearby = clauses.flatMap((clause) => clause.spans.map((span, at) => ({ clause, span, meant: clause.meant[at] })));
  const asked = nearby.findLast(({ clause, span, meant }) => meant && isAskedFor(clause, span, isDistinct(meant)));
  if (asked) return asked.meant;
  const told = clauses.slice(0, Math.max(0, clauses.findLastIndex(isPointing)));
  const before = clauses.slice(0, clauses.findLastIndex(({ text }) => POINTS.test(text) && !ASKS_FOR_NAME.test(text)) + 1);
  return (
    told.findLast((clause) => clause.last && (isDistinct(clause.last) || endsWithName(clause)))?.last ??
    before.findLast(({ last }) => last && isDistinct(last))?.last
  );
}

/** What brings up a word: behind it, even a word of daily life is the word that is asked about. */
const BRINGS_UP =
  /(?:\b(?:what|explain|define|tell me about|know|understand|means?|called)\s+(?:(?:is|are|a|an|the)\s+)*|问|请教一?下?|说的?|解释一?下?|明白|清楚|知道|理解的?|什么是|何谓|叫做?|所谓|这边的?|这里的?)$/;

/** 集群里的 …: what stands before says where it is. */
const INSIDE = /^(?:里|中|上)/;

/**
 * Whether the words right around a name ask for it, whatever else the clause
 * tells: "and I wonder what [docker compose] is", 日志里老出现的 [etcd] 是什么.
 */
function isAskedFor({ text, units, spans }: Clause, span: Span, isDistinct: boolean): boolean {
  const start = units[0]?.start ?? 0;
  const before = framedBefore(units, spans, span);
  const behind = framedBehind(units, spans, span);
  const left = text.slice((units[before]?.start ?? start) - start, units[span.from]!.start - start);
  const right = text.slice(units[span.to - 1]!.end - start, (units[behind - 1]?.end ?? 0) - start);
  const asks = (ASKS.test(left) || ASKS.test(right)) && !ASKS_FOR_NAME.test(right);
  if (!asks || isDistinct) return asks;
  const isInField = spans.some(({ to }) => to === before) && INSIDE.test(left);
  return behind === units.length && (isInField || BRINGS_UP.test(left));
}

/** Where the run of frame words that ends at a name begins. */
function framedBefore(units: readonly Unit[], spans: readonly Span[], { from }: Span): number {
  let start = from;
  while (start > 0 && !spans.some(({ to }) => to === start) && restOf(units.slice(start - 1, from), []) === 0) start -= 1;
  // A Chinese phrase of the frame may only be whole some characters on.
  for (let further = start - 1; further >= Math.max(0, start - 4); further--) {
    if (!spans.some(({ to }) => to > further && to <= start) && restOf(units.slice(further, from), []) === 0) start = further;
  }
  return start;
}

/** Where the run of frame words that begins behind a name ends. */
function framedBehind(units: readonly Unit[], spans: readonly Span[], { to }: Span): number {
  let end = to;
  for (let further = to + 1; further <= Math.min(units.length, to + 12); further++) {
    if (spans.some(({ from }) => from >= to && from < further)) break;
    if (restOf(units.slice(to, further), []) === 0) end = further;
  }
  return end;
}

/** "What's that?", 那是什么: a clause that asks and names nothing. */
const isPointing = ({ text, units, spans }: Clause): boolean =>
  spans.length === 0 && ASKS.test(text) && !ASKS_FOR_NAME.test(text) && restOf(units, []) === 0;

/** Whether a clause ends with a name, give or take words that say nothing. */
const endsWithName = ({ units, spans }: Clause): boolean => restOf(units.slice(spans.at(-1)?.to ?? 0), []) === 0;

function clausesOf(folded: string, units: readonly Unit[], spans: readonly Span[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (let to = 1; to <= units.length; to++) {
    const isInName = spans.some((span) => span.from < to && to < span.to);
    const isBreak = to === units.length || BREAK.test(folded.slice(units[to - 1]!.end, units[to]!.start));
    if (!isBreak || isInName) continue;
    const start = from;
    const inside = spans.filter((span) => span.from >= start && span.to <= to);
    clauses.push({
      text: folded.slice(units[start]!.start, units[to - 1]!.end),
      units: units.slice(start, to),
      meant: inside,
      last: inside.at(-1),
      spans: inside.map((span) => ({ ...span, from: span.from - start, to: span.to - start })),
    });
    from = to;
  }
  return clauses;
}
