import type { HomeView } from '@slack/types';
import { wordsIn } from '../../core/i18n/words.ts';
import type { Pictured } from '../../core/illustrate.ts';
import type { Intent } from '../../core/intent.ts';
import type { Reply } from '../../core/reply.ts';
import { renderBlocks } from './render.ts';

/** App Home shows one reply at a time, with a way back to the first one. */
export function homeView({ blocks, language = 'en' }: Reply, { command }: Intent, pictures: Pictured<string>): HomeView {
  const back = { label: wordsIn(language).homeBack, intent: { command: 'home', args: { lang: language } } };
  return {
    type: 'home',
    blocks: renderBlocks(command === 'home' ? blocks : [...blocks, { kind: 'divider' }, { kind: 'buttons', buttons: [back] }], pictures),
  };
}
