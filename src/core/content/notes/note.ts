import type { Language } from '../schema.ts';
import type { Cloze } from './clozes.ts';

/** What an author of a plain Markdown note meant, as far as it was understood. */
export interface ParsedNote {
  /** As the front matter or the first heading of depth 1 says. */
  readonly title?: string;
  /** The language of most of its running text. */
  readonly language: Language;
  /** In the order of their lines; no two with the same first name. */
  readonly terms: readonly NoteTerm[];
  readonly lists: readonly NoteList[];
  /** Sentences in which the author marked a name, in the order of their lines. */
  readonly clozes: readonly Cloze[];
  /** In the order of their lines, each once. */
  readonly diagrams: readonly NoteDiagram[];
  readonly skipped: readonly Skipped[];
}

/** A name as the author wrote it, without mark-up. */
export interface NoteName {
  readonly text: string;
  /** By script: a name with any Han character is Chinese. */
  readonly language: Language;
}

/** What made a text a term. */
export type Evidence = 'heading' | 'bullet' | 'bold' | 'table' | 'definition list' | 'flashcard' | 'cloze';

/** Something that the note names and explains. */
export interface NoteTerm {
  /** At least one; the first is the author's own, translations and aliases follow. */
  readonly names: readonly NoteName[];
  /** Plain text on one line. */
  readonly definition: string;
  /** What else the note says of it, in Markdown; it takes no part in telling one concept from another. */
  readonly body?: string;
  /** The headings and outer terms above it, outermost first. */
  readonly context: readonly string[];
  /** The line that holds the first name, counted from 1. */
  readonly line: number;
  readonly evidence: Evidence;
}

/** A named whole and its parts, at least two; the name need not be a term of this note. */
export interface NoteList {
  readonly names: readonly NoteName[];
  readonly items: readonly string[];
  readonly context: readonly string[];
  /** The line that holds the whole's first name, counted from 1. */
  readonly line: number;
}

/** A Mermaid diagram. */
export interface NoteDiagram {
  /** Without the indentation that its place in the note gave it. */
  readonly source: string;
  /** The line on which the fence or the short code opens, counted from 1. */
  readonly line: number;
}

/** Something that gave no term, with the reason in a sentence for the author. */
export interface Skipped {
  /** Counted from 1. */
  readonly line: number;
  readonly why: string;
}
