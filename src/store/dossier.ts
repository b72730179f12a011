import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Dossier } from '../core/review/records.ts';
import type { ActorId } from '../core/turn.ts';
import { hiddenOf } from './askers.ts';
import { directConversations } from './forgetting.ts';
import { accountsOf, findLearner } from './learners.ts';
import type { Tables } from './tables.ts';

/** The tables that say in a column whose each row is. */
const OF_LEARNER = [
  'actor',
  'preference',
  'log_line',
  'memory',
  'face',
  'look_up',
  'hold',
  'reminder',
  'verdict',
  'attempt',
  'standing',
  'pending',
  'link_code',
] as const;

/** Whatever is kept of whoever an account belongs to, by table: every row that `forget` would delete or take the name out of. */
export async function dossierOf(database: Kysely<Tables>, actor: ActorId): Promise<Dossier> {
  const learner = await findLearner(database, actor);
  if (learner === undefined) return {};
  const accounts = await accountsOf(database, learner);
  const direct = sql.join(await directConversations(database, learner, accounts));
  const own = sql.join(accounts);
  const wheres: [keyof Tables, RawBuilder<unknown>][] = [
    ['learner', sql`id = ${learner}`],
    ...OF_LEARNER.map((table): [keyof Tables, RawBuilder<unknown>] => [table, sql`learner = ${learner}`]),
    ['quiz', sql`learner = ${learner} or conversation in (${direct})`],
    ['asked', sql`scope in (${`learner ${learner}`}, ${direct})`],
    ['schedule', sql`set_by in (${own}) or conversation in (${direct})`],
    ['digest', sql`set_by in (${own}) or conversation in (${direct})`],
    ['post', sql`conversation in (${direct}) or (kind = 'remind' and subject = ${learner})`],
    ['inviter', sql`actor in (${own})`],
    ['link_try', sql`actor in (${own})`],
  ];
  const all: Record<string, Dossier[string]> = {};
  for (const [table, where] of wheres) all[table] = await rowsOf(database, table, where);
  const hidden = await hiddenOf(database, accounts);
  return { ...all, unanswered: hidden.map(({ text, last_at_ms }) => ({ text, last_at_ms })) };
}

async function rowsOf(database: Kysely<Tables>, table: keyof Tables, where: RawBuilder<unknown>): Promise<Dossier[string]> {
  const { rows } = await sql<Readonly<Record<string, unknown>>>`select * from ${sql.table(table)} where ${where}`.execute(database);
  return rows.map((row) => ({ ...row }));
}
