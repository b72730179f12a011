import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { addressOf } from './postgres.ts';

type Row = Readonly<Record<string, unknown>>;

/** A place for a store, new and empty, that is gone after the test. */
export interface Place {
  /** As `openStore` takes it. */
  readonly where: string;
  /** Runs SQL behind the store's back. */
  query(text: string): Promise<readonly Row[]>;
}

/** Has something done when all is over; without one, that is when the test is. */
export type AtEnd = (end: () => void | Promise<void>) => void;

/** An empty folder that is removed after the test. */
export function temporaryDir(atEnd: AtEnd = onTestFinished): string {
  const dir = mkdtempSync(join(tmpdir(), 'kubetutor-test-'));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A data folder. */
export async function newFilePlace(atEnd?: AtEnd): Promise<Place> {
  const where = temporaryDir(atEnd);
  return {
    where,
    async query(text) {
      const database = new DatabaseSync(join(where, 'kubetutor.db'));
      try {
        return database
          .prepare(text)
          .all()
          .map((row) => ({ ...row }));
      } finally {
        database.close();
      }
    },
  };
}

/**
 * A schema of its own on the run's PostgreSQL server: made in a hundredth of the time of a database.
 *
 * Its connections carry its name, so that a test can tell them from those of others.
 */
export async function newPostgresPlace(): Promise<Place & { readonly name: string }> {
  const server = addressOf(inject('postgresSocketDir'), 'postgres');
  const name = `t${process.pid}_${Math.random().toString(36).slice(2)}`;
  await queryAt(server, `create schema ${name}`);
  onTestFinished(() => queryAt(server, `drop schema ${name} cascade`).then(() => {}));
  const where = `${server}&application_name=${name}&options=${encodeURIComponent(`-c search_path=${name}`)}`;
  return { where, name, query: (text) => queryAt(where, text) };
}

async function queryAt(url: string, text: string): Promise<readonly Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** The one clock of the store's tests. */
export const NOON = new Date('2026-03-02T12:00:00Z');
export const atNoon = () => NOON;
