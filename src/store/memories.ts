import type { Kysely } from 'kysely';
import type { Memory } from '../core/review/memory.ts';
import type { MemberMemories, Memories } from '../core/review/records.ts';
import type { ActorId } from '../core/turn.ts';
import type { Engine } from './engine.ts';
import { MEMORY_COLUMNS, memoryFrom } from './learning.ts';
import { createMetBefore } from './met-before.ts';
import type { Tables } from './tables.ts';

/** What is asked of due memories; instants in milliseconds. */
type DueBlanks = {
  readonly actor: ActorId;
  readonly before: number;
  readonly notSeenSince: number;
  readonly from: number;
  readonly limit: number;
  readonly offset: number;
};

/** What learners remember; only ever read here. */
export function createMemories(engine: Engine): Memories {
  const dueOf = engine.prepare((database, { actor, before, notSeenSince, from, limit, offset }: DueBlanks) =>
    memoriesOf(database, actor)
      .where('memory.due_at_ms', '<', before)
      .where('memory.due_at_ms', '>=', from)
      .where('memory.seen_at_ms', '<', notSeenSince)
      .orderBy('memory.due_at_ms')
      .orderBy('memory.concept')
      .limit(limit)
      .offset(offset),
  );
  return {
    async due(actor, { before, notSeenSince, from, limit, offset }) {
      const instants = { before: before.getTime(), notSeenSince: notSeenSince.getTime(), from: from?.getTime() ?? 0 };
      return byConcept(await dueOf({ actor, ...instants, limit, offset }));
    },

    metBefore: createMetBefore(engine),

    all: async (actor) => byConcept(await engine.read((database) => memoriesOf(database, actor).execute())),

    ofMembers: (conversation, since) => engine.read((database) => ofMembers(database, conversation, since)),
  };
}

const memoriesOf = (database: Kysely<Tables>, actor: ActorId) =>
  database
    .selectFrom('memory')
    .select(MEMORY_COLUMNS)
    .where('memory.learner', '=', ({ selectFrom }) => selectFrom('actor').select('learner').where('id', '=', actor));

type Row = Parameters<typeof memoryFrom>[0] & { readonly concept: string };

const byConcept = (rows: readonly Row[]): ReadonlyMap<string, Memory> => new Map(rows.map((row) => [row.concept, memoryFrom(row)]));

async function ofMembers(database: Kysely<Tables>, conversation: string, since: Date): Promise<readonly MemberMemories[]> {
  const members = await database
    .selectFrom('attempt')
    .innerJoin('quiz', 'quiz.id', 'attempt.quiz')
    .leftJoin('preference', 'preference.learner', 'attempt.learner')
    .select(['attempt.learner', 'preference.is_opted_out', 'preference.is_sharing'])
    .distinct()
    .where('quiz.conversation', '=', conversation as `${string}:${string}`)
    .where('quiz.day', 'is not', null)
    .where('attempt.at_ms', '>=', since.getTime())
    .orderBy('attempt.learner')
    .execute();
  const found: MemberMemories[] = [];
  for (const { learner, is_opted_out, is_sharing } of members) {
    const [isOptedOut, isSharing] = [is_opted_out === 1, is_sharing === 1];
    const rows =
      isOptedOut && !isSharing ? [] : await database.selectFrom('memory').select(MEMORY_COLUMNS).where('learner', '=', learner).execute();
    found.push({ memories: byConcept(rows), isOptedOut, isSharing });
  }
  return found;
}
