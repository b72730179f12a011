import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { StoreError } from '../../core/errors.ts';
import { illustrate, type Pictured } from '../../core/illustrate.ts';
import { type DrawPicture, isPersonal, type PictureFile } from '../../core/picture.ts';
import type { PersonalFiles, SentPictures } from '../../core/ports.ts';
import type { PictureBlock, Reply } from '../../core/reply.ts';
import { slackCode } from './errors.ts';
import { deleteOldFiles } from './personal-files.ts';

/** What sending pictures takes. */
export interface PictureOptions {
  readonly draw: DrawPicture;
  readonly sentPictures: SentPictures;
  readonly personalFiles: PersonalFiles;
  readonly now: () => Date;
  /** Hears why a picture could not be sent. */
  readonly onFailure: (error: unknown) => void;
}

/** The pictures of one reply as files of one workspace. */
export interface Files {
  /** Whether Slack is known to show all of them. */
  readonly isWhole: boolean;
  /** Those that Slack is known to show. */
  readonly known: Pictured<string>;
  /** All of them; those that are missing are sent, and may still be refused for a moment. Never rejects. */
  all(): Promise<Pictured<string>>;
  /** Slack has shown these. */
  keep(shown: Pictured<string>): Promise<void>;
  /** Slack does not know them any more. */
  drop(): Promise<void>;
  /** Deletes what is old of people's own figures in the workspace. Never rejects. */
  tidy(): Promise<void>;
}

/** Keeps track of which workspace has which picture, by what is in it. */
export interface PictureFiles {
  /** Draws a reply's pictures, and looks which of them a workspace has. */
  of(reply: Reply, team: string, client: WebClient): Promise<Files>;
  /** Whether a workspace has not given us the scope for files, as far as is known. */
  isForbidden(team: string): boolean;
}

/** A workspace that did not give us the scope for files is asked again after this. */
const FORBIDDEN_MS = 60 * 60_000;

export function createPictureFiles({ draw, sentPictures, personalFiles, now, onFailure }: PictureOptions): PictureFiles {
  const underWay = new Map<string, Promise<string | undefined>>();
  const forbiddenUntilMs = new Map<string, number>();

  /** Sends a picture, once however many ask for it; nothing where that fails. */
  function upload(block: PictureBlock, hash: string, { png }: PictureFile, team: string, client: WebClient): Promise<string | undefined> {
    const key = `${team} ${hash}`;
    const known = underWay.get(key);
    if (known) return known;
    const sending = send(png, client)
      .then(async (file) => {
        if (file !== undefined && isPersonal(block.drawing))
          await unlessStoreFails(() => personalFiles.add(`slack:${team}`, file), undefined);
        return file;
      })
      .catch((error: unknown) => {
        if (slackCode(error) === 'missing_scope') forbiddenUntilMs.set(team, now().getTime() + FORBIDDEN_MS);
        onFailure(error);
        return undefined;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, sending);
    return sending;
  }

  return {
    isForbidden: (team) => (forbiddenUntilMs.get(team) ?? 0) > now().getTime(),
    async of(reply, team, client) {
      const drawn = await illustrate(reply, draw, 'light');
      const hashes = new Map([...drawn].map(([block, { png }]) => [block, createHash('sha256').update(png).digest('hex')]));
      const hashOf = (block: PictureBlock) => hashes.get(block) ?? '';
      // What is one person's own is deleted soon: whatever showed it later would show nothing.
      const shared = new Map([...hashes].filter(([{ drawing }]) => !isPersonal(drawing)));
      const kept = await unlessStoreFails(() => sentPictures.find(`slack:${team}`, [...shared.values()]), new Map<string, string>());
      return {
        isWhole: [...hashes.values()].every((hash) => kept.has(hash)),
        known: new Map([...hashes].flatMap(([block, hash]) => (kept.has(hash) ? [[block, kept.get(hash) ?? '']] : []))),
        async all() {
          const files = [...drawn].map(async ([block, file]): Promise<[PictureBlock, string][]> => {
            const id = kept.get(hashOf(block)) ?? (await upload(block, hashOf(block), file, team, client));
            return id === undefined ? [] : [[block, id]];
          });
          return new Map((await Promise.all(files)).flat());
        },
        keep: (shown) =>
          unlessStoreFails(async () => {
            for (const [block, id] of shown) {
              if (shared.has(block)) await sentPictures.keep(`slack:${team}`, hashOf(block), id);
            }
          }, undefined),
        drop: () =>
          unlessStoreFails(async () => {
            for (const hash of shared.values()) await sentPictures.drop(`slack:${team}`, hash);
          }, undefined),
        tidy: () => deleteOldFiles(team, client, { personalFiles, onFailure }),
      };
    },
  };
}

/** While the store fails, a picture that is sent twice is better than none. */
async function unlessStoreFails<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return otherwise;
  }
}

/** Three calls of Slack's: an address, the bytes, and that this was all. Without a channel the file is private. */
async function send(png: Uint8Array, client: WebClient): Promise<string | undefined> {
  const { files } = (await client.filesUploadV2({ file: Buffer.from(png), filename: 'picture.png' })) as {
    readonly files?: readonly { readonly files?: readonly { readonly id?: string }[] }[];
  };
  return files?.[0]?.files?.[0]?.id;
}
