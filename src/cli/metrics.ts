import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { COMMANDS } from '../core/commands/index.ts';
import { PlatformError } from '../core/errors.ts';
import { platformOf } from '../core/places.ts';
import type { Poster } from '../core/ports.ts';
import type { ClaimedPost, QuizRecords } from '../core/quiz/records.ts';
import { MAX_LATENESS_MS } from '../core/schedule/occurrences.ts';
import { type CodeOf, createFaults } from './faults.ts';
import type { RunLog } from './log.ts';

/** The figures of a running bot. Each is counted by watching a part of it, which knows nothing of that. */
export interface Metrics {
  /** All figures, in Prometheus' text format. */
  text(): Promise<string>;
  watchingLog(log: RunLog): RunLog;
  watchingPoster(platform: string, poster: Poster): Poster;
  watchingRecords(records: QuizRecords): QuizRecords;
  /** The same part of the store, with its calls timed. */
  timing<Part extends object>(name: string, part: Part): Part;
}

/** Of commands that only a forged button could name there may be any number; they count as one. */
const OTHER_COMMAND = 'other';

/** @param codes - by what the errors of each platform are counted. */
export function createMetrics(codes: Readonly<Record<string, CodeOf>> = {}): Metrics {
  const registry = new Registry();
  // Memory, garbage collection, and how late the event loop is.
  collectDefaultMetrics({ register: registry });
  const own = ownMetrics(registry);
  const faults = createFaults(codes);
  // What a poster threw may be logged as an incident too.
  const counted = new WeakSet<object>();
  const timing: Metrics['timing'] = (name, part) => timed(part, (method, seconds) => own.store.observe({ part: name, method }, seconds));
  return {
    text: () => registry.metrics(),
    timing,
    watchingLog: (log) => ({
      ...log,
      incident(id, error) {
        own.incidents.inc();
        const fault = error instanceof Error && !counted.has(error) ? faults.in(error) : undefined;
        if (fault) own.platformErrors.inc({ ...fault, kind: 'incident' });
        log.incident(id, error);
      },
      turn(told) {
        const { turn, outcome, ms } = told;
        const platform = platformOf(turn.actor.id);
        const command = COMMANDS.find(({ name }) => name === turn.intent.command)?.name ?? OTHER_COMMAND;
        own.turns.inc({ platform, command, outcome });
        own.turnSeconds.observe({ platform }, ms / 1_000);
        log.turn?.(told);
      },
    }),
    watchingPoster(platform, poster) {
      const counting = async <T>(call: Promise<T>): Promise<T> => {
        try {
          return await call;
        } catch (error) {
          if (error instanceof Error) counted.add(error);
          const kind = error instanceof PlatformError ? error.refusal.kind.replaceAll(' ', '-') : 'bug';
          own.platformErrors.inc({ ...faults.of(platform, error), kind });
          throw error;
        }
      };
      return {
        ...poster,
        post: (...args) => counting(poster.post(...args)),
        find: (...args) => counting(poster.find(...args)),
        edit: (...args) => counting(poster.edit(...args)),
      };
    },
    watchingRecords(records) {
      countWaiting(registry, records.posts);
      return {
        schedules: timing('schedules', records.schedules),
        quizzes: timing('quizzes', records.quizzes),
        standings: timing('standings', records.standings),
        greetings: timing('greetings', records.greetings),
        posts: watchingPosts(timing('posts', records.posts), own),
      };
    },
  };
}

/** Counts the outbox when somebody asks; while the store is away, nobody knows. */
function countWaiting(registry: Registry, posts: QuizRecords['posts']): void {
  new Gauge({
    name: 'kubetutor_posts_waiting',
    help: 'Messages that are still to be posted or drawn anew, by all processes together.',
    registers: [registry],
    async collect() {
      this.set(await posts.waiting().catch(() => Number.NaN));
    },
  });
}

function watchingPosts(posts: QuizRecords['posts'], { due, sent, late, lateness }: OwnMetrics): QuizRecords['posts'] {
  const isFirst = ({ state }: ClaimedPost) => state !== 'posted';
  const countLate = (post: ClaimedPost): void => {
    if (isFirst(post) && Date.now() - post.dueAt.getTime() > MAX_LATENESS_MS) late.inc();
  };
  return {
    ...posts,
    async claim(platforms, limit) {
      const claimed = await posts.claim(platforms, limit);
      due.inc(claimed.filter(({ state }) => state === 'sending').length);
      return claimed;
    },
    async settle(post, message) {
      await posts.settle(post, message);
      if (!isFirst(post)) return;
      sent.inc();
      lateness.observe((Date.now() - post.dueAt.getTime()) / 1_000);
    },
    async giveUp(post) {
      await posts.giveUp(post);
      countLate(post);
    },
    async withdraw(post) {
      await posts.withdraw(post);
      countLate(post);
    },
  };
}

type OwnMetrics = ReturnType<typeof ownMetrics>;

function ownMetrics(registry: Registry) {
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `kubetutor_${name}`, help, labelNames, registers });
  const histogram = <Label extends string>(name: string, help: string, buckets: number[], labelNames: Label[] = []) =>
    new Histogram({ name: `kubetutor_${name}`, help, buckets, labelNames, registers });
  return {
    turns: counter('turns_total', 'What people asked for, by command and by what became of it.', ['platform', 'command', 'outcome']),
    turnSeconds: histogram('turn_seconds', 'From a turn to its reply.', [0.005, 0.02, 0.1, 0.5, 1.5, 3, 10], ['platform']),
    incidents: counter('incidents_total', 'What was logged as an incident.'),
    platformErrors: counter('platform_errors_total', 'What a platform refused, by what it means for us and by its own code.', [
      'platform',
      'kind',
      'code',
    ]),
    due: counter('posts_due_total', 'Attempts to post a message of the daily quiz.'),
    sent: counter('posts_sent_total', 'Messages of the daily quiz that stand in their channel.'),
    late: counter('posts_late_total', 'Messages of the daily quiz that were given up since it was too late for them.'),
    lateness: histogram('post_delay_seconds', 'From when a message was due until it stood there.', [1, 5, 15, 60, 300, 1_800, 7_200]),
    store: histogram('store_seconds', 'Calls of the store.', [0.001, 0.005, 0.02, 0.1, 0.5, 2], ['part', 'method']),
  };
}

/** The same object, whose calls are timed however they end. */
function timed<Part extends object>(part: Part, observe: (method: string, seconds: number) => void): Part {
  const entries = Object.entries(part).map(([method, value]: [string, unknown]) => {
    if (typeof value !== 'function') return [method, value];
    const call = async (...args: unknown[]): Promise<unknown> => {
      const begunAt = performance.now();
      try {
        return await value.apply(part, args);
      } finally {
        observe(method, (performance.now() - begunAt) / 1_000);
      }
    };
    return [method, call];
  });
  return Object.fromEntries(entries) as Part;
}
