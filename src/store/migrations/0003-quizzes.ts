import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * Schedules, quizzes, answers and standings. What others count on is unique by
 * its meaning: one quiz for a conversation and day, one attempt for a question
 * and learner, one post for a key.
 */
export const quizzes: Migration = {
  name: '0003-quizzes',
  async up(transaction, { identity, integer, text, strict }) {
    const statements = [
      sql`
        create table schedule (
          conversation ${text} primary key,
          space ${text} not null,
          language ${text} not null,
          timetable_json ${text} not null,
          questions ${integer} not null,
          topic ${text},
          is_quiet ${integer} not null,
          state ${text} not null,
          remark ${text},
          set_by ${text} not null,
          set_at_ms ${integer} not null,
          next_at_ms ${integer},
          next_day ${text},
          reckoned_at_ms ${integer} not null,
          claimed_until_ms ${integer} not null
        ) ${strict}`,
      sql`create index schedule_due on schedule (next_at_ms) where state = 'on'`,
      sql`create index schedule_reckoned on schedule (reckoned_at_ms) where state = 'on'`,
      sql`create index schedule_space on schedule (space)`,
      sql`
        create table quiz (
          id ${identity},
          space ${text} not null,
          conversation ${text} not null,
          day ${text},
          learner ${integer} references learner (id) on delete cascade,
          language ${text} not null,
          is_quiet ${integer} not null,
          opened_at_ms ${integer} not null,
          closes_at_ms ${integer},
          closed_at_ms ${integer},
          unique (conversation, day)
        ) ${strict}`,
      sql`create index quiz_closing on quiz (closes_at_ms) where closed_at_ms is null`,
      sql`create index quiz_learner on quiz (learner, id) where learner is not null`,
      sql`
        create table question (
          quiz ${integer} not null references quiz (id) on delete cascade,
          position ${integer} not null,
          item_json ${text} not null,
          why_json ${text},
          primary key (quiz, position)
        ) ${strict}`,
      sql`
        create table asked (
          scope ${text} not null,
          item ${text} not null,
          concept ${text} not null,
          times ${integer} not null,
          last_at_ms ${integer} not null,
          answered ${integer} not null,
          correct ${integer} not null,
          primary key (scope, item)
        ) ${strict}`,
      sql`
        create table attempt (
          id ${identity},
          quiz ${integer} not null references quiz (id) on delete cascade,
          position ${integer} not null,
          learner ${integer} not null references learner (id) on delete cascade,
          actor ${text} not null,
          choice ${text} not null,
          is_right ${integer} not null,
          at_ms ${integer} not null,
          unique (quiz, position, learner)
        ) ${strict}`,
      sql`create index attempt_learner on attempt (learner, at_ms)`,
      sql`
        create table standing (
          scope ${text} not null,
          period ${text} not null,
          learner ${integer} not null references learner (id) on delete cascade,
          answered ${integer} not null,
          correct ${integer} not null,
          score ${integer} not null,
          primary key (scope, period, learner)
        ) ${strict}`,
      sql`create index standing_order on standing (scope, period, score desc, answered desc, learner)`,
      sql`
        create table post (
          key ${text} primary key,
          kind ${text} not null,
          nonce ${text} not null,
          subject ${integer} not null,
          conversation ${text} not null,
          state ${text} not null,
          due_at_ms ${integer},
          wanted_at_ms ${integer} not null,
          claim ${text},
          tries ${integer} not null,
          message ${text},
          drawn_at_ms ${integer},
          is_stale ${integer} not null
        ) ${strict}`,
      sql`create index post_due on post (due_at_ms) where due_at_ms is not null`,
      sql`
        create table pace (
          lane ${text} primary key,
          free_at_ms ${integer} not null
        ) ${strict}`,
      sql`alter table preference add column is_named ${integer}`,
    ];
    for (const statement of statements) await statement.execute(transaction);
  },
};
