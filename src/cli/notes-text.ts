import type { Card } from '../core/content/notes/cards.ts';
import type { Change, Edit } from '../core/content/notes/edits.ts';
import type { NoteDiagram, Skipped } from '../core/content/notes/note.ts';
import { isSeparatedFile } from '../core/content/notes/separated.ts';
import type { PlacedTerm } from '../core/content/notes-folder.ts';
import { parseFlowchart } from '../core/diagram/parse.ts';

/** What was understood of a note. */
export interface Understood {
  readonly concepts: readonly PlacedTerm[];
  readonly cards: readonly Card[];
  readonly diagrams: readonly (NoteDiagram & { readonly id: string })[];
  readonly skipped: readonly Skipped[];
}

/**
 * What was understood of a note, for its author.
 *
 * @param names - what the concepts that are known already are called, by id.
 */
export function noteText(
  file: string,
  title: string | undefined,
  { concepts, cards, diagrams, skipped }: Understood,
  names: ReadonlyMap<string, string>,
): string {
  const added = concepts.filter(({ isMerged }) => !isMerged);
  const known = concepts.filter(({ isMerged }) => isMerged);
  const counts = [
    `${count(added.length, 'concept')} of its own`,
    ...(known.length > 0 ? [`${known.length} known already`] : []),
    count(cards.length, 'card'),
    count(diagrams.length, 'diagram'),
  ];
  const conceptLines = (placed: PlacedTerm) => linesOf(placed, title, names);
  return [
    `${file}${title === undefined ? '' : ` (${title})`}: ${counts.join(', ')}`,
    ...section('Its own concepts:', added.flatMap(conceptLines)),
    ...section(
      'Known already; your words are shown above those that are there (give what is another thing a fuller name):',
      known.flatMap(conceptLines),
    ),
    ...section('Diagrams:', diagrams.map(diagramLine)),
    ...section(
      'Skipped:',
      skipped.map(({ line, why }) => `${lineNumber(line)}${why}`),
    ),
    ...(concepts.length > 0 ? [] : ['', isSeparatedFile(file) ? HOW_TO_LIST : HOW_TO_WRITE]),
    '',
  ].join('\n');
}

const HOW_TO_WRITE =
  'No term is explained in it. A term is a heading with a sentence below it, or a line such as “* Gateway: the door to our platform”.';

const HOW_TO_LIST = 'No card is in it. A row is a card: its front, a comma or a tab, and its back; the first row may name the columns.';

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines]);
const lineNumber = (line: number): string => `  line ${String(line).padEnd(4)} `;
const INDENT = ' '.repeat(lineNumber(1).length);

/** Where a diagram stands, and why it cannot be drawn where that is so. */
function diagramLine({ id, line, source }: Understood['diagrams'][number]): string {
  const parsed = parseFlowchart(source);
  const why = parsed.kind === 'refused' ? ` is shown as text; its line ${parsed.line} cannot be drawn: ${parsed.reason}` : '';
  return `${lineNumber(line)}[${id}]${why}`;
}

/** A concept: its names, its id and the headings above it; and below, what the note says of it. */
function linesOf({ id, term, isMerged }: PlacedTerm, title: string | undefined, names: ReadonlyMap<string, string>): string[] {
  const called = term.names.map(({ text }) => text);
  const known = names.get(id);
  const meant = isMerged && known !== undefined && !called.includes(known) ? `, that is ${known}` : '';
  const headings = term.context.filter((heading) => heading !== title);
  const where = headings.length > 0 ? `, under ${headings.join(' › ')}` : '';
  const said = [term.definition, ...(term.body ?? '').split('\n').filter((line) => line !== '')];
  return [`${lineNumber(term.line)}${called.join(' / ')}${meant} [${id}]${where}`, ...said.map((line) => `${INDENT}${line}`)];
}

const CHANGES: Readonly<Record<Exclude<Change, 'name'>, string>> = {
  'other names': 'has other names besides',
  definition: 'is explained otherwise',
  place: 'stands elsewhere',
};

const EDITED = 'Edited since the last time, and still the same concept to everyone who is learning it:';

/** Which concepts were recognised after an edit; nothing where none was. */
export function editsText(edits: readonly Edit[]): string {
  const lines = edits.map(({ id, was, now, why, changed }) => {
    const changes = changed.map((change) => (change === 'name' ? `was called ${was} (${why})` : CHANGES[change]));
    return `  ${now} [${id}] ${changes.join(', ')}`;
  });
  return lines.length === 0 ? '' : `${[EDITED, ...lines].join('\n')}\n`;
}
