import { createPassingPreferences } from '../../src/cli/memory.ts';
import { type Bot, createBot } from '../../src/core/bot.ts';
import { around } from '../../src/core/knowledge.ts';
import { platformOf } from '../../src/core/places.ts';
import type { Knowledge, Log, Poster } from '../../src/core/ports.ts';
import { compose } from '../../src/core/quiz/compose.ts';
import { createDaily } from '../../src/core/quiz/daily.ts';
import { drawPost } from '../../src/core/quiz/messages.ts';
import type { QuizRecords } from '../../src/core/quiz/records.ts';
import { createMemoryModel } from '../../src/core/review/memory.ts';
import type { Engine } from '../../src/store/engine.ts';
import { storeOn } from '../../src/store/store.ts';
import { libraryOf } from '../../tests/support/notes.ts';
import { QUIZ_NOTES } from '../../tests/support/quiz-notes.ts';
import { createHistory, type History } from './history.ts';
import type { Luck } from './luck.ts';
import { type Life, mortal } from './mortal.ts';
import { HOUR, SECOND, type Timeline } from './timeline.ts';

/** A bot's process, which ends and is started again, and the clock of its machine. */
export interface SimBot {
  /** Answers people; `undefined` while it is not running. */
  running(): Bot | undefined;
  /** Lets it die at one of its next calls, or now. */
  kill(callsLeft: number): void;
  start(): void;
  /** Makes a pass when something is due by its own clock; and soon, while somebody is at a message, so as to see when that goes on for too long. */
  wakeFor(work: { readonly due: number; readonly isHeld: boolean }): void;
  setClock(ahead: number): void;
  /** How far its clock is ahead of the sun, in milliseconds. */
  readonly ahead: History<number>;
  readonly isRunning: History<boolean>;
}

interface BotWorld {
  readonly timeline: Timeline;
  readonly luck: Luck;
  readonly engine: Engine;
  readonly posters: ReadonlyMap<string, Poster>;
  readonly log: Log;
  onDeath(bot: SimBot): void;
}

/** However little there is to do, a pass is made so often. */
const LONGEST_REST_MS = 4 * HOUR;
/** While somebody is at a message, a pass is made so often; the program makes one a second. */
const LOOK_AGAIN_MS = 61 * SECOND;
/** So many passes in a row are no honest work. */
const TOO_MANY_PASSES = 10_000;

const library = libraryOf(QUIZ_NOTES);
const knowledge: Knowledge = {
  ...around(library),
  find: () => ({ kind: 'unknown', ids: [], others: [], isComparison: false, mended: [], confidence: 0 }),
  termsIn: () => [],
};
const model = createMemoryModel();

/** A bot that has yet to be started. */
export function createSimBot(world: BotWorld): SimBot {
  const { timeline, luck } = world;
  const ahead = createHistory(0);
  const isRunning = createHistory(false);
  const clock = () => timeline.now() + ahead.at(timeline.now());
  let life: Life = { isOver: true };
  let process: { readonly bot: Bot; pass(): Promise<void> } | undefined;
  let nextWake = Number.POSITIVE_INFINITY;
  let wakes = 0;
  /** Mostly both bots come at about the same time; at times, one is long behind. */
  let known = { due: 0, delay: 0 };
  const wake = (instant: number) => {
    if (life.isOver || instant >= nextWake) return;
    nextWake = instant;
    const number = ++wakes;
    timeline.at(instant, () => {
      if (number !== wakes || life.isOver) return;
      nextWake = Number.POSITIVE_INFINITY;
      wake(timeline.now() + LONGEST_REST_MS);
      void process?.pass();
    });
  };
  const self: SimBot = {
    running: () => (life.isOver ? undefined : process?.bot),
    kill(callsLeft) {
      if (life.isOver) return;
      if (callsLeft > 0) life.callsLeft = callsLeft;
      else die();
    },
    start() {
      if (!life.isOver) return;
      const current: Life = { isOver: false };
      life = current;
      isRunning.set(timeline.now(), true);
      process = startProcess(world, clock, current, die);
      nextWake = Number.POSITIVE_INFINITY;
      wake(timeline.now());
    },
    wakeFor({ due, isHeld }) {
      if (isHeld) wake(timeline.now() + LOOK_AGAIN_MS);
      if (due === Number.POSITIVE_INFINITY) return;
      if (due !== known.due) known = { due, delay: luck.happens(0.7) ? luck.between(0, 2 * SECOND) : luck.between(2, 40) * SECOND };
      wake(Math.max(due - ahead.at(timeline.now()) + known.delay, timeline.now() + SECOND));
    },
    setClock(by) {
      ahead.set(timeline.now(), by);
      wake(timeline.now());
    },
    ahead,
    isRunning,
  };
  const die = () => {
    life.isOver = true;
    isRunning.set(timeline.now(), false);
    world.onDeath(self);
  };
  return self;
}

function startProcess({ timeline, engine, posters, luck, log }: BotWorld, clock: () => number, life: Life, onDeath: () => void) {
  const isDone = () => luck.happens(0.5);
  const now = () => new Date(clock());
  const steady = () => timeline.now();
  const dying = <Calls extends object>(calls: Calls) => mortal(calls, life, isDone, onDeath);
  const { schedules, quizzes, posts, standings, greetings } = storeOn(engine, { now, steady }).records;
  const records: QuizRecords = {
    schedules: dying(schedules),
    quizzes: dying(quizzes),
    posts: dying(posts),
    standings: dying(standings),
    greetings: dying(greetings),
  };
  const own = new Map(
    posters.entries().map(([platform, poster]): [string, Poster] => {
      const { laneOf, ...calls } = poster;
      return [platform, { laneOf, ...dying(calls) }];
    }),
  );
  const sources = { records, random: () => luck.between(0, 999) / 1000, now, model, knowledge: () => knowledge };
  const daily = createDaily({
    ...{ records, posters: own, now, steady, log },
    compose: (schedule) => compose(schedule, sources),
    draw: (post) => drawPost(post, records),
  });
  const bot = createBot({
    ...sources,
    preferences: createPassingPreferences(),
    log,
    zone: 'UTC',
    laneOf: (to) => own.get(platformOf(to.conversation))?.laneOf(to),
    wake: () => {},
    fallbackLanguage: 'en',
    commandName: 'k8s',
  });
  let isPassing = false;
  return {
    bot,
    async pass() {
      // As in the program: one pass after another, never two at once.
      if (isPassing) return;
      isPassing = true;
      try {
        for (let passes = 0; (await daily.tick()) > 0; passes++) if (passes > TOO_MANY_PASSES) throw new Error('passes without an end');
      } catch (error) {
        log.incident('tick', error);
      } finally {
        isPassing = false;
      }
    },
  };
}
