import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Our credentials in spaces that installed the bot by themselves. */
export const installations: Migration = {
  name: '0007-installations',
  async up(transaction, { integer, text, strict }) {
    await sql`
      create table installation (
        space ${text} primary key,
        sealed ${text} not null,
        saved_at_ms ${integer} not null,
        refreshing_until_ms ${integer} not null default 0
      ) ${strict}`.execute(transaction);
  },
};
