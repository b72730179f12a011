import { type Selectable, sql, type Transaction } from 'kysely';
import type { MemoryModel } from '../core/review/memory.ts';
import type { Kept, NewEvidence, ReviewLog } from '../core/review/records.ts';
import type { ActorId } from '../core/turn.ts';
import type { Engine } from './engine.ts';
import { addEvidence, lineFrom, linesOn, lockedLearnerOf, MEMORY_COLUMNS, memoryFrom, takeBack } from './learning.ts';
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
          .select(['id', 'what_json', 'actor'])
          .where('learner', '=', learner)
          .where('concept', '=', line.concept)
          .execute();
        const undone = JSON.stringify({ kind: 'undone', line: line.id });
        const slip = lines.find(({ id }) => id === line.id);
        if (!slip || lines.some(({ what_json }) => what_json === undone)) return 'already';
        // By the account of the slip, so that it stays taken back when accounts part.
        await takeBack(transaction, { learner, actor: slip.actor, concept: line.concept }, line.id, { model, now: now() });
        return 'kept';
      }),

    grip: createGrip(engine),

    since: createSince(engine),

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

/** In one query: a row for each line, or one where there is none. */
function createSince(engine: Engine): ReviewLog['since'] {
  const linesSince = engine.prepare((database, { actor, from }: { actor: ActorId; from: number }) =>
    database
      .selectFrom('actor')
      .leftJoin('log_line', (join) => join.onRef('log_line.learner', '=', 'actor.learner').on('log_line.at_ms', '>=', from))
      .select(['log_line.id', 'log_line.concept', 'log_line.what_json', 'log_line.at_ms'])
      .select(({ selectFrom }) =>
        selectFrom('memory')
          .select('memory.since_at_ms')
          .whereRef('memory.learner', '=', 'log_line.learner')
          .whereRef('memory.concept', '=', 'log_line.concept')
          .as('since_at_ms'),
      )
      .select(({ selectFrom }) =>
        selectFrom('log_line as earlier')
          .select('earlier.at_ms')
          .whereRef('earlier.learner', '=', 'actor.learner')
          .where('earlier.at_ms', '<', from)
          .orderBy('earlier.at_ms', 'desc')
          .limit(1)
          .as('before_ms'),
      )
      .where('actor.id', '=', actor)
      .orderBy('log_line.at_ms')
      .orderBy('log_line.id'),
  );
  return async (actor, from) => {
    const rows = await linesSince({ actor, from: from.getTime() });
    const lines = rows.flatMap(({ id, concept, what_json, at_ms, since_at_ms }) =>
      id === null || concept === null || what_json === null || at_ms === null
        ? []
        : { ...lineFrom({ id, concept, what_json, at_ms }), since: since_at_ms === null ? undefined : new Date(since_at_ms) },
    );
    const beforeMs = rows[0]?.before_ms ?? null;
    return { lines, before: beforeMs === null ? undefined : new Date(beforeMs) };
  };
}

/** In one query: a row for each face that was shown, or one where none was. */
function createGrip(engine: Engine): ReviewLog['grip'] {
  const gripOn = engine.prepare((database, { actor, concept }: { actor: ActorId; concept: string }) =>
    database
      .selectFrom('actor')
      .leftJoin('memory', (join) => join.onRef('memory.learner', '=', 'actor.learner').on('memory.concept', '=', concept))
      .leftJoin('face', (join) => join.onRef('face.learner', '=', 'actor.learner').on('face.concept', '=', concept))
      .select(MEMORY_COLUMNS)
      .select(['face.face', 'face.shown_at_ms'])
      .select(({ selectFrom, fn }) =>
        selectFrom('log_line')
          .select(fn.countAll<number>().as('lines'))
          .whereRef('log_line.learner', '=', 'actor.learner')
          .where('log_line.concept', '=', concept)
          .as('lines'),
      )
      .where('actor.id', '=', actor),
  );
  return async (actor, concept) => {
    const rows = await gripOn({ actor, concept });
    const [row] = rows;
    const shown = rows.flatMap(({ face, shown_at_ms }) =>
      face === null || shown_at_ms === null ? [] : [[face, new Date(shown_at_ms)] as const],
    );
    return { memory: row && isThere(row) ? memoryFrom(row) : undefined, lines: Number(row?.lines ?? 0), shownAt: new Map(shown) };
  };
}

/** Whether what was joined on the left is a row. */
const isThere = (row: { readonly concept: string | null }): row is Omit<Selectable<Tables['memory']>, 'learner'> => row.concept !== null;

async function noteFace(transaction: Transaction<Tables>, learner: number, { concept, face }: NewEvidence, now: Date): Promise<void> {
  if (face === undefined) return;
  const shown = { shown_at_ms: now.getTime() };
  await transaction
    .insertInto('face')
    .values({ learner, concept, face, ...shown })
    .onConflict((conflict) => conflict.columns(['learner', 'concept', 'face']).doUpdateSet(shown))
    .execute();
}
