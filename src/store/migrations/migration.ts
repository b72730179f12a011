import type { Transaction } from 'kysely';
import type { Columns } from '../engine.ts';
import type { Tables } from '../tables.ts';

/** One step from older tables to newer ones. Once released it never changes. */
export interface Migration {
  /** Four digits and a subject; never changes either, since databases remember it. */
  readonly name: string;
  up(transaction: Transaction<Tables>, columns: Columns): Promise<void>;
}
