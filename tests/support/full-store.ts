import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../src/store/store.ts';
import { TABLE_KEYS } from '../../src/store/table-keys.ts';
import { atNoon } from './databases.ts';

/** Makes a store in a data folder with some rows in every table that there is, made up from the tables' own description. */
export async function fillStore(dataDir: string, rows: number): Promise<void> {
  await (await openStore(dataDir, { as: 'tool', now: atNoon })).close();
  const database = new DatabaseSync(join(dataDir, 'kubetutor.db'));
  database.exec('begin');
  for (const table of Object.keys(TABLE_KEYS)) fill(database, table, rows);
  database.exec('commit');
  database.close();
}

function fill(database: DatabaseSync, table: string, rows: number): void {
  const columns = database.prepare('select name, type from pragma_table_info(?)').all(table);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const insert = database.prepare(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`);
  for (let n = 1; n <= rows; n++) insert.run(...columns.map(({ type }) => madeUp(String(type), n)));
}

/** The same for every column of a kind, so that references lead somewhere: whole numbers above 2³², fractions that no decimal has, and text that sorts otherwise by locale than by code point. */
function madeUp(type: string, n: number): number | string {
  if (type === 'REAL') return n / 3;
  return type === 'INTEGER' ? 2 ** 33 + n : `${n % 2 ? 'Ä' : 'z'} 小\u{1F600}'";${n}`;
}
