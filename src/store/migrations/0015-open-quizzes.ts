import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Finds the open quizzes of one space among those of all. */
export const openQuizzes: Migration = {
  name: '0015-open-quizzes',
  async up(transaction) {
    await sql`create index quiz_open on quiz (space, closes_at_ms) where closed_at_ms is null and day is not null`.execute(transaction);
  },
};
