import { z } from 'zod';
import { defineCommand, languageArg, notTyped } from '../command.ts';
import { LANGUAGES } from '../content/schema.ts';
import { wordsIn } from '../i18n/words.ts';
import type { Button } from '../reply.ts';

/** The page that a person finds where a platform gives the bot one: where to begin, and what can be set. */
export const home = defineCommand({
  ...notTyped,
  name: 'home',
  audience: 'actor',
  args: z.object({ lang: languageArg }),
  run: async (_args, { language, words, knowledge, services }) => {
    const to = (label: string, command: string, args: Record<string, string> = { lang: language }): Button => ({
      label,
      intent: { command, args },
    });
    return {
      summary: words.helpTitle,
      blocks: [
        { kind: 'heading', text: words.helpTitle },
        { kind: 'prose', text: words.homeIntro(knowledge.library.concepts.size, `/${services.commandName}`) },
        {
          kind: 'buttons',
          buttons: [
            to(words.allTopics, 'topics'),
            to(words.pathTitle, 'path'),
            to(words.homeStory, 'story'),
            to(words.flowsTitle, 'flow'),
            to(words.ownProgress, 'progress'),
            to(words.homeRandom, 'random'),
            to(words.helpSummary, 'help'),
          ],
        },
        { kind: 'divider' },
        { kind: 'prose', text: words.languageHint },
        { kind: 'buttons', buttons: LANGUAGES.map((chosen) => to(wordsIn(chosen).inThisLanguage, 'lang', { to: chosen })) },
      ],
    };
  },
});
