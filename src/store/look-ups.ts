import type { LookUps } from '../core/review/records.ts';
import type { ActorId } from '../core/turn.ts';
import type { Engine } from './engine.ts';
import { learnerOf } from './learners.ts';

/** Look-ups of so long are written together. */
const GATHER_MS = 100;
/** What was looked up longer ago says nothing any more. */
const KEPT_MS = 8 * 24 * 60 * 60 * 1000;

/** Look-ups, and a way to wait until they are written. */
export interface GatheredLookUps extends LookUps {
  /** Writes what has gathered. */
  settle(): Promise<void>;
}

/** What was looked up lately. A look-up is a hint: one that cannot be written is let go, and costs nobody an answer. */
export function createLookUps(engine: Engine, now: () => Date): GatheredLookUps {
  let gathered: { readonly actor: ActorId; readonly concept: string; readonly at: Date }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = async (rows: typeof gathered): Promise<void> => {
    await engine.jot(async (transaction) => {
      await transaction
        .deleteFrom('look_up')
        .where('at_ms', '<', now().getTime() - KEPT_MS)
        .execute();
      for (const { actor, concept, at } of rows) {
        const learner = await learnerOf(transaction, actor, at);
        await transaction.insertInto('look_up').values({ learner, concept, at_ms: at.getTime() }).execute();
      }
    });
  };
  const settle = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const rows = gathered;
    gathered = [];
    if (rows.length > 0) writing = writing.then(() => write(rows)).catch(() => {});
    return writing;
  };

  const lookUpsOf = engine.prepare((database, { actor, since }: { actor: ActorId; since: number }) =>
    database
      .selectFrom('look_up')
      .innerJoin('actor', 'actor.learner', 'look_up.learner')
      .select(['look_up.concept', 'look_up.at_ms'])
      .where('actor.id', '=', actor)
      .where('look_up.at_ms', '>=', since),
  );
  return {
    note(actor, concept) {
      gathered.push({ actor, concept, at: now() });
      timer ??= setTimeout(settle, GATHER_MS);
    },
    async of(actor) {
      await settle();
      const rows = await lookUpsOf({ actor, since: now().getTime() - KEPT_MS });
      const found = new Map<string, Date[]>();
      for (const { concept, at_ms } of rows) found.set(concept, [...(found.get(concept) ?? []), new Date(at_ms)]);
      return found;
    },
    settle,
  };
}
