import { isLeadIn } from './definition.ts';
import { keyOf } from './found.ts';
import type { NoteList, NoteTerm, Skipped } from './note.ts';
import type { Block, Item } from './outline.ts';
import { isOnlyLinks, joinText, type Line } from './rich.ts';

/** What was understood of a note, to be held against what it says. */
interface Understood {
  readonly terms: readonly NoteTerm[];
  readonly lists: readonly NoteList[];
  /** Lines of which something else was made, or of which it is told already why nothing was. */
  readonly lines: Iterable<number>;
}

/** What is left of a note beside its terms. */
interface Leftovers {
  /** The terms; those of headings have for their body what else stands below the heading. */
  readonly terms: readonly NoteTerm[];
  /** What stands below no heading that is a term. */
  readonly skipped: readonly Skipped[];
}

/** A paragraph or an item of a list, or a heading, at which everything begins anew. */
type Leaf =
  | { readonly kind: 'heading'; readonly line: number }
  | { readonly kind: 'text'; readonly lines: readonly Line[]; readonly text: string; readonly mark: string };

type TextLeaf = Extract<Leaf, { kind: 'text' }>;

/** Longer than anybody reads in an answer. */
const LONGEST_BODY = 1500;
/** The front of a flashcard. */
const ASKED = /^(?:Q|问|問)\s*[:：]/i;
/** https://docs.ankiweb.net/editing.html#cloze-deletion */
const ANKI_CLOZE = /\{\{c\d+::/;
/** More of them than an author looks through. */
const MAX_REMARKS = 20;
const MAX_SHOWN = 40;

/** Gives what became no definition to the headings that are terms, and tells of the rest, so that nothing of a note is lost unsaid. */
export function withLeftovers(blocks: readonly Block[], understood: Understood): Leftovers {
  const headings = new Map(understood.terms.filter(({ evidence }) => evidence === 'heading').map((term) => [term.line, term]));
  const isUsed = createIsUsed(understood);
  const bodies = new Map<NoteTerm, TextLeaf[]>();
  const rest: TextLeaf[] = [];
  let owner: NoteTerm | undefined;
  const told = new Set(understood.lines);
  const leaves = [...leavesOf(blocks, '')];
  for (const [at, leaf] of leaves.entries()) {
    const above = leaves[at - 1];
    // Of a heading it was told why its first paragraph explains no term.
    const isTold = above?.kind === 'heading' && told.has(above.line);
    if (leaf.kind === 'heading') owner = headings.get(leaf.line);
    else if (!isTold && !isUsed(leaf) && !announcesNothing(leaf, leaves[at + 1], isUsed)) {
      if (owner && !leaf.lines.every(isOnlyLinks)) bodies.set(owner, [...(bodies.get(owner) ?? []), leaf]);
      else rest.push(leaf);
    }
  }
  const terms = understood.terms.map((term) => {
    const body = bodies.get(term);
    return body ? { ...term, body: bodyFrom(body) } : term;
  });
  return { terms, skipped: remarksOn(rest) };
}

function* leavesOf(blocks: readonly Block[], mark: string): Generator<Leaf> {
  for (const block of blocks) {
    if (block.kind === 'heading') yield { kind: 'heading', line: block.line.number };
    if (block.kind === 'paragraph') yield { kind: 'text', lines: block.lines, text: joinText(block.lines.map(({ text }) => text)), mark };
    if (block.kind === 'quote') yield* leavesOf(block.blocks, '> ');
    if (block.kind === 'list')
      for (const [at, item] of block.items.entries()) yield* leavesOfItem(item, block.isOrdered ? `${at + 1}. ` : '- ');
  }
}

function* leavesOfItem({ blocks }: Item, mark: string): Generator<Leaf> {
  yield* leavesOf(blocks.slice(0, 1), mark);
  yield* leavesOf(blocks.slice(1), `  ${mark}`.replace(/\S/g, ' '));
}

/** Whether a text has come to something: it opens a term, stands in the definition of one above it, or is a part in a list. */
function createIsUsed({ terms, lists, lines }: Understood): (leaf: TextLeaf) => boolean {
  const used = new Set([...lines, ...terms.map(({ line }) => line), ...lists.map(({ line }) => line)]);
  const said = [
    ...terms.map(({ line, definition }) => ({ line, texts: [keyOf(definition)], isList: false })),
    ...lists.map(({ line, items }) => ({ line, texts: items.map(keyOf), isList: true })),
  ].sort((a, b) => a.line - b.line);
  let next = 0;
  return ({ lines: own, text, mark }) => {
    const last = own.at(-1)?.number ?? 0;
    // Of links in a list it is told where the list is read.
    if (own.some(({ number }) => used.has(number)) || (mark !== '' && own.every(isOnlyLinks))) return true;
    while ((said[next]?.line ?? Number.POSITIVE_INFINITY) <= last) next += 1;
    while (next > 0 && (said[next - 1]?.line ?? 0) > last) next -= 1;
    const key = keyOf(text);
    // A definition stands close by its term.
    return said
      .slice(Math.max(0, next - NEAR), next)
      .some(({ texts, isList }) => texts.some((other) => other.includes(key) || (isList ? key.startsWith(other) : key.includes(other))));
  };
}

const NEAR = 4;

/** "It has two parts:" above parts that are terms themselves. */
const announcesNothing = (leaf: TextLeaf, below: Leaf | undefined, isUsed: (leaf: TextLeaf) => boolean): boolean =>
  isLeadIn(leaf.text) && (below?.kind !== 'text' || isUsed(below));

function bodyFrom(leaves: readonly TextLeaf[]): string {
  let body = '';
  let before = '';
  for (const { text, mark } of leaves) {
    const joint = body === '' ? '' : mark.trim() !== '' && before.trim() !== '' ? '\n' : '\n\n';
    if (body.length + joint.length + mark.length + text.length > LONGEST_BODY) return `${body}${joint}…`;
    body += joint + mark + text;
    before = mark;
  }
  return body;
}

function remarksOn(leaves: readonly TextLeaf[]): Skipped[] {
  const told = leaves.slice(0, MAX_REMARKS).map(({ lines, text }) => ({ line: lines[0]?.number ?? 1, why: whyLeft(lines, text) }));
  const more = leaves[MAX_REMARKS];
  if (!more) return told;
  return [...told, { line: more.lines[0]?.number ?? 1, why: `${leaves.length - MAX_REMARKS} more such texts from here on.` }];
}

function whyLeft(lines: readonly Line[], text: string): string {
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).toWellFormed().trimEnd()}…` : text;
  if (lines.every(isOnlyLinks)) return `“${shown}” is only a link.`;
  if (ASKED.test(text)) return `“${shown}” is asked, but not answered: write the answer as “A: text” on the line below it.`;
  if (ANKI_CLOZE.test(text)) return `“${shown}” is a cloze as Anki has it: write ==name== in place of {{c1::name}}.`;
  return `“${shown}” explains no term: write it as “name: text”, or below a heading that is a term.`;
}
