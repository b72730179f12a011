import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What is remembered of Markdown notes, so that their concepts keep their ids through edits. */
export const knownConcepts: Migration = {
  name: '0002-known-concepts',
  async up(transaction, { integer, text, strict }) {
    await sql`
      create table known_concept (
        scope ${text} not null,
        id ${text} not null,
        names_json ${text} not null,
        definition ${text} not null,
        place ${text} not null,
        first_seen_at_ms ${integer} not null,
        primary key (scope, id)
      ) ${strict}`.execute(transaction);
  },
};
