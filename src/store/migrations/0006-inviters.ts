import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Who brought the bot into a conversation. */
export const inviters: Migration = {
  name: '0006-inviters',
  async up(transaction, { integer, text, strict }) {
    await sql`
      create table inviter (
        conversation ${text} primary key,
        actor ${text} not null,
        invited_at_ms ${integer} not null
      ) ${strict}`.execute(transaction);
  },
};
