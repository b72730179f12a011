import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { addressOf, startPostgres } from '../../tests/support/postgres.ts';
import type { BotProcess } from './bot.ts';
import { answerKey, ratingKey } from './ledger.ts';

/** A store that can be looked into behind the bot's back, and fails when told to. */
export interface SoakStore {
  readonly name: string;
  /** The settings that lead a bot to it. */
  readonly env: Readonly<Record<string, string>>;
  /** What is counted in it, by the keys of the ledger. */
  counted(): Promise<ReadonlyMap<string, number>>;
  /** What goes wrong with it, and what that is called. */
  readonly trouble: string;
  fail(bot: () => BotProcess): Promise<void>;
  close(): Promise<void>;
}

type Row = Readonly<Record<string, unknown>>;

const ATTEMPTS = 'select actor, quiz, position from attempt';
const RATINGS = `select actor, concept from log_line where what_json like '%"rated"%'`;

/** How long the database is away, and how long the disk is full. */
const DOWN_MS = 3_000;
const FULL_MS = 8_000;

async function countedIn(query: (text: string) => Promise<readonly Row[]> | readonly Row[]): Promise<ReadonlyMap<string, number>> {
  const keys = [
    ...(await query(ATTEMPTS)).map(({ actor, quiz, position }) => answerKey(String(actor), String(quiz), String(position))),
    ...(await query(RATINGS)).map(({ actor, concept }) => ratingKey(String(actor), String(concept))),
  ];
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** PostgreSQL on this machine, which is restarted now and then. */
export async function postgresForSoak(): Promise<SoakStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kubetutor-soak-'));
  const server = await startPostgres();
  const url = addressOf(server.socketDir, 'postgres');
  return {
    name: 'PostgreSQL',
    env: { DATABASE_URL: url, DATA_DIR: dataDir },
    trouble: 'the database restarts',
    async counted() {
      const client = new pg.Client(url);
      await client.connect();
      try {
        return await countedIn(async (text) => (await client.query(text)).rows);
      } finally {
        await client.end();
      }
    },
    async fail() {
      await server.goDown();
      await delay(DOWN_MS);
      await server.comeUp();
    },
    async close() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** SQLite in a file, whose disk is full now and then. */
export async function sqliteForSoak(): Promise<SoakStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kubetutor-soak-'));
  return {
    name: 'SQLite',
    env: { DATA_DIR: dataDir },
    trouble: 'the disk is full',
    async counted() {
      const database = new DatabaseSync(join(dataDir, 'kubetutor.db'), { readOnly: true });
      try {
        return await countedIn((text) => database.prepare(text).all());
      } finally {
        database.close();
      }
    },
    async fail(bot) {
      bot().setDisk(true);
      await delay(FULL_MS);
      bot().setDisk(false);
    },
    close: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
