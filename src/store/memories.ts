import { type Kysely, sql } from 'kysely';
import type { Memory } from '../core/review/memory.ts';
import type { MemberMemories, Memories } from '../core/review/records.ts';
import type { ActorId } from '../core/turn.ts';
import type { Engine } from './engine.ts';
import { memoryFrom } from './learning.ts';
import type { Tables } from './tables.ts';

const COLUMNS = [
  'memory.concept',
  'memory.stability',
  'memory.difficulty',
  'memory.due_at_ms',
  'memory.seen_at_ms',
  'memory.since_at_ms',
  'memory.misses',
] as const;

/** What learners remember; only ever read here. */
export function createMemories(engine: Engine): Memories {
  return {
    async due(actor, { before, notSeenSince, from, limit, offset }) {
      const rows = await engine.read((database) =>
        memoriesOf(database, actor)
          .where('memory.due_at_ms', '<', before.getTime())
          .where('memory.due_at_ms', '>=', from?.getTime() ?? 0)
          .where('memory.seen_at_ms', '<', notSeenSince.getTime())
          .orderBy('memory.due_at_ms')
          .orderBy('memory.concept')
          .limit(limit)
          .offset(offset)
          .execute(),
      );
      return byConcept(rows);
    },

    async known(actor) {
      // One long text: ten thousand rows would take longer than all the rest of a review.
      const row = await engine.read((database) =>
        database
          .selectFrom('memory')
          .select(sql<string | null>`string_agg(memory.concept, ' ')`.as('concepts'))
          .where('memory.learner', '=', ({ selectFrom }) => selectFrom('actor').select('learner').where('id', '=', actor))
          .executeTakeFirst(),
      );
      return row?.concepts?.split(' ') ?? [];
    },

    all: async (actor) => byConcept(await engine.read((database) => memoriesOf(database, actor).execute())),

    ofMembers: (conversation, since) => engine.read((database) => ofMembers(database, conversation, since)),
  };
}

const memoriesOf = (database: Kysely<Tables>, actor: ActorId) =>
  database
    .selectFrom('memory')
    .select(COLUMNS)
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
      isOptedOut && !isSharing ? [] : await database.selectFrom('memory').select(COLUMNS).where('learner', '=', learner).execute();
    found.push({ memories: byConcept(rows), isOptedOut, isSharing });
  }
  return found;
}
