import { createHash, type Hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Engine } from './engine.ts';
import { TABLE_KEYS, type TableKey } from './table-keys.ts';
import type { Tables } from './tables.ts';

/** A table that is copied from one database into another. */
export interface CopiedTable {
  readonly table: keyof typeof TABLE_KEYS;
  readonly source: Engine;
  readonly target: Engine;
  /** Hears how it is going, a line at a time. */
  readonly tell: (line: string) => void;
}

type Row = Readonly<Record<string, unknown>>;
type Key = readonly unknown[];

/** Rows of a transaction: with the most columns, some 17,000 values, and SQLite takes 32,766. */
const ROWS_AT_ONCE = 1_000;

/** Copies what the target has not yet, in the order of the table's key, so that what is there tells how far it got. */
export async function copyTable(copied: CopiedTable): Promise<void> {
  const { table, source, target } = copied;
  const { columns, countsUp }: TableKey = TABLE_KEYS[table];
  if (columns.length === 0) await copyWhole(copied);
  else await copyRest(copied, columns);
  if (!countsUp) return;
  const last = await source.read((database) => source.lastId(database, table));
  await target.write((transaction) => target.goOnFrom(transaction, table, last));
}

async function copyRest({ table, source, target, tell }: CopiedTable, columns: readonly string[]): Promise<void> {
  const total = await source.read((database) => countOf(database, table));
  let done = await target.read((database) => countOf(database, table));
  let last = await target.read((database) => lastKey(database, table, columns));
  for (;;) {
    const behind = last;
    const rows = await source.read((database) => rowsBehind(database, table, columns, behind));
    const end = rows.at(-1);
    if (!end) return;
    await target.write((transaction) => insert(transaction, target, table, rows));
    last = columns.map((column) => end[column]);
    const tenths = Math.floor((10 * done) / total);
    done += rows.length;
    if (Math.floor((10 * done) / total) > tenths) tell(`${table}: ${done} of ${total}`);
  }
}

/** Without a key nobody can tell how far it got; it is a small table. */
async function copyWhole({ table, source, target, tell }: CopiedTable): Promise<void> {
  const rows = await source.read((database) => allRows(database, table));
  await target.write(async (transaction) => {
    await sql`delete from ${sql.table(table)}`.execute(transaction);
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      await insert(transaction, target, table, rows.slice(at, at + ROWS_AT_ONCE));
    }
  });
  if (rows.length > 0) tell(`${table}: ${rows.length} of ${rows.length}`);
}

async function insert(database: Kysely<Tables>, { givenIds }: Engine, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${names}) ${givenIds} values ${sql.join(values)}`.execute(database);
}

async function countOf(database: Kysely<Tables>, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(database);
  return Number(rows[0]?.count ?? 0);
}

async function lastKey(database: Kysely<Tables>, table: string, columns: readonly string[]): Promise<Key | undefined> {
  const downwards = sql.join(columns.map((column) => sql`${sql.ref(column)} desc`));
  const { rows } = await sql<Row>`select * from ${sql.table(table)} order by ${downwards} limit 1`.execute(database);
  return rows[0] && columns.map((column) => rows[0]?.[column]);
}

/** The next rows in the order of the key; the first ones where none has been seen. */
async function rowsBehind(
  database: Kysely<Tables>,
  table: string,
  columns: readonly string[],
  last: Key | undefined,
): Promise<readonly Row[]> {
  const key = sql.join(columns.map((column) => sql.ref(column)));
  const behind = last === undefined ? sql`` : sql`where (${key}) > (${sql.join(last)})`;
  const query = sql<Row>`select * from ${sql.table(table)} ${behind} order by ${key} limit ${sql.lit(ROWS_AT_ONCE)}`;
  return (await query.execute(database)).rows;
}

const allRows = async (database: Kysely<Tables>, table: string): Promise<readonly Row[]> =>
  (await sql<Row>`select * from ${sql.table(table)}`.execute(database)).rows;

/**
 * Reads a table on both sides from its first row to its last.
 *
 * @returns how many rows it has; `undefined` where the two are not equal.
 */
export async function compareTables({ table, source, target }: CopiedTable): Promise<number | undefined> {
  const [own, copy] = [await digest(source, table), await digest(target, table)];
  return own.hash === copy.hash && own.rows === copy.rows ? own.rows : undefined;
}

async function digest(engine: Engine, table: keyof typeof TABLE_KEYS): Promise<{ readonly rows: number; readonly hash: string }> {
  const hash = createHash('sha256');
  const { columns }: TableKey = TABLE_KEYS[table];
  if (columns.length === 0) {
    const texts = (await engine.read((database) => allRows(database, table))).map(textOf).toSorted();
    for (const text of texts) hash.update(text);
    return { rows: texts.length, hash: hash.digest('hex') };
  }
  let count = 0;
  let last: Key | undefined;
  for (;;) {
    const behind = last;
    const rows = await engine.read((database) => rowsBehind(database, table, columns, behind));
    const end = rows.at(-1);
    if (!end) return { rows: count, hash: hash.digest('hex') };
    addAll(hash, rows);
    count += rows.length;
    last = columns.map((column) => end[column]);
  }
}

function addAll(hash: Hash, rows: readonly Row[]): void {
  for (const row of rows) hash.update(textOf(row));
}

/** A row as a text that is the same on both engines, whatever the order of their columns. */
const textOf = (row: Row): string => `${JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)))}\n`;
