import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Messages that were wanted long ago, and are to be let go. */
export const oldPosts: Migration = {
  name: '0014-old-posts',
  async up(transaction) {
    await sql`create index post_wanted on post (wanted_at_ms)`.execute(transaction);
  },
};
