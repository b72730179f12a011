import type { Flowchart } from '../diagram/flowchart.ts';
import { findHighlight } from '../diagram/highlight.ts';
import { parseFlowchart } from '../diagram/parse.ts';
import type { LoadedFile, LoadedFolder } from './load.ts';
import type { Problem } from './problem.ts';
import { type Flow, LANGUAGES, type Language, type Lesson } from './schema.ts';

type Complain = (path: readonly PropertyKey[], message: string, mend: string, severity?: Problem['severity']) => void;
type Diagram = Flow['diagram'];

/** Finds what is wrong with the diagrams of lessons and flows: what cannot be drawn, and names of what is not there. */
export function checkDiagrams({ lessons, flows }: Pick<LoadedFolder, 'lessons' | 'flows'>, isKnown: (id: string) => boolean): Problem[] {
  const problems: Problem[] = [];
  const complainAt = ({ file, locate }: LoadedFile<unknown>): Complain => {
    return (path, message, mend, severity = 'error') => problems.push({ severity, file, ...locate(path), message, mend });
  };
  const complainOfTwin = <Told extends Flow | Lesson>(what: string, told: LoadedFile<Told>, before: readonly LoadedFile<Told>[]) => {
    const twin = before.find(({ value }) => value.id === told.value.id);
    if (twin) complainAt(told)(['id'], `the ${what} ${told.value.id} is also in ${twin.file}`, 'give one of the two another id');
  };
  for (const [index, lesson] of lessons.entries()) {
    complainOfTwin('lesson', lesson, lessons.slice(0, index));
    checkLesson(lesson.value, isKnown, complainAt(lesson));
  }
  for (const [index, flow] of flows.entries()) {
    complainOfTwin('flow', flow, flows.slice(0, index));
    checkFlow(flow.value, isKnown, complainAt(flow));
  }
  return problems;
}

/** A lesson says in words too what its diagrams show, so one that cannot be drawn is no error. */
function checkLesson(lesson: Lesson, isKnown: (id: string) => boolean, complain: Complain): void {
  for (const [name, diagram] of Object.entries(lesson.diagrams)) {
    const path = ['diagrams', name];
    const drawn = readDiagram(diagram, (at, message, mend) => complain([...path, ...at], message, mend, 'warning'));
    checkConcepts(diagram, drawn, isKnown, (at, message, mend) => complain([...path, ...at], message, mend));
  }
  const names = Object.keys(lesson.diagrams);
  for (const [index, { diagrams, concepts }] of lesson.steps.entries()) {
    for (const [at, name] of diagrams.entries()) {
      const there = names.length === 0 ? '' : ` (there is ${names.join(', ')})`;
      if (!names.includes(name))
        complain(['steps', index, 'diagrams', at], `the lesson has no diagram ${name}`, `mend the name${there}, or take it out`);
    }
    for (const [at, id] of concepts.entries()) {
      if (!isKnown(id)) complain(['steps', index, 'concepts', at], `there is no concept ${id}`, 'mend the id, or take it out');
    }
  }
}

function checkFlow(flow: Flow, isKnown: (id: string) => boolean, complain: Complain): void {
  const inDiagram: Complain = (path, message, mend) => complain(['diagram', ...path], message, mend);
  const drawn = readDiagram(flow.diagram, inDiagram);
  checkConcepts(flow.diagram, drawn, isKnown, inDiagram);
  for (const language of LANGUAGES.filter((one) => flow.diagram.mermaid[one])) {
    if (!flow.title[language]) complain(['title'], `the title is missing in ${language}`, `add ${language}, which the diagram has`);
    for (const [index, step] of flow.steps.entries()) {
      if (!step[language]) complain(['steps', index], `step ${index + 1} has no ${language}`, `add ${language}, which the diagram has`);
    }
  }
  for (const [language, flowchart] of drawn) {
    for (const [index, { highlight }] of flow.steps.entries())
      checkHighlight(highlight, flowchart, ['steps', index, 'highlight'], language, complain);
  }
}

function checkHighlight(
  highlight: readonly string[],
  flowchart: Flowchart,
  path: readonly PropertyKey[],
  language: Language,
  complain: Complain,
): void {
  const unknown = new Set(findHighlight(flowchart, highlight).unknown);
  for (const [index, part] of highlight.entries()) {
    if (!unknown.has(part)) continue;
    complain(
      [...path, index],
      `"${part}" is not in the diagram in ${language}`,
      'write the id of a node, or an arrow as a -> b in its direction',
    );
  }
}

/** The diagram in each language in which it can be drawn. */
function readDiagram({ mermaid }: Diagram, complain: Complain): [Language, Flowchart][] {
  return LANGUAGES.flatMap((language): [Language, Flowchart][] => {
    const source = mermaid[language];
    if (source === undefined) return [];
    const parsed = parseFlowchart(source);
    if (parsed.kind === 'flowchart') return [[language, parsed.flowchart]];
    const message = `line ${parsed.line} of the diagram in ${language} cannot be drawn: ${parsed.reason}`;
    complain(['mermaid', language], message, 'see docs/write-content.md for what can be drawn');
    return [];
  });
}

function checkConcepts(
  { concepts }: Diagram,
  drawn: readonly [Language, Flowchart][],
  isKnown: (id: string) => boolean,
  complain: Complain,
): void {
  for (const [node, concept] of Object.entries(concepts)) {
    if (!isKnown(concept)) complain(['concepts', node], `there is no concept ${concept}`, 'mend the id under concepts, or take it out');
    for (const [language, { nodes, groups }] of drawn) {
      if ([...nodes, ...groups].some(({ id }) => id === node)) continue;
      complain(['concepts', node], `the diagram in ${language} has no ${node}`, 'write the id of a node or subgraph');
    }
  }
}
