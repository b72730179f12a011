import { type Concept, nameIn } from '../content/concept.ts';
import type { Library } from '../content/library.ts';
import type { Language } from '../content/schema.ts';
import { type Random, shuffled } from '../random.ts';
import { languagesOf, type QuizItem } from './item.ts';
import { lettered, type Option, type Prompt, WRONG_CHOICES } from './prompt.ts';
import { textsOf } from './texts.ts';

type Authored = Concept['questions'][number];

/** The questions that authors wrote for a concept; those that are whole in no language are left out. */
export function authoredOf(concept: Concept, library: Library): Prompt[] {
  return concept.questions.flatMap((authored) => {
    const right = optionFrom(authored.answer ?? { concept: concept.id }, library);
    const wrong = authored.distractors.map((choice) => optionFrom(choice, library));
    const stem = textsOf((language) => authored.stem[language]);
    const explanation = textsOf((language) => authored.explanation[language]);
    const id = `${concept.id}/${authored.id}`;
    const languages = languagesOf({ stem, explanation, choices: [right, ...wrong].map((option) => ({ ...option, id: '' })) });
    const draw = (random: Random): QuizItem => {
      const others = distinct([right, ...shuffled(wrong, random)], languages).slice(1, 1 + WRONG_CHOICES);
      return { id, concept: concept.id, sort: 'authored', stem, ...lettered(right, others, random), explanation };
    };
    return languages.length > 0 ? [{ id, sort: 'authored', languages, draw }] : [];
  });
}

/** A choice as its author wrote it; where it is not written, the name of its concept will do. */
function optionFrom(choice: Authored['distractors'][number], library: Library): Option {
  const named = library.concepts.get(choice.concept ?? '');
  const textIn = (language: Language) => choice[language] ?? (named && nameIn(named, language)) ?? choice.concept;
  return {
    text: textsOf(textIn),
    ...(choice.concept !== undefined && { concept: choice.concept }),
    ...(choice.wrong && { wrong: textsOf((language) => choice.wrong?.[language]) }),
  };
}

/** The first of all options that read alike in a language: two concepts may share a name. */
function distinct(options: readonly Option[], languages: readonly Language[]): Option[] {
  const kept: Option[] = [];
  const alike = (one: Option, other: Option) =>
    languages.some((language) => (one.text[language] ?? '').toLowerCase() === (other.text[language] ?? '').toLowerCase());
  for (const option of options) if (!kept.some((one) => alike(one, option))) kept.push(option);
  return kept;
}
