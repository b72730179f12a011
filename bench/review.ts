import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { assemble } from '../src/core/content/assemble.ts';
import type { Concept } from '../src/core/content/concept.ts';
import { loadFolder } from '../src/core/content/load.ts';
import { learningPath } from '../src/core/content/path.ts';
import { seededRandom } from '../src/core/random.ts';
import { chooseFace, facesOf } from '../src/core/review/cards.ts';
import { dayAround } from '../src/core/review/day.ts';
import { sitDown } from '../src/core/review/desk.ts';
import { createMemoryModel } from '../src/core/review/memory.ts';
import { worthOf } from '../src/core/review/worth.ts';
import { openPostgres } from '../src/store/postgres.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { openStore } from '../src/store/store.ts';
import { addressOf, startPostgres } from '../tests/support/postgres.ts';

/**
 * How long a person with 10,000 memories waits until the next card is found:
 * `npm run bench:review`. Once with 30 of them due, once, as after a year away,
 * with all, and once with none, when it is the turn of something new: then the first
 * such card of a day, for which all that was met is read, is told by itself too.
 * Prints figures, and asserts none.
 */

const MEMORIES = 10_000;
const RUNS = 500;
const DAY_MS = 86_400_000;
const NOW = new Date('2026-03-02T12:00:00Z');
const ANN = 'test:ann';
const HOME = 'Asia/Shanghai';
/** Zones whose days begin at different instants. */
const ELSEWHERE = Array.from({ length: 26 }, (_, at) => `Etc/GMT${at < 12 ? `+${at + 1}` : `-${at - 11}`}`).filter(
  (zone) => zone !== 'Etc/GMT-8',
);

const concepts = Array.from(
  { length: MEMORIES + 100 },
  (_, at) => `  - { id: concept-${at}, en: { name: Concept ${at}, definition: The ${at}th thing. } }`,
);
const library = assemble(loadFolder([{ path: 'a/a.yaml', text: `concepts:\n${concepts.join('\n')}\n` }], false), loadFolder([], true));
const path: readonly Concept[] = learningPath(library.concepts);
const knowledge = { path, worth: worthOf(path) };

/** Rows behind the store's back: ten thousand reviews one by one take a minute. */
async function fill(engine: Awaited<ReturnType<typeof openSqlite>>, due: number): Promise<void> {
  const random = seededRandom('bench');
  await engine.write(async (transaction) => {
    await transaction.deleteFrom('learner').execute();
    const { id: learner } = await transaction
      .insertInto('learner')
      .values({ first_seen_at_ms: 0 })
      .returning('id')
      .executeTakeFirstOrThrow();
    await transaction.insertInto('actor').values({ id: ANN, learner, linked_at_ms: 0 }).execute();
    await transaction.insertInto('preference').values({ learner, zone: HOME }).execute();
    for (let from = 0; from < MEMORIES; from += 500) {
      const ids = Array.from({ length: 500 }, (_, at) => from + at);
      const seen = (at: number) => NOW.getTime() - (2 + (at % 300)) * DAY_MS;
      const memory = (at: number) => ({
        ...{ learner, concept: `concept-${at}`, stability: 1 + random() * 50, difficulty: 5, misses: 0 },
        ...{ seen_at_ms: seen(at), since_at_ms: seen(at), due_at_ms: NOW.getTime() + (at < due ? -at - 1 : (1 + at) * 60_000 + DAY_MS) },
      });
      const line = (at: number) => ({
        ...{ id: `000000-${at}`, learner, actor: ANN as `${string}:${string}`, concept: `concept-${at}` },
        ...{ what_json: '{"kind":"rated","rating":"good"}', at_ms: seen(at) },
      });
      await transaction.insertInto('memory').values(ids.map(memory)).execute();
      await transaction.insertInto('log_line').values(ids.map(line)).execute();
    }
  });
}

/** What filling has left behind, in the process and in the database, is not the cards' fault: those memories are months old. */
async function settle(engine: Awaited<ReturnType<typeof openSqlite>>, name: string): Promise<void> {
  globalThis.gc?.();
  if (name === 'PostgreSQL') {
    await engine.read((database) => sql`vacuum (analyze)`.execute(database));
    await engine.read((database) => sql`checkpoint`.execute(database));
  }
}

async function measure(name: string, where: string, openEngine: () => Promise<Awaited<ReturnType<typeof openSqlite>>>): Promise<void> {
  const { reviews, close } = await openStore(where, { as: 'tool', now: () => NOW });
  const engine = await openEngine();
  const model = createMemoryModel();
  const nextCard = async (zone: string) => {
    const habits = await reviews.habits.of(ANN);
    const { queue } = await sitDown({ actor: ANN, reviews, model, knowledge, habits, zone, now: NOW });
    const offer = queue.offers[0];
    const concept = library.concepts.get(offer?.concept ?? '');
    if (!offer || !concept) throw new Error('there is no next card');
    const grip = await reviews.log.grip(ANN, offer.concept);
    return chooseFace(facesOf(concept, library, 'en'), grip.shownAt);
  };
  for (const due of [30, MEMORIES, 0]) {
    await fill(engine, due);
    await settle(engine, name);
    for (let run = 0; run < RUNS / 5; run++) await nextCard(HOME);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) times.push(await timed(() => nextCard(HOME)));
    print(`${name}, ${due} of ${MEMORIES} due: median ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms (${RUNS} cards)`);
    if (due > 0) continue;
    const firsts: number[] = [];
    for (const zone of ELSEWHERE) {
      dayAround(NOW, zone);
      firsts.push(await timed(() => nextCard(zone)));
    }
    print(`  the first of a day: median ${quantile(firsts, 0.5)} ms, slowest ${quantile(firsts, 1)} ms (${firsts.length} days)`);
  }
  await engine.close();
  await close();
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

function quantile(times: readonly number[], share: number): string {
  const inOrder = times.toSorted((a, b) => a - b);
  return (inOrder[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), 'kubetutor-bench-'));
const server = await startPostgres();
try {
  await measure('SQLite', folder, () => openSqlite(join(folder, 'kubetutor.db')));
  const address = addressOf(server.socketDir, 'postgres');
  await measure('PostgreSQL', address, async () => openPostgres(address));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
