import type { Concept } from './concept.ts';
import type { LoadedConcept, LoadedDeck, LoadedFolder } from './load.ts';
import type { Problem } from './problem.ts';
import type { Report } from './report.ts';
import { LANGUAGES, type Language, otherLanguage } from './schema.ts';

/** Something that may be written in two languages, with its place. */
interface Part {
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly texts: Readonly<Partial<Record<Language, unknown>>>;
}

/**
 * Finds texts that are there in one language only: in a deck that promises
 * languages, whatever is written must be written in each; elsewhere one will
 * do, but then one for all texts of a concept, and for all of a question.
 */
export function checkLanguages(loaded: LoadedConcept, decks: readonly LoadedDeck[], report: Report): void {
  const { concept } = loaded;
  const promised = languagesOf(concept.deck, decks);
  for (const language of promised) {
    const mend = `add ${language}, which deck ${concept.deck} promises`;
    const parts = [...partsOf(concept), ...bodyOf(concept), ...concept.questions.flatMap((_, at) => questionIn(concept, at, language))];
    for (const { path, what, texts } of parts)
      if (!texts[language]) report(loaded, path, 'error', `${concept.id} has no ${what} in ${language}`, mend);
  }
  for (const parts of [partsOf(concept), ...concept.questions.map((_, at) => partsOfQuestion(concept, at))]) {
    for (const { path, what, language } of halfSaid(parts).filter((part) => !promised.includes(part.language))) {
      const message = `${concept.id} has no ${what} in ${language}, though it has others in ${language}`;
      report(loaded, path, 'warning', message, `add ${language}:`);
    }
  }
}

const languagesOf = (deck: string, decks: readonly LoadedDeck[]): readonly Language[] =>
  decks.find((loaded) => loaded.deck.id === deck)?.deck.languages ?? [];

/** The parts that are there in one language only, while others of them are in the other one too. */
function halfSaid(parts: readonly Part[]): (Part & { language: Language })[] {
  const said = LANGUAGES.filter((language) => parts.some(({ texts }) => texts[language]));
  return said.flatMap((language) =>
    parts.filter(({ texts }) => !texts[language] && texts[otherLanguage(language)]).map((part) => ({ ...part, language })),
  );
}

const partsOf = ({ wordings, example, history, confusedWith }: Concept): Part[] => [
  { path: [], what: 'section', texts: wordings },
  ...(example ? [{ path: ['example'], what: 'caption of its example', texts: example }] : []),
  ...(history ? [{ path: ['history'], what: 'history', texts: history }] : []),
  ...confusedWith.map((texts, at) => ({ path: ['confusedWith', at], what: `contrast with ${texts.id}`, texts })),
];

/** The bodies of the sections that are there; elsewhere than in a deck that promises languages, one may do without. */
const bodyOf = ({ wordings }: Concept): Part[] =>
  LANGUAGES.filter((language) => wordings[language]).map((language) => ({
    path: [language],
    what: 'body',
    texts: { [otherLanguage(language)]: true, [language]: wordings[language]?.body },
  }));

/** A question as a whole where nothing of it is in a language, else its parts. */
function questionIn(concept: Concept, at: number, language: Language): Part[] {
  const parts = partsOfQuestion(concept, at);
  if (parts.some(({ texts }) => texts[language])) return parts;
  return [{ path: ['questions', at], what: `question ${concept.questions[at]?.id}`, texts: {} }];
}

function partsOfQuestion({ questions }: Concept, at: number): Part[] {
  const question = questions[at];
  if (!question) return [];
  const { id, stem, distractors, explanation } = question;
  const part = (path: readonly PropertyKey[], what: string, texts: Part['texts'] | undefined): Part[] =>
    texts ? [{ path: ['questions', at, ...path], what: `${what} of question ${id}`, texts }] : [];
  return [
    ...part(['stem'], 'stem', stem),
    ...distractors.flatMap(({ wrong }, place) => part(['distractors', place, 'wrong'], 'reason (wrong:)', wrong)),
    ...part(['explanation'], 'explanation', explanation),
  ];
}

/** Finds topics that are called in one language only, while some of their concepts are in the other one too. */
export function checkTopics({ topics, concepts, decks }: LoadedFolder): Problem[] {
  return topics.flatMap(({ value: topic, file, locate }) => {
    const inFile = concepts.filter(({ concept }) => concept.origin.file === file);
    const promised = languagesOf(topic.deck, decks);
    const missing = LANGUAGES.filter((language) => !topic.titles[language] && topic.titles[otherLanguage(language)]);
    return missing.flatMap((language): Problem[] => {
      if (!promised.includes(language) && !inFile.some(({ concept }) => concept.wordings[language])) return [];
      const severity = promised.includes(language) ? 'error' : 'warning';
      return [{ severity, file, ...locate(['topic']), message: `the topic has no name in ${language}`, mend: `add ${language}:` }];
    });
  });
}
