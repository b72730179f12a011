import { newFilePlace } from '../support/databases.ts';
import { storeContract } from './contract.ts';
import { platformContract } from './platform-contract.ts';

storeContract('SQLite', newFilePlace);
platformContract('SQLite', newFilePlace);
