import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Which conversations that something is arranged for are one person's with the bot alone. */
export const direct: Migration = {
  name: '0017-direct',
  async up(transaction, { integer }) {
    for (const table of ['schedule', 'digest'].map((name) => sql.table(name))) {
      await sql`alter table ${table} add column is_direct ${integer} not null default 0`.execute(transaction);
      // Slack's direct messages are channels with an id of their own; elsewhere they go by their person.
      await sql`update ${table} set is_direct = 1 where conversation = set_by or conversation like 'slack:%:D%'`.execute(transaction);
    }
  },
};
