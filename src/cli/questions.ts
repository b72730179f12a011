import type { Config } from '../config.ts';
import { ContentError } from '../core/errors.ts';
import { questionsFrom } from '../core/quiz/questions.ts';
import { seededRandom } from '../core/random.ts';
import { openTutor } from './tutor.ts';

interface QuestionsOptions {
  readonly config: Config;
  readonly count: number;
  readonly seed: string;
  readonly deck?: string;
  readonly json?: boolean;
}

/** Prints quiz questions as learners meet them. */
export async function questions({ config, count, seed, deck, json = false }: QuestionsOptions): Promise<void> {
  const { library } = (await openTutor(config)).knowledge();
  const concepts = [...library.concepts.values()].filter((concept) => deck === undefined || concept.deck === deck);
  if (concepts.length === 0)
    throw new ContentError(`There is no deck ${deck}. There are: ${library.decks.map(({ id }) => id).join(', ')}.`);
  const drawn = questionsFrom(concepts, library, config.language, seededRandom(seed)).take(count);
  for (const question of drawn) process.stdout.write(json ? `${JSON.stringify(asData(question, seed))}\n` : `${asText(question)}\n`);
}

type Question = ReturnType<typeof questionsFrom> extends Generator<infer Item, void> ? Item : never;

function asData({ id, language, concept, stem, choices, answer, explanation }: Question, seed: string) {
  return {
    id,
    lang: language,
    concept,
    question: stem,
    options: choices.map(({ text }) => text),
    answer,
    option_concepts: choices.map((choice) => choice.concept ?? null),
    explanation,
    seed,
  };
}

function asText({ id, stem, choices, answer, explanation }: Question): string {
  const letters = choices.map(({ text }, at) => `  ${String.fromCharCode(65 + at)}. ${text}${at === answer ? '  ✓' : ''}`);
  return [`${stem}  (${id})`, ...letters, `  ${explanation}`, ''].join('\n');
}
