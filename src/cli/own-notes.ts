import type { Config } from '../config.ts';
import { createFindKnown } from '../core/content/known-names.ts';
import type { LoadedFolder } from '../core/content/load.ts';
import type { Remembered } from '../core/content/notes/remembered.ts';
import { type LoadedNotes, loadNotes } from '../core/content/notes-folder.ts';
import type { SourceFile } from '../core/content/problem.ts';
import { reviseKnownConcepts } from './memory.ts';

/** A team's notes, and what they are held against. */
export interface OwnNotes {
  /** The folder or note whose concepts are remembered together. */
  readonly scope: string;
  /** The Markdown notes are read; other files are passed over. */
  readonly files: readonly SourceFile[];
  /** What the team's YAML files say. */
  readonly own: LoadedFolder;
  readonly shipped: LoadedFolder;
  /** The notes' concepts as they were last, for where nothing can be remembered. */
  readonly lastKnown?: readonly Remembered[];
}

/** Reads a team's Markdown notes, and gives their concepts the ids that they had the last time. */
export async function readOwnNotes(config: Config, { scope, files, own, shipped, lastKnown }: OwnNotes): Promise<LoadedNotes> {
  const concepts = [...own.concepts, ...shipped.concepts].map(({ concept }) => concept);
  const context = { findKnown: createFindKnown(concepts), taken: new Set(concepts.map(({ id }) => id)), decks: own.decks };
  return reviseKnownConcepts(config, scope, (remembered) => loadNotes(files, { ...context, remembered }), lastKnown);
}
