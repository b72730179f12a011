import { join } from 'node:path';
import { CompiledQuery, type KyselyPlugin, type RootOperationNode, sql, type Transaction } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Engine } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { storeOn } from '../../src/store/store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { atNoon, newFilePlace, newPostgresPlace } from '../support/databases.ts';
import { arrangement, opening } from '../support/quiz.ts';

/** Which tables or indexes an engine would look through from end to end for a query. */
type FindScanned = (transaction: Transaction<Tables>, query: CompiledQuery) => Promise<readonly string[]>;

/** All that is in it is looked through at each pass: messages that are in somebody's hands. */
const FEW = 'post_held';

/** https://sqlite.org/eqp.html: a table or index of which a part is looked up is searched, else it is scanned. */
const onSqlite: FindScanned = async (transaction, { sql: text, parameters }) => {
  const plan = await transaction.executeQuery<{ detail: string }>(CompiledQuery.raw(`explain query plan ${text}`, [...parameters]));
  return plan.rows.map(({ detail }) => detail).filter((step) => /^SCAN (?!CONSTANT ROW)/.test(step) && !step.includes(FEW));
};

interface Step {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Step[];
}

const onPostgres: FindScanned = async (transaction, { sql: text, parameters }) => {
  const query = CompiledQuery.raw(`explain (format json) ${text}`, [...parameters]);
  const [row] = (await transaction.executeQuery<{ 'QUERY PLAN': readonly { Plan: Step }[] }>(query)).rows;
  return (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => scansIn(Plan));
};

function scansIn(step: Step): string[] {
  const { 'Node Type': kind, 'Index Name': index, 'Index Cond': condition, Plans = [] } = step;
  const isScan = kind === 'Seq Scan' || (index !== undefined && index !== FEW && condition === undefined);
  return [...(isScan ? [`${kind} ${index ?? ''}`] : []), ...Plans.flatMap(scansIn)];
}

/** Puts a thousand rows beside a table's one, alike but for what is given as SQL, where `n` is their number. */
async function crowd(engine: Engine, table: keyof Tables, given: Readonly<Record<string, string>>): Promise<void> {
  await engine.write(async (transaction) => {
    const [row = {}] = (await sql<object>`select * from ${sql.table(table)}`.execute(transaction)).rows;
    const columns = Object.keys(row).filter((column) => column !== 'id' || given.id !== undefined);
    const values = columns.map((column) => sql.raw(given[column] ?? column));
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      with recursive number (n) as (select 2 union all select n + 1 from number where n < 1000)
      select ${sql.join(values)} from ${sql.table(table)}, number`.execute(transaction);
  });
}

const LATER = { conversation: "'test:c' || n", next_at_ms: 'next_at_ms + 86400000 + n' };

/** The same engine; each query that runs on it is told before. */
function watched(engine: Engine, told: (node: RootOperationNode) => void): Engine {
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      told(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    ...engine,
    read: (run) => engine.read((database) => run(database.withPlugin(plugin))),
    prepare: (ask) => async (given) =>
      (await engine.read((database) => database.executeQuery(ask(database.withPlugin(plugin), given).compile()))).rows,
    write: (run) => engine.write((transaction) => run(transaction.withPlugin(plugin))),
  };
}

describe.each([
  ['SQLite', async () => openSqlite(join((await newFilePlace()).where, 'kubetutor.db')), onSqlite],
  ['PostgreSQL', async () => openPostgres((await newPostgresPlace()).where), onPostgres],
] as const)('on %s', (_, open, scannedBy) => {
  test('a pass finds what is due by an index, and looks through no table for it', async () => {
    const engine = await open();
    onTestFinished(() => engine.close());
    await migrate(engine, { where: 'test', now: atNoon });
    const nodes: RootOperationNode[] = [];
    const { records, reviews, digests } = storeOn(
      watched(engine, (node) => nodes.push(node)),
      { now: atNoon },
    );
    const { schedules, quizzes, posts } = records;
    const due = { at: atNoon(), day: '2026-03-02' } as const;
    const { conversation, space, isDirect, language, timetable, setBy } = arrangement();
    await schedules.save(arrangement(), due);
    await reviews.reminders.save('test:ann', { conversation, space, language, minuteOfDay: 570, zone: 'UTC' }, due);
    await digests.save({ conversation, space, isDirect, language, timetable, setBy }, due);
    await quizzes.open(opening('2026-03-01', { closesAt: atNoon() }));
    const quiz = (await quizzes.find(1)) ?? expect.unreachable('no quiz');
    await quizzes.record({ quiz, position: 1, actor: { id: 'test:ann', name: 'Ann' }, choice: 'b', isRight: true });
    await crowd(engine, 'learner', {});
    await crowd(engine, 'actor', { id: "'test:p' || n", learner: 'n' });
    await crowd(engine, 'schedule', LATER);
    await crowd(engine, 'reminder', { ...LATER, learner: 'n' });
    await crowd(engine, 'digest', LATER);
    await crowd(engine, 'quiz', { conversation: "'test:c' || n", closed_at_ms: 'n' });
    await crowd(engine, 'question', { quiz: 'n' });
    await crowd(engine, 'asked', { scope: "'test:c' || n" });
    await crowd(engine, 'attempt', { quiz: 'n' });
    await crowd(engine, 'post', { key: "'quiz:' || n", due_at_ms: 'null', state: "'posted'" });
    await engine.write((transaction) => sql`analyze`.execute(transaction));
    nodes.length = 0;
    expect(await quizzes.closeDue(10)).toBe(1);
    for (const claimed of [schedules.claimDue, reviews.reminders.claimDue, digests.claimDue, posts.claim]) {
      expect(await claimed(['test'], 10)).toHaveLength(1);
    }
    expect(nodes.length).toBeGreaterThan(10);
    const scanned = await engine.write(async (transaction) => {
      const found: string[] = [];
      for (const node of nodes) {
        const query = transaction.getExecutor().compileQuery(node, { queryId: 'plan' });
        for (const scan of await scannedBy(transaction, query)) found.push(`${scan}: ${query.sql}`);
      }
      return found;
    });
    expect(scanned).toEqual([]);
  });
});
