import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Pictures that a platform keeps as files, and who agreed to stand in a team's memory map. */
export const pictures: Migration = {
  name: '0012-pictures',
  async up(transaction, { integer, text, strict }) {
    await sql`
      create table sent_picture (
        space ${text} not null,
        hash ${text} not null,
        file ${text} not null,
        sent_at_ms ${integer} not null,
        primary key (space, hash)
      ) ${strict}`.execute(transaction);
    await sql`alter table preference add column is_sharing ${integer}`.execute(transaction);
  },
};
