import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Spaces that the bot was taken out of. */
export const departures: Migration = {
  name: '0011-departures',
  async up(transaction, { integer, text, strict }) {
    await sql`create table departure (space ${text} primary key, left_at_ms ${integer} not null) ${strict}`.execute(transaction);
  },
};
