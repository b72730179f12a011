import { z } from 'zod';
import { type Context, defineCommand, languageArg } from '../command.ts';
import { LANGUAGES, type Language } from '../content/schema.ts';
import { UserError } from '../errors.ts';
import { wordsIn } from '../i18n/words.ts';
import type { Reply } from '../reply.ts';

const TYPED: ReadonlyMap<string, Language> = new Map([
  ['en', 'en'],
  ['english', 'en'],
  ['英文', 'en'],
  ['英语', 'en'],
  ['英語', 'en'],
  ['zh', 'zh'],
  ['chinese', 'zh'],
  ['中文', 'zh'],
  ['汉语', 'zh'],
  ['漢語', 'zh'],
]);

const NAMES = [...TYPED.keys()].filter((typed) => typed.length > 2 || /\p{Script=Han}/u.test(typed));

/** Sets the language in which a person is answered. */
export const lang = defineCommand({
  name: 'lang',
  // As a whole text, a language's name says enough: on the button beside every answer it is all that stands there.
  typed: ['lang', 'language', '语言', '語言', ...NAMES],
  audience: 'actor',
  args: z.object({ to: z.string().default(''), lang: languageArg }),
  read: (rest, word) => {
    if (NAMES.includes(word)) return rest === '' ? { to: word } : undefined;
    if (rest === '' || TYPED.has(rest.toLowerCase())) return { to: rest };
    // "lang fr": which ones there are.
    return /^[a-z]{2}$/i.test(rest) ? { to: '' } : undefined;
  },
  run: async ({ to }, context) => {
    if (to === '') return choiceOfLanguages(context);
    const language = TYPED.get(to.toLowerCase());
    if (!language) throw new UserError((words) => words.badArguments);
    await context.services.preferences.setLanguage(context.turn.actor.id, language);
    const { languageSet } = wordsIn(language);
    return { language, summary: languageSet, blocks: [{ kind: 'prose', text: languageSet }] };
  },
});

function choiceOfLanguages({ words }: Context): Reply {
  const buttons = LANGUAGES.map((to) => ({ label: wordsIn(to).inThisLanguage, intent: { command: 'lang', args: { to } } }));
  return {
    summary: words.languageHint,
    blocks: [
      { kind: 'prose', text: words.languageHint },
      { kind: 'buttons', buttons },
    ],
  };
}
