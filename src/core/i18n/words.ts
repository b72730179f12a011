import type { Language } from '../content/schema.ts';
import { dailyWords } from './daily.ts';
import { en } from './en.ts';
import { pictureWords } from './pictures.ts';
import { quizWords } from './quiz.ts';
import { reviewWords } from './review.ts';
import { teamWords } from './team.ts';
import { webWords } from './web.ts';
import { zh } from './zh.ts';

/** Every word that the bot says, in one language. A key that one language lacks does not compile. */
export type Words = typeof en &
  (typeof quizWords)['en'] &
  (typeof dailyWords)['en'] &
  (typeof reviewWords)['en'] &
  (typeof pictureWords)['en'] &
  (typeof teamWords)['en'] &
  (typeof webWords)['en'];

const ALL: Readonly<Record<Language, Words>> = {
  en: { ...en, ...quizWords.en, ...dailyWords.en, ...reviewWords.en, ...pictureWords.en, ...teamWords.en, ...webWords.en },
  zh: { ...zh, ...quizWords.zh, ...dailyWords.zh, ...reviewWords.zh, ...pictureWords.zh, ...teamWords.zh, ...webWords.zh },
};

/** The bot's words in a language. */
export const wordsIn = (language: Language): Words => ALL[language];

/** What people ask with. Messages of programs, which are English to everyone, hold few of these, and begin with none of the second. */
const ENGLISH_SENTENCE =
  /\b(?:what|how|why|where|which|who|explain|tell me|define|compare|difference|my|please)\b|^\s*(?:is|are|does|do|can|when)\b/i;

/**
 * The language of what a person typed: Chinese where it holds Han characters,
 * English where it asks in English, else undefined. A bare term (`kubelet`) and
 * a pasted error are the same in both and tell nothing.
 */
export function languageOf(text: string): Language | undefined {
  if (/[\u3400-\u4dbf\u4e00-\u9fff]/.test(text)) return 'zh';
  return ENGLISH_SENTENCE.test(text) ? 'en' : undefined;
}
