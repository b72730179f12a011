import { newFilePlace } from '../support/databases.ts';
import { storeContract } from './contract.ts';

storeContract('SQLite', newFilePlace);
