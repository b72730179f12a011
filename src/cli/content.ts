import { setImmediate } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { assemble } from '../core/content/assemble.ts';
import { createFindKnown } from '../core/content/known-names.ts';
import { keepLastGood } from '../core/content/last-good.ts';
import { isNoteFile, type LoadedFolder, loadFolder } from '../core/content/load.ts';
import { type LoadedNotes, loadNotes } from '../core/content/notes-folder.ts';
import type { Problem, SourceFile } from '../core/content/problem.ts';
import { createKnowledge } from '../core/knowledge.ts';
import type { Knowledge } from '../core/ports.ts';
import { type FolderContents, readFolder } from '../files/read-folder.ts';
import { reviseKnownConcepts } from './memory.ts';

/** Notes, ready to be asked, and what is wrong in them. */
export interface Content {
  readonly knowledge: Knowledge;
  readonly problems: readonly Problem[];
  /** The files of the team's own folder that were sound. */
  readonly sound: readonly SourceFile[];
  /** The files whose last good version stands in for them. */
  readonly kept: readonly string[];
}

/** How long indexing may keep others waiting, in milliseconds. */
const SLICE_MS = 20;

/**
 * Loads the shipped notes and the team's own.
 *
 * @param own - what the team's folder holds, where it was just read.
 * @param lastGood - the team's files as they were when they were sound.
 * @throws ContentError when a folder is not there.
 */
export async function loadContent(config: Config, own?: FolderContents, lastGood: readonly SourceFile[] = []): Promise<Content> {
  const shippedFiles = await readFolder(config.shippedContent);
  const shipped = loadFolder(shippedFiles.files, false);
  const contents = own ?? (config.contentDir === undefined ? undefined : await readFolder(config.contentDir));
  if (!contents) {
    const knowledge = await createKnowledge(assemble(shipped), inSlices());
    return { knowledge, problems: [...shippedFiles.problems, ...shipped.problems], sound: [], kept: [] };
  }
  const first = loadFolder(contents.files, true);
  const wrong = [...contents.problems, ...first.problems];
  const { files, kept } = keepLastGood(contents.files, wrong, lastGood);
  const folder = kept.length === 0 ? first : loadFolder(files, true);
  const notes = await placeNotes(config, contents.folder, files, shipped, folder);
  const broken = new Set(wrong.map(({ file }) => file));
  return {
    knowledge: await createKnowledge(assemble(shipped, folder, notes), inSlices()),
    problems: [...shippedFiles.problems, ...shipped.problems, ...wrong],
    sound: [...contents.files.filter(({ path }) => !broken.has(path)), ...lastGood.filter(({ path }) => kept.includes(path))],
    kept,
  };
}

/** Gives the Markdown notes their concepts; where there are none, nothing has to be remembered. */
async function placeNotes(
  config: Config,
  scope: string,
  files: readonly SourceFile[],
  shipped: LoadedFolder,
  own: LoadedFolder,
): Promise<LoadedNotes | undefined> {
  if (!files.some(({ path }) => isNoteFile(path))) return undefined;
  const concepts = [...own.concepts, ...shipped.concepts].map(({ concept }) => concept);
  const context = { findKnown: createFindKnown(concepts), taken: new Set(concepts.map(({ id }) => id)), decks: own.decks };
  return reviseKnownConcepts(config, scope, (remembered) => loadNotes(files, { ...context, remembered }));
}

/** Lets others run whenever a slice of time is used up. */
function inSlices(): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < SLICE_MS) return undefined;
    return setImmediate().then(() => {
      began = performance.now();
    });
  };
}
