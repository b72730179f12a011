import { type Concept, nameIn } from '../content/concept.ts';
import type { Library } from '../content/library.ts';
import type { Language } from '../content/schema.ts';
import { type Random, shuffled } from '../random.ts';

/** A prompt with choices, in one language, as it is asked. */
export interface Question {
  /** The concept's id and the question's own: `kubelet/kubelet-stops`. */
  readonly id: string;
  readonly concept: string;
  readonly language: Language;
  readonly stem: string;
  /** In the order in which they are shown. */
  readonly choices: readonly Choice[];
  /** Which choice is right. */
  readonly answer: number;
  readonly explanation: string;
}

export interface Choice {
  readonly text: string;
  /** The concept that it names, if it names one. */
  readonly concept: string | undefined;
  /** Why it is wrong, where an author said so. */
  readonly wrong: string | undefined;
}

type Authored = Concept['questions'][number];
type AuthoredChoice = Authored['distractors'][number];

/** Three wrong choices and the right one: more do not make a question better (Haladyna, Downing & Rodriguez 2002). */
const WRONG_CHOICES = 3;
/** A concept comes back only after so many others. */
const REST = 8;

/**
 * Questions without end, one of every concept before any concept comes again,
 * in an order by chance. None where no concept has a question in the language.
 */
export function* questionsFrom(
  concepts: readonly Concept[],
  library: Library,
  language: Language,
  random: Random,
): Generator<Question, void> {
  const asked = concepts.flatMap((concept) => {
    const questions = concept.questions.filter((authored) => isIn(language, authored));
    return questions.length > 0 ? [{ concept, questions: shuffled(questions, random) }] : [];
  });
  if (asked.length === 0) return;
  let before: typeof asked = [];
  for (let round = 0; ; round++) {
    const order = rested(shuffled(asked, random), before);
    for (const { concept, questions } of order) {
      const authored = questions[round % questions.length];
      if (authored) yield draw(concept, authored, library, language, random);
    }
    before = order;
  }
}

/** Whether all of a question is written in a language; where a choice is not, the name of its concept will do. */
function isIn(language: Language, { stem, answer, distractors, explanation }: Authored): boolean {
  const choices = [...(answer ? [answer] : []), ...distractors];
  const isWritten = (choice: AuthoredChoice) => choice[language] !== undefined || choice.concept !== undefined;
  return stem[language] !== undefined && explanation[language] !== undefined && choices.every(isWritten);
}

/**
 * Nearly the same order, in which each item comes only after {@link REST}
 * others since it was there before, or after all others where there are fewer.
 */
function rested<Item>(order: readonly Item[], before: readonly Item[]): Item[] {
  const rest = Math.min(REST, order.length - 1);
  const since = new Map(before.map((item, at) => [item, before.length - 1 - at]));
  const coming = [...order];
  const first = Array.from({ length: rest }, (_, at) => {
    const next = coming.findIndex((item) => (since.get(item) ?? rest) + at >= rest);
    return coming.splice(next, 1)[0] as Item;
  });
  return [...first, ...coming];
}

function draw(concept: Concept, authored: Authored, library: Library, language: Language, random: Random): Question {
  const right = choiceFrom(authored.answer ?? { concept: concept.id }, library, language);
  const others = shuffled(authored.distractors, random).map((choice) => choiceFrom(choice, library, language));
  const wrong = distinct([right, ...others]).slice(1, 1 + WRONG_CHOICES);
  const choices = shuffled([right, ...wrong], random);
  return {
    id: `${concept.id}/${authored.id}`,
    concept: concept.id,
    language,
    stem: authored.stem[language] ?? '',
    choices,
    answer: choices.indexOf(right),
    explanation: authored.explanation[language] ?? '',
  };
}

/** The first of all choices that read alike: two concepts may share a name. */
function distinct(choices: readonly Choice[]): Choice[] {
  const byText = new Map(choices.toReversed().map((choice) => [choice.text.toLowerCase(), choice]));
  return choices.filter((choice) => byText.get(choice.text.toLowerCase()) === choice);
}

function choiceFrom(authored: AuthoredChoice, library: Library, language: Language): Choice {
  const named = library.concepts.get(authored.concept ?? '');
  const text = authored[language] ?? (named && nameIn(named, language)) ?? authored.concept ?? '';
  return { text, concept: authored.concept, wrong: authored.wrong?.[language] };
}
