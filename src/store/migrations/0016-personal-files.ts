import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Files of one person's own figures, which are deleted after some days. */
export const personalFiles: Migration = {
  name: '0016-personal-files',
  async up(transaction, { integer, text, strict }) {
    await sql`
      create table personal_file (
        space ${text} not null,
        file ${text} not null,
        sent_at_ms ${integer} not null,
        primary key (space, file)
      ) ${strict}`.execute(transaction);
  },
};
