import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Where the bot has introduced itself. */
export const greetings: Migration = {
  name: '0008-greetings',
  async up(transaction, { integer, text, strict }) {
    await sql`
      create table greeting (
        place ${text} primary key,
        quiz ${integer} not null references quiz (id) on delete cascade,
        zone ${text} not null,
        greeted_at_ms ${integer} not null
      ) ${strict}`.execute(transaction);
    await sql`create index greeting_quiz on greeting (quiz)`.execute(transaction);
  },
};
