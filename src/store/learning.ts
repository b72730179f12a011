import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Evidence, Memory, MemoryModel } from '../core/review/memory.ts';
import { type LogLine, replay } from '../core/review/replay.ts';
import type { ActorId } from '../core/turn.ts';
import type { Engine } from './engine.ts';
import { learnerOf } from './learners.ts';
import type { Tables } from './tables.ts';

/** The learner behind an actor, whose log nobody else writes until the transaction ends. */
export async function lockedLearnerOf(engine: Engine, transaction: Transaction<Tables>, actor: ActorId, now: Date): Promise<number> {
  const learner = await learnerOf(transaction, actor, now);
  await lockLearner(engine, transaction, learner);
  // While we waited, two learners may have become one.
  const settled = await learnerOf(transaction, actor, now);
  if (settled !== learner) await lockLearner(engine, transaction, settled);
  return settled;
}

export const lockLearner = (engine: Engine, transaction: Transaction<Tables>, learner: number): Promise<void> =>
  engine.lock(transaction, `learner ${learner}`);

/** Whose memory of what; the learner is locked. */
export interface Subject {
  readonly learner: number;
  readonly actor: ActorId;
  readonly concept: string;
}

/** Adds evidence to a learner's log, and what it says to their memory. */
export async function addEvidence(
  transaction: Transaction<Tables>,
  subject: Subject,
  evidence: Evidence,
  { model, now }: { model: MemoryModel; now: Date },
): Promise<void> {
  const at = await addLine(transaction, subject, evidence, now);
  const { learner, concept } = subject;
  const row = await transaction
    .selectFrom('memory')
    .selectAll()
    .where('learner', '=', learner)
    .where('concept', '=', concept)
    .executeTakeFirst();
  await keep(transaction, subject, model.learn(row && memoryFrom(row), evidence, at));
}

/** Adds a line by which an earlier one counts for nothing, and makes the memory of the rest. */
export async function takeBack(
  transaction: Transaction<Tables>,
  subject: Subject,
  line: string,
  { model, now }: { model: MemoryModel; now: Date },
): Promise<void> {
  await addLine(transaction, subject, { kind: 'undone', line }, now);
  const { learner, concept } = subject;
  const rows = await transaction.selectFrom('log_line').selectAll().where('learner', '=', learner).where('concept', '=', concept).execute();
  const memory = replay(rows.map(lineFrom), model).get(concept);
  if (memory) return keep(transaction, subject, memory);
  await transaction.deleteFrom('memory').where('learner', '=', learner).where('concept', '=', concept).execute();
}

/** How many lines a learner's log has on a concept. */
export async function linesOn(database: Kysely<Tables>, { learner, concept }: Pick<Subject, 'learner' | 'concept'>): Promise<number> {
  const { lines } = await database
    .selectFrom('log_line')
    .select((count) => count.fn.countAll<number>().as('lines'))
    .where('learner', '=', learner)
    .where('concept', '=', concept)
    .executeTakeFirstOrThrow();
  return Number(lines);
}

/** @returns the line's instant: never before the concept's last one, so that the log's order is that of writing, whatever the clock does. */
async function addLine(transaction: Transaction<Tables>, subject: Subject, what: LogLine['what'], now: Date): Promise<Date> {
  const { learner, actor, concept } = subject;
  const { last } = await transaction
    .selectFrom('log_line')
    .select((max) => max.fn.max<number | null>('at_ms').as('last'))
    .where('learner', '=', learner)
    .where('concept', '=', concept)
    .executeTakeFirstOrThrow();
  const atMs = Math.max(now.getTime(), Number(last ?? 0));
  const number = String(await linesOn(transaction, subject)).padStart(6, '0');
  const row = { id: `${number}-${crypto.randomUUID()}`, learner, actor, concept, what_json: JSON.stringify(what), at_ms: atMs };
  await transaction.insertInto('log_line').values(row).execute();
  return new Date(atMs);
}

async function keep(transaction: Transaction<Tables>, { learner, concept }: Subject, memory: Memory): Promise<void> {
  const columns = columnsOf(memory);
  await transaction
    .insertInto('memory')
    .values({ learner, concept, ...columns })
    .onConflict((conflict) => conflict.columns(['learner', 'concept']).doUpdateSet(columns))
    .execute();
}

/** A memory as its table has it. */
export const columnsOf = ({ stability, difficulty, due, seenAt, since, misses }: Memory) =>
  ({
    ...{ stability, difficulty, misses },
    due_at_ms: due.getTime(),
    seen_at_ms: seenAt.getTime(),
    since_at_ms: since.getTime(),
  }) satisfies Partial<Insertable<Tables['memory']>>;

/** The columns of a concept and its memory. */
export const MEMORY_COLUMNS = [
  'memory.concept',
  'memory.stability',
  'memory.difficulty',
  'memory.due_at_ms',
  'memory.seen_at_ms',
  'memory.since_at_ms',
  'memory.misses',
] as const;

/** A memory as the core has it. */
export const memoryFrom = (row: Omit<Selectable<Tables['memory']>, 'learner' | 'concept'>): Memory => ({
  stability: row.stability,
  difficulty: row.difficulty,
  due: new Date(row.due_at_ms),
  seenAt: new Date(row.seen_at_ms),
  since: new Date(row.since_at_ms),
  misses: row.misses,
});

/** A line as the core has it. */
export const lineFrom = ({
  id,
  concept,
  what_json,
  at_ms,
}: Pick<Selectable<Tables['log_line']>, 'id' | 'concept' | 'what_json' | 'at_ms'>): LogLine => ({
  id,
  concept,
  what: JSON.parse(what_json) as LogLine['what'],
  at: new Date(at_ms),
});
