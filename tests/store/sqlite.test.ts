import { newFilePlace } from '../support/databases.ts';
import { storeContract } from './contract.ts';
import { inboxContract } from './inbox-contract.ts';
import { peopleContract } from './people-contract.ts';
import { platformContract } from './platform-contract.ts';
import { postsContract } from './posts-contract.ts';
import { quizContract } from './quiz-contract.ts';
import { reviewsContract } from './reviews-contract.ts';
import { standingsContract } from './standings-contract.ts';

storeContract('SQLite', newFilePlace);
quizContract('SQLite', newFilePlace);
postsContract('SQLite', newFilePlace);
standingsContract('SQLite', newFilePlace);
reviewsContract('SQLite', newFilePlace);
peopleContract('SQLite', newFilePlace);
platformContract('SQLite', newFilePlace);
inboxContract('SQLite', newFilePlace);
