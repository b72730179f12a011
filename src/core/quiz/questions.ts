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

/** Three wrong choices and the right one: more do not make a question better (Haladyna, Downing & Rodriguez 2002). */
const WRONG_CHOICES = 3;
/** A concept comes back as the answer only after so many others. */
const REST = 8;

/**
 * Questions without end, those of every concept once before any concept comes
 * again, in an order by chance. None where no concept has a question in the
 * language.
 */
export function* questionsFrom(
  concepts: readonly Concept[],
  library: Library,
  language: Language,
  random: Random,
): Generator<Question, void> {
  const asked = concepts.flatMap((concept) => {
    const questions = shuffled(
      concept.questions.filter(({ stem, explanation }) => stem[language] && explanation[language]),
      random,
    );
    return questions.length > 0 ? [{ concept, questions }] : [];
  });
  if (asked.length === 0) return;
  let before: typeof asked = [];
  for (let round = 0; ; round++) {
    const order = restedOrder(shuffled(asked, random), before.slice(-REST));
    for (const { concept, questions } of order) {
      const authored = questions[round % questions.length];
      if (authored) yield draw(concept, authored, library, language, random);
    }
    before = order;
  }
}

/** The same order, with what came at the end of the last round moved back until others have come between. */
function restedOrder<Item>(order: readonly Item[], lately: readonly Item[]): Item[] {
  const early = order.slice(0, REST);
  const tired = early.filter((item) => lately.includes(item));
  return [
    ...order.filter((item) => !tired.includes(item)).slice(0, REST),
    ...tired,
    ...order.filter((item) => !tired.includes(item)).slice(REST),
  ];
}

function draw(concept: Concept, authored: Authored, library: Library, language: Language, random: Random): Question {
  const right = choiceFrom(authored.answer ?? { concept: concept.id }, library, language);
  const wrong = shuffled(authored.distractors, random).slice(0, WRONG_CHOICES);
  const choices = shuffled([right, ...wrong.map((choice) => choiceFrom(choice, library, language))], random);
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

function choiceFrom(authored: NonNullable<Authored['answer']>, library: Library, language: Language): Choice {
  const named = library.concepts.get(authored.concept ?? '');
  const text = authored[language] ?? (named && nameIn(named, language)) ?? authored.concept ?? '';
  return { text, concept: authored.concept, wrong: authored.wrong?.[language] };
}
