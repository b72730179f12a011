import { type GatewayMessageCreateDispatchData, Routes } from 'discord-api-types/v10';
import type { Bot } from '../../core/bot.ts';
import { illustrate } from '../../core/illustrate.ts';
import type { DrawPicture } from '../../core/picture.ts';
import { within } from '../deadline.ts';
import { type Hearing, receiveMessage } from './receive.ts';
import { renderReply, THEME } from './render.ts';
import { type Lane, platformErrorFrom } from './rest.ts';

/** How long pictures are waited for: longer than one may take to draw. */
const PICTURES_MS = 4_000;

/** Answers what was said to the bot where it was said; two processes that hear it post one answer, since its nonce is the message's id. */
export async function answerMessage(
  message: GatewayMessageCreateDispatchData,
  { tutor, draw, talk, ...hearing }: Hearing & { readonly tutor: Bot; readonly draw: DrawPicture; readonly talk: Lane },
): Promise<void> {
  const turn = receiveMessage(message, hearing);
  if (!turn) return;
  const reply = await tutor.reply(turn);
  if (reply.isRepeated) return;
  const pictures = await within(PICTURES_MS, illustrate(reply, draw, THEME));
  const { body, files } = renderReply(reply, { pictures });
  const reference = { message_id: message.id, fail_if_not_exists: false };
  const posted = { body: { ...body, nonce: message.id, enforce_nonce: true, message_reference: reference }, files };
  try {
    await talk((rest) => rest.post(Routes.channelMessages(message.channel_id), posted));
  } catch (error) {
    // Where the bot may not speak, being spoken to is no fault of ours.
    const { kind } = platformErrorFrom(error).refusal;
    if (kind !== 'forbidden' && kind !== 'gone') throw error;
  }
}
