import type { WebClient } from '@slack/web-api';
import type { Bot } from '../../core/bot.ts';
import { StoreError } from '../../core/errors.ts';
import type { Inviters, Log, Seen } from '../../core/ports.ts';
import type { Reply } from '../../core/reply.ts';
import { withFilesSent } from './files.ts';
import { homeView } from './home.ts';
import type { Profiles } from './profiles.ts';
import type { Place, Received } from './receive.ts';
import { renderReply } from './render.ts';
import { turnOf } from './turn.ts';
import { patiently, respondAt } from './web.ts';

/** What answering takes. */
export interface Answering {
  readonly bot: Bot;
  readonly seen: Seen;
  readonly log: Log;
  readonly profiles: Profiles;
  readonly inviters: Inviters;
  /** Aborted when the process is about to stop: then nothing waits for a slow answer any longer. */
  readonly stopping: AbortSignal;
}

/** Slack's own deadline is 3 seconds: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
const ACK_WITHIN_MS = 1_500;

/** Acknowledges a delivery; what is given with a command's is said there. */
export type Ack = (message?: object) => Promise<void>;

/**
 * Answers what was received. This is the one place that acknowledges: a command
 * that is answered in time inside the acknowledgement, which spares a request;
 * everything else at once.
 */
export async function answer(received: Received, ack: Ack, client: WebClient, answering: Answering): Promise<void> {
  const { place } = received;
  const replying = replyTo(received, client, answering);
  if (place.kind !== 'command') {
    await ack();
    const reply = await replying;
    return reply && say(reply, received, client, answering);
  }
  const first = await inTime(replying, answering.stopping);
  const isWhole = first !== 'late' && !first?.blocks.some(({ kind }) => kind === 'file');
  if (isWhole) return ack(first && asMessage(first, received, answering));
  await ack();
  const reply = await replying;
  return reply && say(reply, received, client, answering);
}

/** The bot's reply; nothing where the same was delivered before. */
async function replyTo(received: Received, client: WebClient, answering: Answering): Promise<Reply | undefined> {
  if (!(await isNew(received, answering))) return undefined;
  // What was acknowledged already has time for a name and a language.
  if (received.place.kind === 'message') await answering.profiles.find(client, received.team, received.user);
  return answering.bot.reply(turnOf(received, client, answering));
}

/** While the store fails, an answer that may come twice is better than none. */
async function isNew({ delivery }: Received, { seen, log }: Answering): Promise<boolean> {
  try {
    return await seen.isNew(delivery);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.incident(delivery, error);
    return true;
  }
}

/** What comes in time; `late` where it does not, or where there is no time left. */
async function inTime<Result>(work: Promise<Result>, stopping: AbortSignal): Promise<Result | 'late'> {
  const { promise, resolve } = Promise.withResolvers<'late'>();
  const giveUp = () => resolve('late');
  const timer = setTimeout(giveUp, stopping.aborted ? 0 : ACK_WITHIN_MS);
  stopping.addEventListener('abort', giveUp);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    stopping.removeEventListener('abort', giveUp);
  }
}

const audienceOf = ({ intent }: Received, { bot }: Answering) => (bot.audienceOf(intent) === 'everyone' ? 'in_channel' : 'ephemeral');

const asMessage = (reply: Reply, received: Received, answering: Answering) => ({
  response_type: audienceOf(received, answering),
  ...renderReply(reply),
});

/** Says a reply where it belongs. */
async function say(whole: Reply, received: Received, client: WebClient, answering: Answering): Promise<void> {
  const { place, user } = received;
  const reply = await withFilesSent(whole, user, client);
  switch (place.kind) {
    case 'command':
      return respondAt(place.responseUrl, asMessage(reply, received, answering));
    case 'address':
      return sayAtAddress(reply, place, audienceOf(received, answering));
    case 'message': {
      const { channel, thread } = place;
      await patiently(() =>
        client.chat.postMessage({
          channel,
          ...renderReply(reply),
          ...(thread !== undefined && { thread_ts: thread }),
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      return;
    }
    case 'home':
      await patiently(() => client.views.publish({ user_id: user, view: homeView(reply, received.intent) }));
  }
}

/** Edits the message of the button, takes it away, or says something beside it. */
async function sayAtAddress(
  reply: Reply,
  { responseUrl, thread, isKept }: Extract<Place, { kind: 'address' }>,
  audience: string,
): Promise<void> {
  const message = renderReply(reply);
  if (reply.removes) await respondAt(responseUrl, { delete_original: true });
  else if (reply.replaces) return respondAt(responseUrl, { ...message, replace_original: true });
  // https://docs.slack.dev/interactivity/handling-user-interaction#publishing_in_thread
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  const seenBy = isKept && !reply.removes ? 'in_channel' : audience;
  return respondAt(responseUrl, { ...message, ...inThread, response_type: seenBy, replace_original: false });
}
