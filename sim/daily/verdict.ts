import type { ConversationId } from '../../src/core/places.ts';
import type { Day } from '../../src/core/schedule/schedule.ts';
import type { SimBot } from './bots.ts';
import type { Channel } from './channels.ts';
import type { History } from './history.ts';
import type { Posted } from './platform.ts';
import { excuseFor, LATEST_MS, latenessOf, obligationsOf, wasHoursOff } from './reckoning.ts';
import type { KeptQuiz } from './sim-store.ts';
import { DAY, HOUR, MINUTE } from './timeline.ts';
import type { WallClocks } from './wall-clocks.ts';

/** What became of all quizzes. */
export interface Outcome {
  /** Days of channels on which there was to be a quiz. */
  readonly expected: number;
  readonly posted: number;
  /** How many were left out, for which reason. */
  readonly skipped: ReadonlyMap<string, number>;
  readonly lost: readonly string[];
  /** Second messages of one quiz. */
  readonly doubled: readonly string[];
  /** The same, where one cannot ask whether a message stands there. */
  readonly doubledBlind: number;
  /** Quizzes that came although it was too late for them, or too early, by clocks that were right. */
  readonly untimely: readonly string[];
  /** Quizzes that were over for a day, and whose message did not say so. */
  readonly leftOpen: readonly string[];
  readonly incidents: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly seconds: number;
}

interface Events {
  readonly begin: number;
  readonly end: number;
  readonly walls: WallClocks;
  readonly bots: readonly SimBot[];
  readonly channels: ReadonlyMap<ConversationId, Channel>;
  outageOf(channel: Channel): History<boolean>;
  readonly posted: readonly (Posted & { readonly at: number })[];
  readonly quizzes: ReadonlyMap<number, KeptQuiz>;
  readonly openQuizzes: readonly number[];
  /** Quizzes that somebody has opened at once. */
  readonly openedByHand: ReadonlySet<number>;
  readonly incidents: readonly unknown[];
  readonly counts: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** Holds what was posted against what was promised. */
export function verdict(events: Events): Outcome {
  const { begin, end, walls, channels, posted, quizzes, incidents, counts, seconds } = events;
  const messages = Map.groupBy(posted, ({ quiz }) => quiz);
  const done = new Set(posted.map(({ conversation, quiz }) => `${conversation} ${quizzes.get(quiz)?.day}`));
  const givenUp = new Set(
    [...quizzes.values()].filter(({ isGivenUp }) => isGivenUp).map(({ conversation, day }) => `${conversation} ${day}`),
  );
  const isInDoubt = ({ id }: Channel, day: Day) => !canBeAsked(id) && givenUp.has(`${id} ${day}`);
  const skipped = new Map<string, number>();
  const lost: string[] = [];
  const expected = new Set<string>();
  // What is due in the last hours may still be on its way.
  for (const obligation of [...channels.values()].flatMap((channel) => obligationsOf(channel, begin, end - LATEST_MS - HOUR, walls))) {
    const name = `${obligation.channel.id} ${obligation.day}`;
    const isNew = !expected.has(name);
    expected.add(name);
    if (done.has(name)) continue;
    const excuse = excuseFor(obligation, { ...events, isInDoubt });
    if (excuse === undefined) lost.push(`${name}, due ${new Date(obligation.at).toISOString()}`);
    else if (isNew) skipped.set(excuse, (skipped.get(excuse) ?? 0) + 1);
  }
  const twice = [...messages.values()].filter(({ length }) => length > 1).map(([first, second]) => ({ first, second }));
  const seen = twice.filter(({ first }) => first && canBeAsked(first.conversation));
  return {
    expected: expected.size,
    posted: messages.size,
    skipped,
    lost,
    doubled: seen.map(({ first, second }) => `${first?.conversation} quiz ${first?.quiz}, ${iso(first?.at)} and ${iso(second?.at)}`),
    doubledBlind: twice.length - seen.length,
    untimely: untimely(events),
    leftOpen: leftOpen(events),
    incidents: incidents.map(String),
    counts,
    seconds,
  };
}

/** Whether one can look whether a message stands there. */
const canBeAsked = (conversation: ConversationId): boolean => conversation.startsWith('test:');

const iso = (at = 0): string => new Date(at).toISOString();

function untimely({ posted, quizzes, channels, walls, bots, openedByHand }: Events): string[] {
  return posted.flatMap(({ conversation, quiz, at }) => {
    const [channel, day] = [channels.get(conversation), quizzes.get(quiz)?.day];
    if (!channel || day === undefined || openedByHand.has(quiz)) return [];
    if (day === null) return [`${conversation} quiz ${quiz} was given up, and came at ${iso(at)}`];
    const lateness = latenessOf(channel, day, at, walls);
    if (lateness > -5 * MINUTE && lateness < LATEST_MS + 10 * MINUTE) return [];
    const isClockWrong = bots.some((bot) => bot.ahead.during(at - DAY, at).some((ahead) => Math.abs(ahead) > 4 * MINUTE));
    return isClockWrong ? [] : [`${conversation} ${day} came at ${iso(at)}, ${Math.round(lateness / MINUTE)} minutes late`];
  });
}

function leftOpen({ posted, quizzes, openQuizzes, bots, end }: Events): string[] {
  const postedAt = new Map(posted.map(({ quiz, at }) => [quiz, at]));
  return openQuizzes
    .filter((quiz) => {
      const at = postedAt.get(quiz) ?? end;
      return (quizzes.get(quiz)?.closedAt ?? end) < end - DAY && !wasHoursOff(bots, at - LATEST_MS, at + LATEST_MS);
    })
    .map((quiz) => `quiz ${quiz} is over, and its message does not say so`);
}
