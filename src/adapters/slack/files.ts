import type { WebClient } from '@slack/web-api';
import { wordsIn } from '../../core/i18n/words.ts';
import type { Block, Reply } from '../../core/reply.ts';

type FileBlock = Extract<Block, { kind: 'file' }>;

/**
 * The same reply with its files sent to the person in their direct message:
 * in a channel everyone would see them. One that cannot be sent stays a text.
 */
export async function withFilesSent(reply: Reply, user: string, client: WebClient): Promise<Reply> {
  if (!reply.blocks.some(({ kind }) => kind === 'file')) return reply;
  const words = wordsIn(reply.language ?? 'en');
  const blocks = reply.blocks.map(async (block): Promise<Block> => {
    if (block.kind !== 'file' || !(await send(block, user, client))) return block;
    return { kind: 'caption', text: words.fileSent(block.name) };
  });
  return { ...reply, blocks: await Promise.all(blocks) };
}

/** Sends a file; false where Slack does not let us, or where nobody knows. */
async function send({ name, text }: FileBlock, user: string, client: WebClient): Promise<boolean> {
  try {
    const { channel } = await client.conversations.open({ users: user });
    if (channel?.id === undefined) return false;
    await client.filesUploadV2({ channel_id: channel.id, filename: name, content: text });
    return true;
  } catch {
    return false;
  }
}
