import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { openPostgres, withoutSecrets } from '../../src/store/postgres.ts';
import { atNoon, newPostgresPlace } from '../support/databases.ts';
import { atOnceContract } from './at-once-contract.ts';
import { clearingContract } from './clearing-contract.ts';
import { storeContract } from './contract.ts';
import { dossierContract } from './dossier-contract.ts';
import { inboxContract } from './inbox-contract.ts';
import { metBeforeContract } from './met-before-contract.ts';
import { peopleContract } from './people-contract.ts';
import { platformContract } from './platform-contract.ts';
import { postsContract } from './posts-contract.ts';
import { quizContract } from './quiz-contract.ts';
import { reviewsContract } from './reviews-contract.ts';
import { spacesContract } from './spaces-contract.ts';
import { standingsContract } from './standings-contract.ts';

storeContract('PostgreSQL', newPostgresPlace);
quizContract('PostgreSQL', newPostgresPlace);
postsContract('PostgreSQL', newPostgresPlace);
standingsContract('PostgreSQL', newPostgresPlace);
reviewsContract('PostgreSQL', newPostgresPlace);
metBeforeContract('PostgreSQL', newPostgresPlace);
peopleContract('PostgreSQL', newPostgresPlace);
dossierContract('PostgreSQL', newPostgresPlace);
atOnceContract('PostgreSQL', newPostgresPlace);
platformContract('PostgreSQL', newPostgresPlace);
inboxContract('PostgreSQL', newPostgresPlace);
spacesContract('PostgreSQL', newPostgresPlace);
clearingContract('PostgreSQL', newPostgresPlace);

test('PostgreSQL’s counts and instants are numbers', async () => {
  const engine = openPostgres((await newPostgresPlace()).where);
  onTestFinished(() => engine.close());
  const { rows } = await engine.read((database) => sql`select count(*) as count, 1772452800000::bigint as at_ms`.execute(database));
  expect(rows).toEqual([{ count: 1, at_ms: 1_772_452_800_000 }]);
});

test('what is asked again and again is kept prepared, and goes on when a newer version adds a column', async () => {
  const engine = openPostgres((await newPostgresPlace()).where);
  onTestFinished(() => engine.close());
  const change = (text: string) => engine.write((transaction) => sql.raw(text).execute(transaction));
  await migrate(engine, { where: 'test', now: atNoon });
  await change('insert into learner (first_seen_at_ms) values (7), (8)');
  const ask = engine.prepare((database, { after }: { after: number }) =>
    database.selectFrom('learner').select('first_seen_at_ms').where('first_seen_at_ms', '>', after).orderBy('first_seen_at_ms'),
  );
  // A plan for any value is made only after some runs.
  for (let run = 0; run < 8; run++) expect(await ask({ after: 7 })).toEqual([{ first_seen_at_ms: 8 }]);
  const { rows } = await engine.read((database) => sql`select statement from pg_prepared_statements`.execute(database));
  expect(rows).toEqual([{ statement: expect.stringContaining('from "learner" where "first_seen_at_ms" > $1') }]);
  await change('alter table learner add column shoe_size bigint');
  expect(await ask({ after: 6 })).toEqual([{ first_seen_at_ms: 7 }, { first_seen_at_ms: 8 }]);
  await change('create index learner_none on learner (first_seen_at_ms)');
  expect(await ask({ after: 8 })).toEqual([]);
});

test.each([
  ['postgres://ann:s3cret@db.example:5432/tutor?sslmode=require&password=s3cret', 'postgres://db.example:5432/tutor'],
  ['postgresql://db/tutor', 'postgresql://db/tutor'],
  ['postgres://ann:s3@cr/et@db/tutor', 'postgres://db/tutor'],
])('the address %s is told as %s', (url, told) => {
  expect(withoutSecrets(url)).toBe(told);
});
