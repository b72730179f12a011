import type { SpaceId } from '../core/places.ts';
import type { FolderContents } from './read-folder.ts';

/** What a folder of notes holds for everyone, and what for single spaces beside that. */
export interface SharedOut {
  readonly common: FolderContents;
  readonly bySpace: ReadonlyMap<SpaceId, FolderContents>;
}

/** A workspace of Slack, or an organisation: https://docs.slack.dev/reference/objects/team-object */
const SLACK = /^[TE][A-Z0-9]{8,20}$/;
/** A server of Discord: https://docs.discord.com/developers/reference#snowflakes */
const DISCORD = /^\d{17,20}$/;

/** Shares notes out: what is in a folder that is called as a workspace or a server is for that one alone. */
export function shareOut(contents: FolderContents): SharedOut {
  const bySpace = new Map<SpaceId, FolderContents>();
  const partFor = (space: SpaceId | undefined): FolderContents => ({
    ...contents,
    files: contents.files.filter(({ path }) => spaceOf(path) === space),
    problems: contents.problems.filter(({ file }) => spaceOf(file) === space),
  });
  for (const path of [...contents.files.map((file) => file.path), ...contents.problems.map(({ file }) => file)]) {
    const space = spaceOf(path);
    if (space !== undefined && !bySpace.has(space)) bySpace.set(space, partFor(space));
  }
  return { common: partFor(undefined), bySpace };
}

/** The space whose notes a path is among, by the first folder on it; `undefined` for what is everyone's. */
export function spaceOf(path: string): SpaceId | undefined {
  const end = path.indexOf('/');
  const folder = end === -1 ? '' : path.slice(0, end);
  if (SLACK.test(folder)) return `slack:${folder}`;
  return DISCORD.test(folder) ? `discord:${folder}` : undefined;
}
