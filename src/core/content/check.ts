import { fold, nameKey } from '../search/text.ts';
import { checkQuestions } from './check-questions.ts';
import { type Concept, namesOf, wordingsOf } from './concept.ts';
import type { Deck } from './library.ts';
import type { LoadedConcept } from './load.ts';
import type { Problem } from './problem.ts';
import { LANGUAGES, type Language } from './schema.ts';

/** What the checks look at: every concept that was read, two of one id among them. */
export interface Checked {
  readonly loaded: readonly LoadedConcept[];
  readonly decks: readonly Deck[];
  /** Ids that other content brings along, which may be referred to. */
  readonly known: ReadonlySet<string>;
  /** Ids that were there once and must not vanish. */
  readonly locked: readonly string[];
}

/** A problem of one concept, at a part of it. */
export type Report = (
  at: LoadedConcept,
  path: readonly PropertyKey[],
  severity: Problem['severity'],
  message: string,
  mend: string,
) => void;

const LINKS = ['partOf', 'madeOf', 'runsOn', 'needs', 'related'] as const;

/** Finds what is wrong between concepts, all at once: ids, names, languages, questions, circles. */
export function checkConcepts(checked: Checked): Problem[] {
  const problems: Problem[] = [];
  const report: Report = ({ concept, locate }, path, severity, message, mend) => {
    problems.push({ severity, file: concept.origin.file, ...locate(path), message, mend });
  };
  const byId = new Map(checked.loaded.map((loaded) => [loaded.concept.id, loaded]));
  checkIds(checked, byId, report, problems);
  checkNames(checked.loaded, report);
  checkAsks(checked.loaded, report);
  checkNeeds(byId, report);
  for (const loaded of checked.loaded) {
    checkLinks(loaded, (id) => byId.has(id) || checked.known.has(id), report);
    checkLanguages(loaded, checked.decks, report);
    checkQuestions(loaded, byId, checked.known, report);
  }
  return problems;
}

function checkIds({ loaded, locked }: Checked, byId: ReadonlyMap<string, LoadedConcept>, report: Report, problems: Problem[]): void {
  const seen = new Map<string, LoadedConcept>();
  for (const one of loaded) {
    const first = seen.get(one.concept.id);
    if (first) report(one, ['id'], 'error', `the id ${one.concept.id} is also at ${placeOf(first)}`, 'give one of the two another id');
    else seen.set(one.concept.id, one);
  }
  for (const id of locked.filter((lockedId) => !byId.has(lockedId))) {
    const message = `the concept ${id} is gone, though people’s progress may hang on it`;
    problems.push({
      severity: 'error',
      file: 'ids.lock',
      line: 1,
      column: 1,
      message,
      mend: 'bring it back, or take it out of ids.lock if nobody has met it',
    });
  }
}

/** Two concepts may share a name only if each says how it differs from the other. */
function checkNames(loaded: readonly LoadedConcept[], report: Report): void {
  const bearers = new Map<string, LoadedConcept[]>();
  for (const one of loaded) {
    for (const key of new Set(namesOf(one.concept).map(keyOf))) bearers.set(key, [...(bearers.get(key) ?? []), one]);
  }
  for (const [key, [first, ...others]] of bearers) {
    for (const other of first ? others.filter((other) => !tellApart(first, other)) : []) {
      const message = `the name "${key}" is also that of ${first?.concept.id} at ${first && placeOf(first)}`;
      report(other, [], 'warning', message, 'let each name the other under confusedWith, or drop the name from one');
    }
  }
  for (const one of loaded) checkMisspellings(one, bearers, report);
}

const keyOf = (name: string): string => nameKey(fold(name));

/** One concept, or two that each name the other as confused with it. */
function tellApart({ concept: one }: LoadedConcept, { concept: other }: LoadedConcept): boolean {
  const names = (from: Concept, to: Concept) => from.confusedWith.some(({ id }) => id === to.id);
  return one.id === other.id || (names(one, other) && names(other, one));
}

function checkMisspellings(one: LoadedConcept, bearers: ReadonlyMap<string, readonly LoadedConcept[]>, report: Report): void {
  for (const misspelling of wordingsOf(one.concept).flatMap(({ misspellings }) => misspellings)) {
    const owner = bearers.get(keyOf(misspelling))?.find(({ concept }) => concept.id !== one.concept.id);
    if (owner)
      report(one, [], 'warning', `the misspelling "${misspelling}" is a right name of ${owner.concept.id}`, 'drop the misspelling');
  }
}

function checkAsks(loaded: readonly LoadedConcept[], report: Report): void {
  const askers = new Map<string, LoadedConcept>();
  for (const one of loaded) {
    for (const language of LANGUAGES) {
      for (const [index, text] of (one.concept.wordings[language]?.asks ?? []).entries()) {
        const key = nameKey(fold(text));
        const first = askers.get(key);
        askers.set(key, first ?? one);
        if (!first) continue;
        const message = `"${text}" is also a way to ask for ${first.concept.id} at ${placeOf(first)}`;
        report(one, [language, 'asks', index], 'warning', message, 'keep it where it fits best, or word it so that it fits one alone');
      }
    }
  }
}

function checkLinks(loaded: LoadedConcept, isKnown: (id: string) => boolean, report: Report): void {
  const { concept } = loaded;
  const links = [
    ...LINKS.flatMap((key) => concept[key].map((id, index) => ({ id, path: [key, index] }))),
    ...concept.confusedWith.map(({ id }, index) => ({ id, path: ['confusedWith', index, 'id'] })),
  ];
  for (const { id, path } of links) {
    if (id === concept.id) report(loaded, path, 'error', `${concept.id} names itself under ${path[0]}`, 'take it out');
    else if (!isKnown(id)) report(loaded, path, 'error', `there is no concept ${id}`, `mend the id under ${path[0]}, or take it out`);
  }
}

/** In a deck that promises languages, whatever is written must be written in each. */
function checkLanguages(loaded: LoadedConcept, decks: readonly Deck[], report: Report): void {
  const { concept } = loaded;
  for (const language of decks.find(({ id }) => id === concept.deck)?.languages ?? []) {
    for (const { path, what } of missingIn(concept, language)) {
      report(loaded, path, 'error', `${concept.id} has no ${what} in ${language}`, `add ${language}, which deck ${concept.deck} promises`);
    }
  }
}

function missingIn(concept: Concept, language: Language): { path: readonly PropertyKey[]; what: string }[] {
  const wording = concept.wordings[language];
  const parts: [written: unknown, path: readonly PropertyKey[], what: string][] = [
    [wording, [], 'section'],
    [!wording || wording.body, [language], 'body'],
    [!concept.example || concept.example[language], ['example'], 'caption of its example'],
    [!concept.history || concept.history[language], ['history'], 'history'],
    ...concept.confusedWith.map((contrast, index): [unknown, PropertyKey[], string] => [
      contrast[language],
      ['confusedWith', index],
      `contrast with ${contrast.id}`,
    ]),
    ...concept.questions.map(({ id, stem, explanation }, index): [unknown, PropertyKey[], string] => [
      stem[language] && explanation[language],
      ['questions', index],
      `question ${id}`,
    ]),
  ];
  return parts.filter(([written]) => !written).map(([, path, what]) => ({ path, what }));
}

/** What must be learnt first must not need, in the end, what comes after it. */
function checkNeeds(byId: ReadonlyMap<string, LoadedConcept>, report: Report): void {
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (loaded: LoadedConcept): void => {
    const { id, needs } = loaded.concept;
    if (done.has(id)) return;
    if (trail.includes(id)) {
      const circle = [...trail.slice(trail.indexOf(id)), id].join(' → ');
      report(loaded, ['needs'], 'error', `what must be learnt first goes in a circle: ${circle}`, 'take one of these needs out');
      return;
    }
    trail.push(id);
    for (const need of needs) {
      const other = byId.get(need);
      if (other) visit(other);
    }
    trail.pop();
    done.add(id);
  };
  for (const loaded of byId.values()) visit(loaded);
}

export const placeOf = ({ concept }: LoadedConcept): string => `${concept.origin.file}:${concept.origin.line}`;
