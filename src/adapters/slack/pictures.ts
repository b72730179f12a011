import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { type Pictured, picturesIn } from '../../core/illustrate.ts';
import type { Reply } from '../../core/reply.ts';
import { within } from '../deadline.ts';
import { isRefusedForBlocks } from './errors.ts';
import { createPictureFiles, type Files, type PictureOptions } from './picture-files.ts';

/** A reply in a workspace, and the ways in which it can be said there. */
export interface Saying<Said> {
  readonly reply: Reply;
  readonly team: string;
  readonly client: WebClient;
  /** @throws where Slack does not take it; then nothing was said. */
  say(pictures: Pictured<string>): Promise<Said>;
  /** Says it anew in the same place, unless something newer stands there; absent where Slack does not let us. */
  readonly edit?: (said: Said, pictures: Pictured<string>) => Promise<void>;
}

/** Says replies with their pictures, which are files of the workspace. */
export interface Pictures {
  /**
   * Says a reply with its pictures where Slack has them. Where it has not, the text is said at once and edited when the
   * pictures are there; what cannot be edited waits for them, for some seconds.
   */
  say<Said>(saying: Saying<Said>): Promise<Said>;
  /** Whether there is nothing to be seen of a reply in a workspace, so that its text is all of it. */
  isTextOnly(saying: Pick<Saying<unknown>, 'reply' | 'team' | 'client'>): Promise<boolean>;
}

const NONE: Pictured<string> = new Map();
/** For drawing, and asking the store. */
const LOOK_UP_MS = 1_200;
/** For drawing and sending, where nothing was said yet. */
const SEND_MS = 3_000;
/** Slack takes a moment over a new file, and until then refuses whatever shows it: https://github.com/slackapi/python-slack-sdk/issues/1521 */
const PAUSES_MS = [0, 600, 1_200, 2_000];

export function createPictures(options: PictureOptions): Pictures {
  const pictureFiles = createPictureFiles(options);
  const hasNone = (reply: Reply, team: string) => picturesIn(reply).length === 0 || pictureFiles.isForbidden(team);
  return {
    async isTextOnly({ reply, team, client }) {
      if (hasNone(reply, team)) return true;
      const { isWhole, known } = await pictureFiles.of(reply, team, client);
      return isWhole && known.size === 0;
    },
    async say(saying) {
      const { reply, team, client, say } = saying;
      if (hasNone(reply, team)) return say(NONE);
      const looking = pictureFiles.of(reply, team, client);
      const files = await within(LOOK_UP_MS, looking);
      return files?.isWhole ? sayKnown(saying, files) : sayNew(saying, looking);
    },
  };
}

async function sayKnown<Said>({ say }: Saying<Said>, { known, drop }: Files): Promise<Said> {
  const said = await unlessRefused(() => say(known));
  if (said) return said.value;
  // Somebody has deleted a file; the next time it is sent anew.
  await drop();
  return say(NONE);
}

async function sayNew<Said>({ say, edit }: Saying<Said>, looking: Promise<Files>): Promise<Said> {
  const sending = looking.then(async (files) => ({ files, pictures: await files.all() }));
  if (edit) {
    const said = await say(NONE);
    const { files, pictures } = await sending;
    if (pictures.size > 0 && (await onceReady(() => edit(said, pictures)))) await files.keep(pictures);
    await files.tidy();
    return said;
  }
  const sent = await within(SEND_MS, sending);
  const said = sent && sent.pictures.size > 0 ? await onceReady(() => say(sent.pictures)) : undefined;
  if (!said) return say(NONE);
  await sent?.files.keep(sent.pictures);
  await sent?.files.tidy();
  return said.value;
}

/** What was said; nothing where Slack does not take the blocks. */
async function unlessRefused<Said>(say: () => Promise<Said>): Promise<{ readonly value: Said } | undefined> {
  try {
    return { value: await say() };
  } catch (error) {
    if (!isRefusedForBlocks(error)) throw error;
    return undefined;
  }
}

/** Tries until Slack is done with the files, for some seconds. */
async function onceReady<Said>(say: () => Promise<Said>): Promise<{ readonly value: Said } | undefined> {
  for (const pause of PAUSES_MS) {
    await wait(pause);
    const said = await unlessRefused(say);
    if (said) return said;
  }
  return undefined;
}
