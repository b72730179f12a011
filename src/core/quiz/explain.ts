import { type Concept, nameIn } from '../content/concept.ts';
import type { Library } from '../content/library.ts';
import type { Language } from '../content/schema.ts';
import { QUIZ_ITEM_WORDS as WORDS } from '../i18n/quiz-items.ts';
import { beginsWith } from './mask.ts';
import type { Draft } from './prompt.ts';

const MAX_MORE = 200;

/** What an author wrote of how two concepts differ, on either side. */
export function differenceOf(one: Concept, other: Concept, language: Language): string | undefined {
  const said = (from: Concept, to: Concept) => from.confusedWith.find(({ id }) => id === to.id)?.[language];
  return said(one, other) ?? said(other, one);
}

/** Why a concept is the wrong choice: how it differs, else what it is. */
export function whyWrong(right: Concept, wrong: Concept, language: Language): string {
  const difference = differenceOf(right, wrong, language);
  const name = nameIn(wrong, language);
  if (difference !== undefined) return WORDS.isNot[language](name, difference);
  return WORDS.isElse[language](name, wrong.wordings[language]?.definition ?? '');
}

/** Explains an item: what is right, something more that the notes say about it, and why the nearest wrong choice is wrong. */
export function explainer(
  concept: Concept,
  library: Library,
  right: (language: Language, more: string | undefined) => string,
): Draft['explain'] {
  return (nearest, language, isShort) => {
    const other = library.concepts.get(nearest.concept ?? '');
    const more = isShort ? undefined : sentenceAbout(concept, language);
    const parts = [right(language, more), more, other && whyWrong(concept, other, language)];
    return WORDS.joined[language](parts.filter((part) => part !== undefined));
  };
}

/** The first sentence that explains a concept by its name: one without the name may hang on those before it. */
function sentenceAbout(concept: Concept, language: Language): string | undefined {
  const { name = '', aliases = [], body = '' } = concept.wordings[language] ?? {};
  const [paragraph = ''] = body.trim().split('\n');
  const sentences = paragraph.split(/(?<=[.!?])\s+(?=\p{Lu})|(?<=[。！？])/u);
  const isAbout = (sentence: string) => beginsWith(sentence, [name, ...aliases]) && /[.!?。！？]$/.test(sentence);
  return sentences.find((sentence) => isAbout(sentence) && sentence.length <= MAX_MORE);
}
