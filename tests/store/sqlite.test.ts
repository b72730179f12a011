import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { databaseFile } from '../../src/store/database-file.ts';
import { openStore } from '../../src/store/store.ts';
import { atNoon, newFilePlace } from '../support/databases.ts';
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

storeContract('SQLite', newFilePlace);
quizContract('SQLite', newFilePlace);
postsContract('SQLite', newFilePlace);
standingsContract('SQLite', newFilePlace);
reviewsContract('SQLite', newFilePlace);
peopleContract('SQLite', newFilePlace);
platformContract('SQLite', newFilePlace);
inboxContract('SQLite', newFilePlace);
spacesContract('SQLite', newFilePlace);
clearingContract('SQLite', newFilePlace);

test('a pass over SQLite that finds nothing to do waits for nobody who writes', async () => {
  const { where } = await newFilePlace();
  const { records, reviews, close } = await openStore(where, { as: 'tool', now: atNoon });
  onTestFinished(close);
  const writing = new DatabaseSync(databaseFile(where));
  onTestFinished(() => writing.close());
  writing.exec('begin immediate');
  expect(await records.quizzes.closeDue(10)).toBe(0);
  expect(await records.schedules.claimDue(['test'], 10)).toEqual([]);
  expect(await reviews.reminders.claimDue(['test'], 10)).toEqual([]);
  expect(await records.posts.claim(['test'], 10)).toEqual([]);
});
