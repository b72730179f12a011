import type { Config } from '../config.ts';
import { backUp, restore as restoreStore } from '../store/backup.ts';

/** Writes a backup of the store into a new file; a bot that runs goes on. */
export function backup(file: string, { config }: { readonly config: Config }): void {
  backUp(storeOf(config), file);
  process.stdout.write(`backed up to ${file}\n`);
}

/** Puts a backup in the place of the store. */
export function restore(file: string, { config }: { readonly config: Config }): void {
  const kept = restoreStore(storeOf(config), file, () => new Date());
  process.stdout.write(`restored from ${file}\n${kept === undefined ? '' : `what was there before is kept in ${kept}\n`}`);
}

const storeOf = ({ databaseUrl, dataDir }: Config): string => databaseUrl ?? dataDir;
