import { checkDecks } from './check-decks.ts';
import { checkDiagrams } from './check-diagrams.ts';
import { checkLanguages, checkTopics } from './check-languages.ts';
import { checkNames } from './check-names.ts';
import { checkQuestions } from './check-questions.ts';
import type { Concept } from './concept.ts';
import type { LoadedConcept, LoadedFolder } from './load.ts';
import type { Problem } from './problem.ts';
import { placeOf, type Report } from './report.ts';

/** What the checks look at. */
export interface Checked {
  readonly folder: LoadedFolder;
  /** The concepts that stand beside the folder's own, which may be referred to. */
  readonly shipped: readonly Concept[];
}

const LINKS = ['partOf', 'madeOf', 'runsOn', 'needs', 'related'] as const;

/** Finds what is wrong between concepts, all at once: ids, names, languages, questions, circles. */
export function checkConcepts({ folder, shipped }: Checked): Problem[] {
  const { concepts, decks, unread } = folder;
  const problems: Problem[] = [];
  const report: Report = ({ concept, locate }, path, severity, message, mend) => {
    problems.push({ severity, file: concept.origin.file, ...locate(path), message, mend });
  };
  const byId = new Map(concepts.map((loaded) => [loaded.concept.id, loaded]));
  const isHere = (id: string) => byId.has(id) || unread.has(id);
  const known = new Set(shipped.map(({ id }) => id));
  const isKnown = (id: string) => isHere(id) || known.has(id);
  checkIds(concepts, report);
  checkNames(concepts, shipped, report);
  checkNeeds(byId, report);
  for (const loaded of concepts) {
    checkLinks(loaded, isKnown, report);
    checkLanguages(loaded, decks, report);
    checkQuestions(loaded, byId, isKnown, report);
  }
  return [...problems, ...checkTopics(folder), ...checkDecks(decks, isKnown), ...checkDiagrams(folder, isKnown)];
}

function checkIds(loaded: readonly LoadedConcept[], report: Report): void {
  const seen = new Map<string, LoadedConcept>();
  for (const one of loaded) {
    const first = seen.get(one.concept.id);
    if (first) report(one, ['id'], 'error', `the id ${one.concept.id} is also at ${placeOf(first)}`, 'give one of the two another id');
    else seen.set(one.concept.id, one);
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

/** What must be learnt first must not need, in the end, what comes after it. */
function checkNeeds(byId: ReadonlyMap<string, LoadedConcept>, report: Report): void {
  const done = new Set<string>();
  for (const start of byId.values()) {
    const trail = done.has(start.concept.id) ? [] : [stepTo(start)];
    const open = new Set(trail.map(({ id }) => id));
    for (let step = trail.at(-1); step; step = trail.at(-1)) {
      const { value: need, done: isOver } = step.needs.next();
      if (isOver) {
        done.add(step.id);
        open.delete(step.id);
        trail.pop();
        continue;
      }
      const [index, id] = need;
      const next = byId.get(id);
      if (open.has(id) && id !== step.id) reportCircle(step.loaded, index, [...open, id].slice([...open].indexOf(id)), report);
      if (!next || open.has(id) || done.has(id)) continue;
      trail.push(stepTo(next));
      open.add(id);
    }
  }
}

const stepTo = (loaded: LoadedConcept) => ({ loaded, id: loaded.concept.id, needs: loaded.concept.needs.entries() });

function reportCircle(at: LoadedConcept, index: number, circle: readonly string[], report: Report): void {
  const shown = circle.length > MAX_SHOWN ? [...circle.slice(0, MAX_SHOWN), '…', ...circle.slice(-1)] : circle;
  report(at, ['needs', index], 'error', `what must be learnt first goes in a circle: ${shown.join(' → ')}`, 'take one of these needs out');
}

const MAX_SHOWN = 10;
