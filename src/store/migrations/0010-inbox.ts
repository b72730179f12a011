import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What authors should know: questions that the notes could not answer, and what people say of answers. */
export const inbox: Migration = {
  name: '0010-inbox',
  async up(transaction, { identity, integer, text, strict }) {
    const statements = [
      sql`
        create table gap (
          id ${identity},
          space ${text} not null,
          form ${text} not null,
          text ${text} not null,
          language ${text} not null,
          times ${integer} not null,
          salt ${text},
          last_at_ms ${integer} not null,
          mended_at_ms ${integer},
          unique (space, form)
        ) ${strict}`,
      sql`
        create table gap_asker (
          gap ${integer} not null references gap (id) on delete cascade,
          who ${text} not null,
          primary key (gap, who)
        ) ${strict}`,
      sql`
        create table verdict (
          learner ${integer} not null references learner (id) on delete cascade,
          concept ${text} not null,
          space ${text} not null,
          fingerprint ${integer} not null,
          is_wrong ${integer} not null,
          at_ms ${integer} not null,
          primary key (learner, concept)
        ) ${strict}`,
      sql`
        create table digest (
          conversation ${text} primary key,
          space ${text} not null,
          language ${text} not null,
          timetable_json ${text} not null,
          set_by ${text} not null,
          next_at_ms ${integer} not null,
          next_day ${text} not null,
          claimed_until_ms ${integer} not null
        ) ${strict}`,
      sql`create index digest_due on digest (next_at_ms)`,
      sql`create index verdict_space on verdict (space)`,
      sql`create index quiz_space on quiz (space, opened_at_ms) where learner is null`,
    ];
    for (const statement of statements) await statement.execute(transaction);
  },
};
