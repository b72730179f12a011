import { ASKING } from './asking.ts';
import { BROWSING } from './browsing.ts';
import { MANAGING } from './managing.ts';
import { QUIZZING } from './quizzing.ts';
import { REVIEWING } from './reviewing.ts';

/** All that people see of the bot; every platform draws it. */
export const SCENES = [...ASKING, ...BROWSING, ...REVIEWING, ...QUIZZING, ...MANAGING];
