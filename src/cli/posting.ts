import type { Config } from '../config.ts';
import { databaseFile } from '../store/database-file.ts';
import { type Lease, takeLease } from '../store/lease.ts';

/**
 * Takes the right to post what is due in the terminal and on the playground of
 * a data folder: what one process posts there, no other one shows.
 *
 * @param purpose - what this process is, for the message to who comes next: `a playground`.
 * @throws ContentError that names the process that has it.
 */
export function takePosting({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>, purpose: string): Lease {
  // Several playgrounds on one server are for whoever sets them up to keep apart.
  if (databaseUrl !== undefined) return { release: () => {} };
  return takeLease(databaseFile(dataDir), { purpose, now: () => new Date(), right: 'posting' });
}
