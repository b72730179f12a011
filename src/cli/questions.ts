import type { Config } from '../config.ts';
import { ContentError } from '../core/errors.ts';
import { inLanguage, type Question, type QuizItem } from '../core/quiz/item.ts';
import { questionsFrom } from '../core/quiz/questions.ts';
import { seededRandom } from '../core/random.ts';
import { openTutor } from './tutor.ts';

interface QuestionsOptions {
  readonly config: Config;
  readonly count: number;
  readonly seed: string;
  readonly deck?: string;
  /** The one concept of which each question is printed once, authored ones first. */
  readonly concept?: string;
  readonly json?: boolean;
}

/** Prints quiz questions as learners meet them. */
export async function questions({ config, count, seed, deck, concept, json = false }: QuestionsOptions): Promise<void> {
  const { library } = (await openTutor(config)).knowledge();
  const concepts = [...library.concepts.values()].filter(
    ({ deck: its, id }) => (deck === undefined || its === deck) && (concept === undefined || id === concept),
  );
  if (concept !== undefined && !library.concepts.has(concept))
    throw new ContentError(`There is no concept ${concept}. kubetutor ask --json "its name" shows its id after "concepts".`);
  if (deck !== undefined && concepts.length === 0) {
    const decks = new Set([...library.concepts.values()].map((concept) => concept.deck));
    throw new ContentError(`There is no deck ${deck}. There are: ${[...decks].join(', ')}.`);
  }
  const all = questionsFrom(concepts, library, config.language, seededRandom(seed));
  const drawn = concept === undefined ? [...all.take(count)] : onceEach(all);
  if (drawn.length === 0) {
    const language = config.language === 'en' ? 'English' : 'Chinese';
    throw new ContentError(`There is no quiz question in ${language} yet. docs/write-content.md shows how to add one.`);
  }
  for (const item of drawn) {
    const question = inLanguage(item, config.language);
    process.stdout.write(json ? `${JSON.stringify(asData(question, seed))}\n` : `${asText(question)}\n`);
  }
  const different = new Set(drawn.map(({ id }) => id)).size;
  if (different < drawn.length)
    process.stderr.write(
      `Some of these ${drawn.length} come more than once: there ${different === 1 ? 'is one question' : `are ${different} different ones`}.\n`,
    );
}

/** What comes until something comes again. */
function onceEach(items: Iterable<QuizItem>): QuizItem[] {
  const seen = new Map<string, QuizItem>();
  for (const item of items) {
    if (seen.has(item.id)) break;
    seen.set(item.id, item);
  }
  return [...seen.values()];
}

function asData({ id, language, concept, stem, choices, answer, explanation }: Question, seed: string) {
  return {
    id,
    lang: language,
    concept,
    question: stem,
    options: choices.map(({ text }) => text),
    answer: choices.findIndex(({ id: letter }) => letter === answer),
    option_concepts: choices.map((choice) => choice.concept ?? null),
    explanation,
    seed,
  };
}

function asText({ id, stem, choices, answer, explanation }: Question): string {
  const letters = choices.map((choice) => `  ${choice.id.toUpperCase()}. ${choice.text}${choice.id === answer ? '  ✓' : ''}`);
  return [`${stem}  (${id})`, ...letters, `  ${explanation}`, ''].join('\n');
}
