import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What people say is wrong with an answer. */
export const reasons: Migration = {
  name: '0013-reasons',
  async up(transaction, { text }) {
    await sql`alter table verdict add column reason ${text}`.execute(transaction);
  },
};
