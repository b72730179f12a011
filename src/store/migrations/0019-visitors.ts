import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Each visitor's room is left one day, so that there are more departures than servers that sent the bot away. */
export const visitors: Migration = {
  name: '0019-visitors',
  async up(transaction) {
    await sql`create index departure_left on departure (left_at_ms)`.execute(transaction);
  },
};
