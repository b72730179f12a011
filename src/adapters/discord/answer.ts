import type { REST } from '@discordjs/rest';
import { type APIInteraction, InteractionResponseType, MessageFlags, Routes } from 'discord-api-types/v10';
import type { Bot } from '../../core/bot.ts';
import { illustrate, type Pictured } from '../../core/illustrate.ts';
import type { Latest } from '../../core/latest.ts';
import type { DrawPicture, PictureFile } from '../../core/picture.ts';
import type { Reply } from '../../core/reply.ts';
import type { Turn } from '../../core/turn.ts';
import { type Deadline, startDeadline, within } from '../deadline.ts';
import { renderForm } from './form.ts';
import type { Received } from './receive.ts';
import { type Drawn, renderReply, THEME } from './render.ts';
import { codeOf, persist } from './rest.ts';

/** The first response to an interaction. */
export interface FirstResponse {
  readonly type: InteractionResponseType;
  readonly data?: object;
  readonly files?: Drawn['files'];
}

/** How the first response is given: it is asked for once an interaction. */
export type Acknowledge = (response: FirstResponse) => Promise<void>;

export interface AnswerOptions {
  readonly bot: Bot;
  readonly draw: DrawPicture;
  /** What was said last in each answer, by the interaction that it first answered. */
  readonly latest: Latest;
  /** Needs no token of the bot's. */
  readonly rest: REST;
  /** How long to wait for an answer before Discord is told that it will take longer, in milliseconds. */
  readonly patienceMs: number;
}

type Act = Pick<APIInteraction, 'id' | 'token' | 'application_id' | 'message'>;

/** How long pictures are waited for where nobody needs to hear of us any more: longer than one may take to draw. */
const PICTURES_MS = 4_000;

// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes
const UNKNOWN_MESSAGE = 10008;
const UNKNOWN_INTERACTION = 10062;
const ALREADY_ACKNOWLEDGED = 40060;
/** What is said of an interaction whose 15 minutes have passed. */
const EXPIRED = [10015, 50027];

/**
 * Answers an interaction: the one place that decides how Discord hears of it, in time.
 *
 * @throws what Discord refuses, but for an interaction that is over or that another process has answered.
 */
export async function answer(act: Act, received: Received, acknowledge: Acknowledge, options: AnswerOptions): Promise<void> {
  try {
    if (received.kind === 'typing') return await complete(received, acknowledge, options.bot);
    if (received.kind === 'turn') return await answerTurn(act, received, acknowledge, options);
  } catch (error) {
    if (!isOver(error)) throw error;
  }
}

/** The person has waited too long, or pressed twice, or another process was faster: there is nothing left to do. */
const isOver = (error: unknown): boolean => [UNKNOWN_INTERACTION, ALREADY_ACKNOWLEDGED, ...EXPIRED].includes(Number(codeOf(error)));

async function complete({ text, actor, space }: Extract<Received, { kind: 'typing' }>, acknowledge: Acknowledge, bot: Bot): Promise<void> {
  const choices = bot.suggest(text, actor, space).map(({ label, text: value }) => ({ name: label, value }));
  await acknowledge({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } });
}

type Turned = Extract<Received, { kind: 'turn' }>;

async function answerTurn(act: Act, { turn, isPress }: Turned, acknowledge: Acknowledge, options: AnswerOptions): Promise<void> {
  const form = isPress ? options.bot.formFor(turn) : undefined;
  if (form) return acknowledge({ type: InteractionResponseType.Modal, data: renderForm(form, turn.intent) });
  const isPrivate = options.bot.audienceOf(turn.intent) === 'actor' && !turn.conversation.isDirect;
  const said = options.latest.begin(placeOf(act));
  const patience = startDeadline(options.patienceMs);
  try {
    const replying = options.bot.reply(turn);
    const reply = await patience.within(replying);
    if (reply && !reply.removes) {
      return await answerAtOnce(
        { act, turn, reply, isPrivate: isPrivate || isForOne(reply, turn), patience, ...said },
        acknowledge,
        options,
      );
    }
    await acknowledge(isPress ? { type: InteractionResponseType.DeferredMessageUpdate } : loading(isPrivate));
    const late = await replying;
    await finish(act, late, { isPress, isPrivate: isPrivate || isForOne(late, turn) }, options);
  } finally {
    patience.end();
    said.end();
  }
}

/** Alone with the bot, answers stay. */
const isForOne = ({ isPrivate }: Reply, { conversation }: Turn): boolean => isPrivate === true && !conversation.isDirect;

/** The interaction that a message first answered: https://docs.discord.com/developers/resources/message#message-interaction-metadata-object */
const placeOf = ({ id, message }: Act): string => message?.interaction_metadata?.id ?? message?.id ?? id;

interface Answered {
  readonly act: Act;
  readonly turn: Turn;
  readonly reply: Reply;
  readonly isPrivate: boolean;
  readonly patience: Deadline;
  readonly isLatest: () => boolean;
}

/** Answers with the pictures; where they take too long, with their text, and edits that once they are there. */
async function answerAtOnce(
  { act, turn, reply, isPrivate, patience, isLatest }: Answered,
  acknowledge: Acknowledge,
  options: AnswerOptions,
) {
  const drawing = illustrate(reply, options.draw, THEME);
  const inTime = await patience.within(drawing);
  await acknowledge(responseTo(turn, reply, isPrivate, inTime));
  if (inTime) return;
  const pictures = await within(PICTURES_MS, drawing);
  if (!pictures?.size || !isLatest()) return;
  await put(options.rest, Routes.webhookMessage(act.application_id, act.token), renderReply(reply, { pictures }));
}

function responseTo({ pressed }: Turn, reply: Reply, isPrivate: boolean, pictures: Pictured<PictureFile> | undefined): FirstResponse {
  const isUpdate = reply.replaces === true && pressed !== undefined;
  const { body, files } = renderReply(reply, { isPrivate: isPrivate && !isUpdate, pictures });
  const type = isUpdate ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource;
  return { type, data: body, files };
}

/** The only flag that is taken here is this one; the answer brings its own. */
const loading = (isPrivate: boolean): FirstResponse => ({
  type: InteractionResponseType.DeferredChannelMessageWithSource,
  data: { flags: isPrivate ? MessageFlags.Ephemeral : 0 },
});

/** Says what took longer. What a press deferred is the message with the button; what a command deferred is its answer to be. */
async function finish(
  { application_id: app, token }: Act,
  reply: Reply,
  where: { isPress: boolean; isPrivate: boolean },
  { rest, draw }: AnswerOptions,
): Promise<void> {
  const original = Routes.webhookMessage(app, token);
  const pictures = await within(PICTURES_MS, illustrate(reply, draw, THEME));
  if (!where.isPress || reply.replaces) return put(rest, original, renderReply(reply, { pictures }));
  if (reply.removes) await take(rest, original);
  const { body, files } = renderReply(reply, { isPrivate: where.isPrivate, pictures });
  await rest.post(Routes.webhook(app, token), { auth: false, body, files });
}

async function put(rest: REST, original: `/${string}`, { body, files }: Drawn): Promise<void> {
  await persist(() => rest.patch(original, { auth: false, body, files }));
}

/** Takes a message away; it may have been taken already, by the first half of a double click. */
async function take(rest: REST, original: `/${string}`): Promise<void> {
  try {
    await persist(() => rest.delete(original, { auth: false }));
  } catch (error) {
    if (codeOf(error) !== UNKNOWN_MESSAGE) throw error;
  }
}

/** Gives the first response by Discord's API: where interactions come over the gateway. */
export const acknowledgeByRest =
  (rest: REST, { id, token }: Act): Acknowledge =>
  ({ files = [], ...body }) =>
    persist(async (attempt) => {
      try {
        await rest.post(Routes.interactionCallback(id, token), { auth: false, body, files });
      } catch (error) {
        // Then the first attempt was heard, though its answer was lost.
        if (attempt === 1 || codeOf(error) !== ALREADY_ACKNOWLEDGED) throw error;
      }
    });
