import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What platforms have delivered of late, so that what comes again is known again, by any process. */
export const seenDeliveries: Migration = {
  name: '0005-seen-deliveries',
  async up(transaction, { integer, text, strict }) {
    await sql`
      create table seen_delivery (
        delivery ${text} primary key,
        seen_at_ms ${integer} not null
      ) ${strict}`.execute(transaction);
    await sql`create index seen_delivery_at on seen_delivery (seen_at_ms)`.execute(transaction);
  },
};
