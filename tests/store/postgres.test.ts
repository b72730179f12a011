import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openPostgres, withoutSecrets } from '../../src/store/postgres.ts';
import { newPostgresPlace } from '../support/databases.ts';
import { clearingContract } from './clearing-contract.ts';
import { storeContract } from './contract.ts';
import { inboxContract } from './inbox-contract.ts';
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
peopleContract('PostgreSQL', newPostgresPlace);
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

test.each([
  ['postgres://ann:s3cret@db.example:5432/tutor?sslmode=require&password=s3cret', 'postgres://db.example:5432/tutor'],
  ['postgresql://db/tutor', 'postgresql://db/tutor'],
  ['postgres://ann:s3@cr/et@db/tutor', 'postgres://db/tutor'],
])('the address %s is told as %s', (url, told) => {
  expect(withoutSecrets(url)).toBe(told);
});
