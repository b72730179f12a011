import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import type { ConversationId } from '../../src/core/places.ts';
import type { Day } from '../../src/core/schedule/schedule.ts';
import { databaseFile } from '../../src/store/database-file.ts';
import type { Engine } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openSqlite } from '../../src/store/sqlite.ts';

/** A database in a temporary folder, and what one sees who looks into it from outside. */
export interface SimStore {
  readonly engine: Engine;
  /** What there will be to do, where a bot has been at the database since one last asked. */
  newWork(): Work | undefined;
  newestQuiz(conversation: ConversationId): number;
  quizzes(): ReadonlyMap<number, KeptQuiz>;
  remove(): Promise<void>;
}

interface Work {
  /** The next instant at which there is something to do. */
  readonly due: number;
  /** Whether somebody is at a message, or has died over it. */
  readonly isHeld: boolean;
}

/** What is kept of a quiz. */
export interface KeptQuiz {
  readonly conversation: ConversationId;
  /** Whether its message was given up. */
  readonly isGivenUp: boolean;
  /** Null where it was given up. */
  readonly day: Day | null;
  /** By the clock of whoever closed it; infinite while it is open. */
  readonly closedAt: number;
}

/** Opens a new database. Only our processes die, never the machine: it need not wait for the disk. */
export async function openSimStore(now: () => Date): Promise<SimStore> {
  const dir = mkdtempSync(join(tmpdir(), 'kubetutor-sim-'));
  const engine = await openSqlite(databaseFile(dir));
  await migrate(engine, { where: dir, now });
  await engine.read((database) => sql`pragma synchronous = off`.execute(database));
  const looking = new DatabaseSync(databaseFile(dir), { readOnly: true });
  const newest = looking.prepare('select max(id) as id from quiz where conversation = ?');
  const dues = [
    `select min(next_at_ms) as due from schedule where state = 'on'`,
    'select min(due_at_ms) as due from post where due_at_ms is not null and claim is null',
    'select min(closes_at_ms) as due from quiz where closed_at_ms is null',
  ].map((text) => looking.prepare(text));
  const held = looking.prepare('select 1 from post where claim is not null limit 1');
  let isAsked = true;
  return {
    engine: {
      ...engine,
      read: (run) => {
        isAsked = true;
        return engine.read(run);
      },
      write: (run) => {
        isAsked = true;
        return engine.write(run);
      },
    },
    newWork() {
      if (!isAsked) return undefined;
      isAsked = false;
      return {
        due: Math.min(...dues.map((query) => Number(query.get()?.due ?? Number.POSITIVE_INFINITY))),
        isHeld: held.get() !== undefined,
      };
    },
    newestQuiz: (conversation) => Number(newest.get(conversation)?.id),
    quizzes() {
      const rows = looking
        .prepare("select quiz.id, quiz.conversation, day, closed_at_ms, state from quiz left join post on key = 'quiz:' || quiz.id")
        .all();
      return new Map(
        rows.map(({ id, conversation, day, closed_at_ms: closed, state }) => [
          Number(id),
          {
            conversation: conversation as ConversationId,
            isGivenUp: state === 'failed',
            day: day as Day | null,
            closedAt: Number(closed ?? Number.POSITIVE_INFINITY),
          },
        ]),
      );
    },
    async remove() {
      looking.close();
      await engine.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
