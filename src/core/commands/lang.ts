import { z } from 'zod';
import { defineCommand } from '../command.ts';
import type { Language } from '../content/schema.ts';
import { UserError } from '../errors.ts';
import { wordsIn } from '../i18n/words.ts';

const TYPED: Readonly<Record<string, Language>> = {
  en: 'en',
  english: 'en',
  英文: 'en',
  英语: 'en',
  zh: 'zh',
  chinese: 'zh',
  中文: 'zh',
  汉语: 'zh',
};

/** Sets the language in which a person is answered. */
export const lang = defineCommand({
  name: 'lang',
  typed: ['lang', 'language', '语言'],
  audience: 'actor',
  args: z.object({ to: z.string().optional() }),
  read: (rest) => (rest === '' || TYPED[rest.toLowerCase()] ? { to: rest } : undefined),
  run: async ({ to = '' }, { turn, services }) => {
    const language = TYPED[to.toLowerCase()];
    if (!language) throw new UserError((words) => words.languageHint);
    await services.preferences.setLanguage(turn.actor.id, language);
    const { languageSet } = wordsIn(language);
    return { summary: languageSet, blocks: [{ kind: 'prose', text: languageSet }] };
  },
});
