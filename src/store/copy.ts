import { sql } from 'kysely';
import { ContentError } from '../core/errors.ts';
import { type CopiedTable, compareTables, copyTable } from './copy-table.ts';
import { checkDatabase, databaseFile, isEmpty, prepareFolder } from './database-file.ts';
import type { Engine } from './engine.ts';
import { takeLease } from './lease.ts';
import { migrate, UNFINISHED_COPY } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openSqlite } from './sqlite.ts';
import { isPostgres } from './store.ts';
import { TABLE_KEYS } from './table-keys.ts';
import type { Tables } from './tables.ts';

export type CopyableTable = keyof typeof TABLE_KEYS;

export interface CopyOptions {
  readonly now: () => Date;
  /** Hears how it is going, a line at a time. */
  readonly tell: (line: string) => void;
}

/**
 * Copies all that one store remembers into another, empty one; ids stay as they are. Broken off, it goes on where it was.
 *
 * @param from - a store, as `openStore` takes it; its tables are brought up to date, else it stays as it is.
 * @returns how many rows there are now in both.
 * @throws ContentError when a bot runs on either, the other is not empty, or the two are not equal at the end.
 * @throws StoreError when a database fails; run again, the copy goes on.
 */
export async function copyStore(from: string, to: string, options: CopyOptions): Promise<number> {
  if (from === to) throw new ContentError('FROM and TO are the same store. Name an empty one as TO.');
  if (!isPostgres(from) && isEmpty(databaseFile(from))) throw new ContentError(`There is no database in the folder ${from}.`);
  await using source = await takeAlone(from, options.now);
  await using target = await takeAlone(to, options.now);
  if ((await stepsOf(source.engine)).size === 0) throw new ContentError(`There are no tables of kubetutor in ${source.where}.`);
  await migrate(source.engine, { where: source.where, now: options.now });
  await begin(target, options);
  let rows = 0;
  const differing: string[] = [];
  // Each table behind those that it refers to.
  for (const table of Object.keys(TABLE_KEYS) as CopyableTable[]) {
    const between: CopiedTable = { table, source: source.engine, target: target.engine, tell: options.tell };
    await copyTable(between);
    const count = await compareTables(between);
    if (count === undefined) differing.push(table);
    rows += count ?? 0;
  }
  if (differing.length > 0) throw unequal(differing, source.where, target.where);
  await target.engine.write((transaction) => transaction.deleteFrom('migration').where('name', '=', UNFINISHED_COPY).execute());
  return rows;
}

/** A store that nobody else works on for as long as it is held. */
interface Held extends AsyncDisposable {
  readonly engine: Engine;
  readonly where: string;
}

async function takeAlone(where: string, now: () => Date): Promise<Held> {
  return isPostgres(where) ? takeServer(where) : takeFile(where, now);
}

async function takeServer(url: string): Promise<Held> {
  const [{ openPostgres, withoutSecrets }, { takePresence }] = await Promise.all([import('./postgres.ts'), import('./presence.ts')]);
  const where = withoutSecrets(url);
  const presence = await takePresence(url, { as: 'copy', where });
  const engine = openPostgres(url);
  return {
    engine,
    where,
    async [Symbol.asyncDispose]() {
      await engine.close();
      await presence.release();
    },
  };
}

async function takeFile(folder: string, now: () => Date): Promise<Held> {
  const file = databaseFile(folder);
  prepareFolder(folder);
  const lease = takeLease(file, { purpose: 'a copy', now });
  try {
    checkDatabase(file, { isPartial: true });
    const engine = await openSqlite(file);
    return {
      engine,
      where: file,
      async [Symbol.asyncDispose]() {
        await engine.close();
        lease.release();
      },
    };
  } catch (error) {
    lease.release();
    throw error;
  }
}

/** Gets a store ready to be copied into: it is empty, or holds a part of a copy. */
async function begin({ engine, where }: Held, { now, tell }: CopyOptions): Promise<void> {
  const steps = await stepsOf(engine);
  if (steps.has(UNFINISHED_COPY)) {
    if (MIGRATIONS.some(({ name }) => !steps.has(name))) {
      throw new ContentError(`The copy in ${where} was begun by another version of kubetutor. Empty the database and begin anew.`);
    }
    tell('A copy was broken off here; it goes on.');
    return;
  }
  await migrate(engine, { where, now });
  await engine.write(async (transaction) => {
    for (const table of Object.keys(TABLE_KEYS) as CopyableTable[]) {
      const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(transaction);
      if (rows.length > 0) throw new ContentError(`${where} is not empty: there is something in ${table}. Name an empty store as TO.`);
    }
    await transaction.insertInto('migration').values({ name: UNFINISHED_COPY, applied_at_ms: now().getTime() }).execute();
  });
}

/** The steps that made the tables; none where there are no tables. */
async function stepsOf(engine: Engine): Promise<ReadonlySet<string>> {
  const tables = await engine.read((database) => database.introspection.getTables());
  if (!tables.some(({ name }) => name === ('migration' satisfies keyof Tables))) return new Set();
  const rows = await engine.read((database) => database.selectFrom('migration').select('name').execute());
  return new Set(rows.map(({ name }) => name));
}

const unequal = (tables: readonly string[], from: string, to: string): ContentError =>
  new ContentError(
    `The copy is not equal in ${tables.join(', ')}: ${from} has changed since the copy was begun. Empty ${to} and begin anew.`,
  );
