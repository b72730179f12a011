import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * What learners remember: the log, which is only added to, and what is made of
 * it; and all that they choose about reviews.
 */
export const reviews: Migration = {
  name: '0004-reviews',
  async up(transaction, { integer, real, text, strict }) {
    const learner = sql`learner ${integer} not null references learner (id) on delete cascade`;
    const statements = [
      sql`
        create table log_line (
          id ${text} primary key,
          ${learner},
          actor ${text} not null,
          concept ${text} not null,
          what_json ${text} not null,
          at_ms ${integer} not null
        ) ${strict}`,
      sql`create index log_line_time on log_line (learner, at_ms)`,
      sql`create index log_line_concept on log_line (learner, concept)`,
      sql`
        create table memory (
          ${learner},
          concept ${text} not null,
          stability ${real} not null,
          difficulty ${real} not null,
          due_at_ms ${integer} not null,
          seen_at_ms ${integer} not null,
          since_at_ms ${integer} not null,
          misses ${integer} not null,
          primary key (learner, concept)
        ) ${strict}`,
      sql`create index memory_due on memory (learner, due_at_ms, seen_at_ms)`,
      sql`
        create table face (
          ${learner},
          concept ${text} not null,
          face ${text} not null,
          shown_at_ms ${integer} not null,
          primary key (learner, concept, face)
        ) ${strict}`,
      sql`
        create table look_up (
          ${learner},
          concept ${text} not null,
          at_ms ${integer} not null
        ) ${strict}`,
      sql`create index look_up_learner on look_up (learner, at_ms)`,
      sql`create index look_up_time on look_up (at_ms)`,
      sql`
        create table hold (
          ${learner},
          from_at_ms ${integer} not null,
          until_at_ms ${integer} not null,
          primary key (learner, from_at_ms)
        ) ${strict}`,
      sql`
        create table reminder (
          learner ${integer} primary key references learner (id) on delete cascade,
          conversation ${text} not null,
          space ${text} not null,
          language ${text} not null,
          minute_of_day ${integer} not null,
          zone ${text} not null,
          next_at_ms ${integer} not null,
          next_day ${text} not null,
          claimed_until_ms ${integer} not null
        ) ${strict}`,
      sql`create index reminder_due on reminder (next_at_ms)`,
      sql`
        create table link_code (
          hash ${text} primary key,
          ${learner},
          expires_at_ms ${integer} not null
        ) ${strict}`,
      sql`create table link_try (actor ${text} not null, at_ms ${integer} not null) ${strict}`,
      sql`create index link_try_actor on link_try (actor, at_ms)`,
      sql`
        create table pending (
          id ${text} primary key,
          ${learner},
          intent ${text} not null,
          expires_at_ms ${integer} not null
        ) ${strict}`,
      sql`create index attempt_time on attempt (at_ms)`,
      ...['due_limit', 'fresh_limit', 'is_opted_out'].map((name) => sql`alter table preference add column ${sql.ref(name)} ${integer}`),
      sql`alter table preference add column zone ${text}`,
    ];
    for (const statement of statements) await statement.execute(transaction);
  },
};
