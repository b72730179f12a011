import { StoreError } from '../core/errors.ts';

/** SQLite's result codes, https://sqlite.org/rescode.html: what each means for whoever runs the bot, and whether it passes. */
const MEANINGS: Readonly<Record<number, { readonly what: string; readonly retry: boolean }>> = {
  5: { what: 'is locked by another program', retry: true },
  6: { what: 'is locked by another program', retry: true },
  7: { what: 'cannot be used: there is no memory left', retry: true },
  8: { what: 'cannot be written to: make its folder writable again', retry: true },
  10: { what: 'cannot be read or written: look at the disk', retry: true },
  11: { what: 'is damaged: restore a backup (kubetutor restore FILE)', retry: false },
  13: { what: 'cannot grow: the disk is full', retry: true },
  14: { what: 'cannot be opened: look at its folder and rights', retry: true },
  26: { what: 'is no database: restore a backup (kubetutor restore FILE)', retry: false },
};

/** The primary result code of an error of SQLite's, and `undefined` for every other error. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  // The low byte: the rest of an extended code only says where it happened.
  return error.errcode & 0xff;
}

export const isBusy = (error: unknown): boolean => sqliteCode(error) === 5 || sqliteCode(error) === 6;

/** Makes a StoreError of an error of SQLite's; every other error comes back as it is. */
export function explainSqlite(error: unknown, file: string): unknown {
  const code = sqliteCode(error);
  if (code === undefined || !(error instanceof Error)) return error;
  const { what, retry } = MEANINGS[code] ?? { what: 'refused a statement', retry: false };
  return new StoreError(`The database ${file} ${what}. (${error.message})`, { retry, cause: error });
}
