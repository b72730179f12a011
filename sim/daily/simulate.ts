import { nextOccurrence } from '../../src/core/schedule/occurrences.ts';
import { storeOn } from '../../src/store/store.ts';
import { arrangement } from '../../tests/support/quiz.ts';
import { createSimBot } from './bots.ts';
import { type Channel, channelCalled, firstTimetable } from './channels.ts';
import { createLuck } from './luck.ts';
import { createPeople } from './people.ts';
import type { Posted } from './platform.ts';
import { createPlatforms } from './platforms.ts';
import { openSimStore, type SimStore } from './sim-store.ts';
import { createTimeline, DAY, SECOND } from './timeline.ts';
import { createTroubles } from './troubles.ts';
import { type Outcome, verdict } from './verdict.ts';
import { createWallClocks } from './wall-clocks.ts';

/** What is played. */
export interface Plan {
  readonly seed: string;
  readonly days: number;
  readonly channels: number;
  /** How often a clock leaps, or a bot dies, while a call is on its way: a share of 1. */
  readonly strikes: number;
}

/** On a Monday, a week before summer time begins in America. */
const START = Date.parse('2026-03-02T00:00:00Z');

/** Lets some channels have their quizzes for some days, with all that can go wrong, and says what became of them. */
export async function simulate(plan: Plan): Promise<Outcome> {
  const timeline = createTimeline(START);
  const store = await openSimStore(() => new Date(timeline.now()));
  try {
    const began = performance.now();
    const { events, begin } = createWorld(plan, { timeline, store });
    await begin();
    await timeline.runUntil(events.end, () => {
      const work = store.newWork();
      if (work) for (const bot of events.bots) bot.wakeFor(work);
    });
    return verdict({
      ...events,
      counts: events.counts(),
      openQuizzes: events.openQuizzes(),
      quizzes: store.quizzes(),
      seconds: (performance.now() - began) / 1000,
    });
  } finally {
    await store.remove();
  }
}

/** Bots, platforms, channels, people and troubles, and the record of what happens. */
function createWorld(
  { seed, days, channels: count, strikes }: Plan,
  { timeline, store }: { timeline: ReturnType<typeof createTimeline>; store: SimStore },
) {
  const luck = createLuck(seed);
  const walls = createWallClocks();
  const channels = new Map(Array.from({ length: count }, (_, number) => channelCalled(number)).map((channel) => [channel.id, channel]));
  const posted: (Posted & { at: number })[] = [];
  const incidents: unknown[] = [];
  const openedByHand = new Set<number>();
  const { schedules } = storeOn(store.engine, { now: () => new Date(timeline.now()) }).records;
  const observe = async (channel: Channel): Promise<void> => {
    const kept = await schedules.find(channel.id);
    if (!kept) return;
    const from = timeline.now();
    const ahead = Math.max(0, ...bots.map((bot) => bot.ahead.at(from)));
    channel.versions.push({ from, promisesFrom: from + ahead, timetable: kept.timetable, isOn: kept.state === 'on' });
  };
  const platforms = createPlatforms({
    ...{ timeline, luck, channels },
    onCall: () => troubles.onCall(),
    onForbidden: (channel) => timeline.at(timeline.now() + SECOND, () => void observe(channel)),
    onPosted(message) {
      posted.push({ ...message, at: timeline.now() });
      people.answer(message);
    },
  });
  const { posters, outages, outageOf } = platforms;
  const log = { incident: (_id: string, error: unknown) => void incidents.push(error) };
  const bots = [1, 2].map(() =>
    createSimBot({ timeline, luck, engine: store.engine, posters, log, onDeath: (bot) => troubles.onDeath(bot) }),
  );
  const people = createPeople({
    ...{ timeline, luck, walls, bots, channels },
    onEdited: (channel) => void observe(channel),
    onOpened: ({ id }) => void openedByHand.add(store.newestQuiz(id)),
  });
  const troubles = createTroubles({
    ...{ timeline, luck, bots, strikes, channels: [...channels.values()], outages },
    onAllowedAgain: (channel) => people.resume(channel),
  });
  return {
    events: {
      ...{ begin: START, end: START + days * DAY, walls, bots, channels, posted, openedByHand, incidents, outageOf },
      openQuizzes: () => platforms.openQuizzes(),
      counts: () => ({ ...people.counts, ...troubles.counts, ...platforms.counts() }),
    },
    async begin(): Promise<void> {
      for (const [number, channel] of [...channels.values()].entries()) {
        const timetable = firstTimetable(number, luck);
        const wanted = arrangement({ conversation: channel.id, space: channel.space, timetable });
        await schedules.save(wanted, nextOccurrence(timetable, new Date(START)));
        channel.versions.push({ from: START, promisesFrom: START, timetable, isOn: true });
        people.keepEditing(channel);
      }
      for (const bot of bots) bot.start();
      troubles.begin();
    },
  };
}
