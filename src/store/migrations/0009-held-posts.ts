import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Messages that are in a process's hands are looked through at every pass. */
export const heldPosts: Migration = {
  name: '0009-held-posts',
  async up(transaction) {
    await sql`create index post_held on post (claim) where claim is not null`.execute(transaction);
  },
};
