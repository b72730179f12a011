import { closedTo, str } from './arguments.ts';
import type { Method, World } from './methods.ts';
import type { Payload } from './rules.ts';

/** A file that an app has sent. */
export interface File {
  readonly name: string;
  readonly text: string;
  /** What it is by its first bytes, not by its name. */
  readonly isPng?: boolean;
  readonly isComplete?: boolean;
  /** Where it was shared; private where nowhere. */
  readonly channel?: string;
  /** How often a message that shows it is still refused. */
  readonly busyFor?: number;
}

/**
 * Why a message cannot show its pictures, where it cannot: the file must be an image that the app may see, and Slack
 * takes a moment over a new one: https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object
 */
export function refusedPictures({ blocks = [] }: Payload, { files, violated }: World): string | undefined {
  for (const block of blocks.filter(({ type }) => type === 'image')) {
    const { id = '' } = (Reflect.get(block, 'slack_file') ?? {}) as { id?: string };
    const file = files.get(id);
    if (!file?.isComplete || !file.isPng) {
      violated('a message shows images that were sent to Slack', id);
      return 'invalid_blocks';
    }
    if ((file.busyFor ?? 0) > 0) {
      files.set(id, { ...file, busyFor: (file.busyFor ?? 0) - 1 });
      return 'invalid_blocks';
    }
  }
  return undefined;
}

/** How an app sends files: https://docs.slack.dev/messaging/working-with-files#upload */
export const FILE_METHODS: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': {
    scope: 'files:write',
    call: ({ filename }, { files, address, workspace }) => {
      const id = `F${workspace.next()}`;
      files.set(id, { name: str(filename), text: '' });
      return { upload_url: `${address}/upload/${id}`, file_id: id };
    },
  },
  'files.completeUploadExternal': {
    scope: 'files:write',
    call: (args, world) => {
      const uploaded = args.files as readonly { id: string }[];
      const channel = args.channel_id === undefined ? {} : { channel: str(args.channel_id) };
      const error = channel.channel === undefined ? undefined : closedTo(channel.channel, world);
      if (error) return { error };
      for (const { id } of uploaded) {
        const sent = { name: '', text: '', ...world.files.get(id) };
        world.files.set(id, { ...sent, ...channel, isComplete: true, busyFor: world.processing.checks });
      }
      world.workspace.tell();
      return { files: uploaded };
    },
  },
  // https://docs.slack.dev/reference/methods/files.delete
  'files.delete': {
    scope: 'files:write',
    call: ({ file }, { files, workspace }) => {
      if (!files.delete(str(file))) return { error: 'file_not_found' };
      workspace.tell();
      return {};
    },
  },
};
