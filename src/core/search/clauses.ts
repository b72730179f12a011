import { restOf } from './frame.ts';
import type { Span } from './names.ts';
import type { Unit } from './text.ts';

const BREAK = /[,.;:!?，。；：！？、…()（）—–\n]|\s-\s/;

/** What asks for an explanation; a clause without it only tells. */
const ASKS =
  /\b(?:what|whats|explain|define|definition|meaning|mean|means|describe|who|tell me)\b|什么|啥|解释|介绍|科普|讲讲|说说|干嘛|作用|含义|怎么理解|怎么回事|何为|何谓/;

/** A part of a question between marks, with the names in it; its names count units from the clause's first. */
interface Clause {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly spans: readonly Span[];
}

/**
 * The name that a chatty question is about: that of the clause that asks
 * ("…, what is a Pod?"), or the last name before a clause that asks for "that"
 * ("they keep saying Pod, what's that"). `undefined` where no clause does.
 */
export function spanAskedFor(folded: string, units: readonly Unit[], spans: readonly Span[]): Span | undefined {
  const clauses = clausesOf(folded, units, spans);
  const asking = clauses.findLast(
    ({ text, spans: inside, units: all }) => inside.length > 0 && ASKS.test(text) && restOf(all, inside) === 0,
  );
  if (asking) return asking.spans.at(-1);
  const pointing = clauses.findLastIndex(
    ({ text, spans: inside, units: all }) => inside.length === 0 && ASKS.test(text) && restOf(all, []) === 0,
  );
  return clauses
    .slice(0, Math.max(0, pointing))
    .findLast(({ spans: inside }) => inside.length > 0)
    ?.spans.at(-1);
}

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
      spans: inside.map((span) => ({ ...span, from: span.from - start, to: span.to - start })),
    });
    from = to;
  }
  return clauses;
}
