import { isOnlyFramed, restOf } from './frame.ts';
import type { Span } from './names.ts';
import type { Unit } from './text.ts';

const BREAK = /[,.;:!?，。；：！？、…()（）—–\n]|\s-\s/;

/** What asks for an explanation; a clause without it only tells. */
const ASKS =
  /\b(?:what|whats|explain|define|definition|meaning|mean|means|describe|who|tell me|how (?:do|does|is|are))\b|什么|啥|解释|介绍|科普|讲讲|说说|干嘛|作用|含义|怎么理解|怎么回事|何为|何谓/;
/** What asks how something is called: then what was named before is not it. */
const ASKS_FOR_NAME = /叫什么|叫啥|叫做什么|怎么叫|\b(?:called|name)\b/;

/** A part of a question between marks. */
interface Clause {
  readonly text: string;
  readonly units: readonly Unit[];
  /** The names in it, counting units from the clause's first. */
  readonly spans: readonly Span[];
  /** The last of them, counting from the question's first. */
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
  if (asking) return asking.last;
  const headed = clauses.findLast((clause) => asksAtTheEnd(clause) && clause.last && isDistinct(clause.last));
  if (headed) return headed.last;
  const told = clauses.slice(0, Math.max(0, clauses.findLastIndex(isPointing)));
  return told.findLast((clause) => clause.last && (isDistinct(clause.last) || endsWithName(clause)))?.last;
}

/** 日志里老出现的 kube-apiserver 是什么: whatever stands before, the name right before the asking words is meant. */
function asksAtTheEnd({ text, units, spans }: Clause): boolean {
  const tail = units.slice(spans.at(-1)?.to ?? units.length);
  const first = tail[0];
  return first !== undefined && ASKS.test(text.slice(first.start - (units[0]?.start ?? 0))) && restOf(tail, []) === 0;
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
      last: inside.at(-1),
      spans: inside.map((span) => ({ ...span, from: span.from - start, to: span.to - start })),
    });
    from = to;
  }
  return clauses;
}
