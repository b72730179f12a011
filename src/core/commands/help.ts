import { z } from 'zod';
import { defineCommand, languageArg, withoutArguments } from '../command.ts';
import { languageButton } from './buttons.ts';

/** Shows what one can do, in at most ten lines. */
export const help = defineCommand({
  name: 'help',
  typed: [
    ...['help', '帮助', '幫助', '?', '？', 'help me', 'commands', 'menu', 'start', 'what can you do', 'what can i ask'],
    ...['菜单', '命令', '怎么用', '你会什么', '你能做什么', '你能干什么', '能做什么', '你會什麼'],
  ],
  audience: 'actor',
  isAsked: true,
  args: z.object({ lang: languageArg }),
  read: withoutArguments,
  run: async (_args, { language, words, services }) => {
    const button = (label: string, command: string, args: Record<string, string>) => ({ label, intent: { command, args } });
    return {
      summary: words.helpSummary,
      blocks: [
        { kind: 'heading', text: words.helpTitle },
        { kind: 'prose', text: words.help(`/${services.commandName}`) },
        {
          kind: 'buttons',
          buttons: [
            button(words.tryThis, 'ask', { concept: 'pod', lang: language }),
            button(words.allTopics, 'topics', { lang: language }),
            languageButton(language, 'help'),
          ],
        },
      ],
    };
  },
});
