import { setImmediate } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { assemble } from '../core/content/assemble.ts';
import { keepLastGood } from '../core/content/last-good.ts';
import { isNoteFile, type LoadedFolder, loadFolder } from '../core/content/load.ts';
import type { Edit } from '../core/content/notes/edits.ts';
import type { Remembered } from '../core/content/notes/remembered.ts';
import type { Problem, SourceFile } from '../core/content/problem.ts';
import { createKnowledge } from '../core/knowledge.ts';
import type { SpaceId } from '../core/places.ts';
import type { Knowledge } from '../core/ports.ts';
import { type FolderContents, readFolder } from '../files/read-folder.ts';
import { shareOut, spaceOf } from '../files/space-folders.ts';
import { readOwnNotes } from './own-notes.ts';

/** Notes, ready to be asked, and what is wrong in them. */
interface Loaded {
  readonly knowledge: Knowledge;
  readonly problems: readonly Problem[];
  /** The team's files that are broken, and whose last good version stands in for them. */
  readonly standIns: readonly string[];
  /** The concepts of the team's Markdown notes that were edited since they were last loaded, and recognised. */
  readonly edits: readonly Edit[];
  /** What the next load goes on from. */
  readonly base: Base;
}

/** Everyone's notes; and for each space that has notes of its own, those and everyone's. */
export interface Content extends Loaded {
  readonly inSpaces: ReadonlyMap<SpaceId, Loaded>;
}

/** What is kept of a load, so that a broken or forgetful one costs nothing. */
interface Base {
  readonly shipped: LoadedFolder;
  /** The team's files as they were when they were last good. */
  readonly lastGood: readonly SourceFile[];
  /** The concepts of the team's Markdown notes. */
  readonly remembered: readonly Remembered[];
}

/** How long indexing may keep others waiting, in milliseconds. */
const SLICE_MS = 20;

/**
 * Loads the notes that come with the program, and the team's own.
 *
 * @throws ContentError when a folder is not there.
 */
export async function loadContent(config: Config, own?: FolderContents): Promise<Content> {
  const { files, problems } = await readFolder(config.shippedContent);
  const folder = loadFolder(files, false);
  const shipped = { ...folder, problems: [...problems, ...folder.problems] };
  return loadAll(config, own, { base: startOn(shipped), inSpaces: new Map() });
}

const startOn = (shipped: LoadedFolder): Base => ({ shipped, lastGood: [], remembered: [] });

/** Loads the team's own notes anew, beside what was loaded before. */
export const reloadContent = (config: Config, own: FolderContents, before: Content): Promise<Content> => loadAll(config, own, before);

async function loadAll(config: Config, own: FolderContents | undefined, before: Pick<Content, 'base' | 'inSpaces'>): Promise<Content> {
  if (!own) return { ...(await load(config, undefined, before.base)), inSpaces: new Map() };
  const { common, bySpace } = shareOut(own);
  const everyones = await load(config, common, before.base);
  const inSpaces = new Map<SpaceId, Loaded>();
  for (const [space, { files, problems }] of bySpace) {
    const joined = { ...own, folder: `${own.folder}#${space}`, files: [...common.files, ...files], problems };
    inSpaces.set(space, await load(config, joined, before.inSpaces.get(space)?.base ?? startOn(before.base.shipped)));
  }
  const theirs = [...inSpaces].flatMap(([space, { problems }]) => problems.filter(({ file }) => spaceOf(file) === space));
  const standIns = [...inSpaces].flatMap(([space, content]) => content.standIns.filter((file) => spaceOf(file) === space));
  return { ...everyones, problems: [...everyones.problems, ...theirs], standIns: [...everyones.standIns, ...standIns], inSpaces };
}

/** @param own - its folder is what the concepts of its Markdown notes are remembered by. */
async function load(config: Config, own: FolderContents | undefined, base: Base): Promise<Loaded> {
  const { shipped } = base;
  if (!own) {
    const knowledge = await createKnowledge(assemble(shipped), inSlices());
    return { knowledge, problems: shipped.problems, standIns: [], edits: [], base };
  }
  const asTheyAre = loadFolder(own.files, true);
  const wrong = [...own.problems, ...asTheyAre.problems];
  const { files, standIns, good } = keepLastGood(own.files, wrong, base.lastGood);
  const folder = standIns.length === 0 ? asTheyAre : loadFolder(files, true);
  const hasNotes = files.some(({ path }) => isNoteFile(path));
  const notes = hasNotes
    ? await readOwnNotes(config, { scope: own.folder, files, own: folder, shipped, lastKnown: base.remembered })
    : undefined;
  return {
    knowledge: await createKnowledge(assemble(shipped, folder, notes), inSlices()),
    problems: [...shipped.problems, ...wrong],
    standIns,
    edits: notes?.edits ?? [],
    base: { shipped, lastGood: good, remembered: notes?.remembered ?? base.remembered },
  };
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
