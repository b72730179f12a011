import { spellingKey } from '../search/text.ts';
import { namesOf as allNamesOf, type Concept } from './concept.ts';
import type { LoadedConcept } from './load.ts';
import { placeOf, type Report } from './report.ts';
import { LANGUAGES } from './schema.ts';

/** A name or another text of a concept, with its place. */
interface Said {
  readonly by: LoadedConcept;
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/**
 * Finds names, misspellings and ways to ask that do not lead to one concept alone.
 *
 * @param shipped - the concepts that stand beside those that are checked.
 */
export function checkNames(loaded: readonly LoadedConcept[], shipped: readonly Concept[], report: Report): void {
  const bearers = Map.groupBy(loaded.flatMap(namesOf), keyOf);
  for (const sharing of bearers.values()) checkBearers(sharing, report);
  for (const misspelling of loaded.flatMap(misspellingsOf)) checkMisspelling(misspelling, bearers.get(keyOf(misspelling)) ?? [], report);
  checkAsks(loaded, report);
  checkNamesakes(loaded, shipped, report);
  for (const said of [...loaded.flatMap(namesOf), ...loaded.flatMap(misspellingsOf)]) checkSigns(said, report);
}

/** Two names with a Chinese comma between them are one to YAML. */
function checkSigns({ by, path, text }: Said, report: Report): void {
  const sign = /[，、]/.exec(text)?.[0];
  if (sign === undefined) return;
  const message = `"${text}" counts as one name, since ${sign} is no comma to YAML`;
  report(by, path, 'warning', message, 'write the plain , and a space between two names');
}

const keyOf = ({ text }: Said): string => spellingKey(text);

const namesOf = (by: LoadedConcept): Said[] =>
  LANGUAGES.flatMap((language) => {
    const { name, aliases = [] } = by.concept.wordings[language] ?? {};
    const shown = name === undefined ? [] : [{ by, path: [language, 'name'], text: name }];
    return [...shown, ...aliases.map((text, index) => ({ by, path: [language, 'aliases', index], text }))];
  });

const partsOf = (by: LoadedConcept, part: 'misspellings' | 'asks'): Said[] =>
  LANGUAGES.flatMap((language) =>
    (by.concept.wordings[language]?.[part] ?? []).map((text, index) => ({ by, path: [language, part, index], text })),
  );

const misspellingsOf = (by: LoadedConcept): Said[] => partsOf(by, 'misspellings');

/** Two concepts may share a name only if each says how it differs from the other. */
function checkBearers(sharing: readonly Said[], report: Report): void {
  const bearers = [...new Map(sharing.toReversed().map((said) => [said.by, said])).values()].toReversed();
  for (const [index, said] of bearers.entries()) {
    const other = bearers.slice(0, index).find(({ by }) => !tellApart(by.concept, said.by.concept));
    if (!other) continue;
    const message = `the name "${said.text}" is also that of ${other.by.concept.id} at ${placeOf(other.by)}`;
    report(said.by, said.path, 'warning', message, 'let each name the other under confusedWith, or drop the name from one');
  }
}

/** One concept, or two that each name the other as confused with it. */
function tellApart(one: Concept, other: Concept): boolean {
  const names = (from: Concept, to: Concept) => from.confusedWith.some(({ id }) => id === to.id);
  return one.id === other.id || (names(one, other) && names(other, one));
}

/** A team's concept comes first where a shipped one is called the same; who meant the other must be able to reach it. */
function checkNamesakes(loaded: readonly LoadedConcept[], shipped: readonly Concept[], report: Report): void {
  const bearers = Map.groupBy(
    shipped.flatMap((concept) => allNamesOf(concept).map((name) => ({ concept, key: spellingKey(name) }))),
    ({ key }) => key,
  );
  for (const by of loaded) {
    const told = new Set([by.concept.id, ...by.concept.confusedWith.map(({ id }) => id)]);
    for (const { path, text } of namesOf(by)) {
      const other = bearers.get(spellingKey(text))?.find(({ concept }) => !told.has(concept.id))?.concept;
      if (!other) continue;
      told.add(other.id);
      const message = `the name "${text}" is also that of the shipped concept ${other.id}: who asks for it sees yours, and a button to the other`;
      const mend = `if both are one thing, write id: ${other.id} here, and your words stand above the shipped ones; if not, name ${other.id} under confusedWith, and both are offered`;
      report(by, path, 'warning', message, mend);
    }
  }
}

function checkMisspelling({ by, path, text }: Said, bearers: readonly Said[], report: Report): void {
  const owner = bearers.find((other) => other.by.concept.id !== by.concept.id)?.by;
  if (owner)
    report(by, path, 'warning', `the misspelling "${text}" is a right name of ${owner.concept.id} at ${placeOf(owner)}`, 'drop it');
}

function checkAsks(loaded: readonly LoadedConcept[], report: Report): void {
  const askers = new Map<string, Said>();
  for (const said of loaded.flatMap((by) => partsOf(by, 'asks'))) {
    const key = keyOf(said);
    const first = askers.get(key);
    if (!first) {
      askers.set(key, said);
      continue;
    }
    const message = `"${said.text}" is also a way to ask for ${first.by.concept.id} at ${placeOf(first.by)}`;
    report(said.by, said.path, 'warning', message, 'keep it where it fits best, or word it so that it fits one alone');
  }
}
