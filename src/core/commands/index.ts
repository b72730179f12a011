import type { Command } from '../command.ts';
import { ask } from './ask.ts';
import { compare } from './compare.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { lang } from './lang.ts';
import { path } from './path.ts';
import { random } from './random.ts';
import { share, unshare } from './share.ts';
import { story } from './story.ts';
import { terms } from './terms.ts';
import { topics } from './topics.ts';

/** All that a person can do, in the order in which typed text is held against them. */
export const COMMANDS: readonly Command[] = [compare, story, path, topics, random, lang, terms, help, home, share, unshare, ask];
