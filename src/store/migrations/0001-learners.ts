import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** People, their accounts, and what they have chosen. A person may have several accounts from the first day on. */
export const learners: Migration = {
  name: '0001-learners',
  async up(transaction, { identity, integer, text, strict }) {
    await sql`
      create table learner (
        id ${identity},
        first_seen_at_ms ${integer} not null
      ) ${strict}`.execute(transaction);
    await sql`
      create table actor (
        id ${text} primary key,
        learner ${integer} not null references learner (id) on delete cascade,
        name ${text},
        linked_at_ms ${integer} not null
      ) ${strict}`.execute(transaction);
    await sql`create index actor_learner on actor (learner)`.execute(transaction);
    await sql`
      create table preference (
        learner ${integer} primary key references learner (id) on delete cascade,
        language ${text}
      ) ${strict}`.execute(transaction);
  },
};
