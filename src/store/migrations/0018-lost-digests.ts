import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Why a digest no longer comes, and of which conversation's loss somebody is told. */
export const lostDigests: Migration = {
  name: '0018-lost-digests',
  async up(transaction, { text }) {
    await sql`alter table digest add column remark ${text}`.execute(transaction);
    await sql`alter table post add column about ${text}`.execute(transaction);
    const ofQuiz = sql`select conversation from quiz where quiz.id = post.subject`;
    await sql`update post set about = (${ofQuiz}), subject = 0 where kind = 'lost'`.execute(transaction);
  },
};
