import { type Kysely, sql, type Transaction } from 'kysely';
import type { MemoryModel } from '../core/review/memory.ts';
import type { Grip, Kept, NewEvidence, ReviewLog } from '../core/review/records.ts';
import type { ActorId } from '../core/turn.ts';
import type { Engine } from './engine.ts';
import { findLearner } from './learners.ts';
import { addEvidence, lineFrom, linesOn, lockedLearnerOf, memoryFrom, takeBack } from './learning.ts';
import { rebuildAll } from './rebuild-memories.ts';
import type { Tables } from './tables.ts';

const QUARTER_MS = 900_000;

/** The log of what learners recalled and missed, with the memories that are made of it. */
export function createReviewLog(engine: Engine, now: () => Date, model: MemoryModel): ReviewLog {
  return {
    learn: (given) =>
      engine.write(async (transaction) => {
        const learner = await lockedLearnerOf(engine, transaction, given.actor, now());
        const subject = { learner, actor: given.actor, concept: given.concept };
        if ((await linesOn(transaction, subject)) !== given.seen) return 'already';
        await addEvidence(transaction, subject, given.evidence, { model, now: now() });
        await noteFace(transaction, learner, given, now());
        return 'kept';
      }),

    undo: ({ actor, line }) =>
      engine.write(async (transaction): Promise<Kept> => {
        const learner = await lockedLearnerOf(engine, transaction, actor, now());
        const lines = await transaction
          .selectFrom('log_line')
          .select(['id', 'what_json'])
          .where('learner', '=', learner)
          .where('concept', '=', line.concept)
          .execute();
        const undone = JSON.stringify({ kind: 'undone', line: line.id });
        if (!lines.some(({ id }) => id === line.id) || lines.some(({ what_json }) => what_json === undone)) return 'already';
        await takeBack(transaction, { learner, actor, concept: line.concept }, line.id, { model, now: now() });
        return 'kept';
      }),

    grip: (actor, concept) => engine.read((database) => grip(database, actor, concept)),

    since: (actor, from) =>
      engine.read(async (database) => {
        const rows = await database
          .selectFrom('log_line')
          .innerJoin('actor', 'actor.learner', 'log_line.learner')
          .leftJoin('memory', (join) =>
            join.onRef('memory.learner', '=', 'log_line.learner').onRef('memory.concept', '=', 'log_line.concept'),
          )
          .select(['log_line.id', 'log_line.concept', 'log_line.what_json', 'log_line.at_ms', 'memory.since_at_ms'])
          .where('actor.id', '=', actor)
          .where('log_line.at_ms', '>=', from.getTime())
          .orderBy('log_line.at_ms')
          .orderBy('log_line.id')
          .execute();
        return rows.map(({ since_at_ms, ...row }) => ({
          ...lineFrom(row),
          since: since_at_ms === null ? undefined : new Date(since_at_ms),
        }));
      }),

    async lastBefore(actor, before) {
      const row = await engine.read((database) =>
        database
          .selectFrom('log_line')
          .innerJoin('actor', 'actor.learner', 'log_line.learner')
          .select('log_line.at_ms')
          .where('actor.id', '=', actor)
          .where('log_line.at_ms', '<', before.getTime())
          .orderBy('log_line.at_ms', 'desc')
          .limit(1)
          .executeTakeFirst(),
      );
      return row && new Date(row.at_ms);
    },

    async activeQuarters(actor, from) {
      const quarter = sql<number>`log_line.at_ms / ${sql.lit(QUARTER_MS)}`;
      const rows = await engine.read((database) =>
        database
          .selectFrom('log_line')
          .innerJoin('actor', 'actor.learner', 'log_line.learner')
          .select(quarter.as('quarter'))
          .distinct()
          .where('actor.id', '=', actor)
          .where('log_line.at_ms', '>=', from.getTime())
          .execute(),
      );
      return rows.map((row) => new Date(Number(row.quarter) * QUARTER_MS));
    },

    rebuild: () => engine.write((transaction) => rebuildAll(transaction, engine, model)),
  };
}

async function grip(database: Kysely<Tables>, actor: ActorId, concept: string): Promise<Grip> {
  const learner = await findLearner(database, actor);
  if (learner === undefined) return { memory: undefined, lines: 0, shownAt: new Map() };
  const row = await database
    .selectFrom('memory')
    .selectAll()
    .where('learner', '=', learner)
    .where('concept', '=', concept)
    .executeTakeFirst();
  const faces = await database
    .selectFrom('face')
    .select(['face', 'shown_at_ms'])
    .where('learner', '=', learner)
    .where('concept', '=', concept)
    .execute();
  return {
    memory: row && memoryFrom(row),
    lines: await linesOn(database, { learner, concept }),
    shownAt: new Map(faces.map(({ face, shown_at_ms }) => [face, new Date(shown_at_ms)])),
  };
}

async function noteFace(transaction: Transaction<Tables>, learner: number, { concept, face }: NewEvidence, now: Date): Promise<void> {
  if (face === undefined) return;
  const shown = { shown_at_ms: now.getTime() };
  await transaction
    .insertInto('face')
    .values({ learner, concept, face, ...shown })
    .onConflict((conflict) => conflict.columns(['learner', 'concept', 'face']).doUpdateSet(shown))
    .execute();
}
