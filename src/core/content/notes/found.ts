import { fold, nameKey } from '../../search/text.ts';
import { definitionProblem, withoutLeadIn } from './definition.ts';
import type { NoteList, NoteName, NoteTerm, Skipped } from './note.ts';

/** What has been read of a note so far. */
export interface Found {
  readonly terms: NoteTerm[];
  readonly lists: NoteList[];
  /** Pairs of names without a definition, for terms that are explained elsewhere in the note. */
  readonly synonyms: Synonyms[];
  skip(line: number, why: string): void;
}

/** Several names of one thing. */
export interface Synonyms {
  readonly names: readonly NoteName[];
  readonly line: number;
}

/** Adds a term, or says why its definition defines nothing. */
export function addTerm(found: Found, term: NoteTerm): void {
  const definition = withoutLeadIn(term.definition);
  const problem = definitionProblem(definition);
  if (problem === undefined) found.terms.push({ ...term, definition });
  else found.skip(term.line, `“${term.names[0]?.text}” ${problem}.`);
}

/** What spellings of one name have in common; never empty for a name with letters. */
export function keyOf(name: string): string {
  const folded = fold(name);
  return nameKey(folded) || folded;
}

/**
 * Puts terms in the order of their lines, and keeps one for each first name.
 * A later one adds its names to the first, and its loss is remarked on unless
 * it says nothing new; so do names that came without a definition.
 */
export function settle({ terms, synonyms }: Found): { terms: NoteTerm[]; skipped: Skipped[] } {
  const settled = new Map<string, NoteTerm>();
  const skipped: Skipped[] = [];
  for (const term of terms.toSorted((a, b) => a.line - b.line)) {
    const key = keyOf(term.names[0]?.text ?? '');
    const first = settled.get(key);
    settled.set(key, first ? withNames(first, term.names) : term);
    if (first && !first.definition.includes(term.definition)) {
      skipped.push({
        line: term.line,
        why: `“${term.names[0]?.text}” is explained on line ${first.line} already: the first explanation counts.`,
      });
    }
  }
  for (const { names, line } of synonyms) {
    const key = names.map(({ text }) => keyOf(text)).find((each) => settled.has(each));
    const term = settled.get(key ?? '');
    if (key !== undefined && term) settled.set(key, withNames(term, names));
    else skipped.push({ line, why: `“${names[0]?.text}” has no definition.` });
  }
  return { terms: [...settled.values()], skipped };
}

/** A term that is also called what it was not called yet. */
export function withNames(term: NoteTerm, more: readonly NoteName[]): NoteTerm {
  const known = new Set(term.names.map(({ text }) => keyOf(text)));
  return { ...term, names: [...term.names, ...more.filter(({ text }) => !known.has(keyOf(text)))] };
}
