import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Bot } from '../../core/bot.ts';
import { StoreError } from '../../core/errors.ts';
import type { Pictured } from '../../core/illustrate.ts';
import type { Latest } from '../../core/latest.ts';
import type { Inviters, Log, Seen } from '../../core/ports.ts';
import type { Reply } from '../../core/reply.ts';
import { slackCode } from './errors.ts';
import { withFilesSent } from './files.ts';
import { formView } from './form.ts';
import { homeView } from './home.ts';
import type { Members } from './members.ts';
import type { Pictures, Saying } from './pictures.ts';
import type { Profiles } from './profiles.ts';
import { isDirect, messageRef, type Place, type Received } from './receive.ts';
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
  readonly members: Members;
  readonly pictures: Pictures;
  /** What was said last in each message. */
  readonly latest: Latest;
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
  const form = received.trigger === undefined ? undefined : answering.bot.formFor(turnOf(received, client, answering));
  if (form) {
    await ack();
    if (await isOpened(formView(form, received), received, client, answering)) return;
    return sayLate(replyTo(received, client, answering), received, client, answering);
  }
  const replying = replyTo(received, client, answering);
  if (received.place.kind === 'command') {
    const first = await inTime(fitting(replying, received, client, answering), answering.stopping);
    if (first !== 'late' && first.isWhole) return ack(first.reply && asMessage(first.reply, received, answering));
  }
  await ack();
  return sayLate(replying, received, client, answering);
}

async function sayLate(replying: Promise<Reply | undefined>, received: Received, client: WebClient, answering: Answering): Promise<void> {
  const reply = await replying;
  if (reply) await say(reply, received, client, answering);
}

/** Opens a modal; where Slack does not, the press is answered without it. One that comes too late, or twice, is no fault of ours. */
async function isOpened(view: ModalView, { trigger = '', delivery }: Received, client: WebClient, { log }: Answering): Promise<boolean> {
  try {
    await client.views.open({ trigger_id: trigger, view });
    return true;
  } catch (error) {
    const code = slackCode(error);
    if (code === 'exchanged_trigger_id') return true;
    if (code !== 'expired_trigger_id') log.incident(delivery, error);
    return false;
  }
}

/** A reply, and whether an acknowledgement can hold all of it: Slack says nothing of what it refuses there. */
async function fitting(replying: Promise<Reply | undefined>, { team }: Received, client: WebClient, { pictures }: Answering) {
  const reply = await replying;
  const hasFile = reply?.blocks.some(({ kind }) => kind === 'file');
  return { reply, isWhole: !reply || (!hasFile && (await pictures.isTextOnly({ reply, team, client }))) };
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

const audienceOf = ({ isPrivate }: Reply, { intent }: Received, { bot }: Answering) =>
  bot.audienceOf(intent) === 'everyone' && !isPrivate ? 'in_channel' : 'ephemeral';

const asMessage = (reply: Reply, received: Received, answering: Answering, pictures?: Pictured<string>) => ({
  response_type: audienceOf(reply, received, answering),
  ...renderReply(reply, pictures),
});

/** Says a reply where it belongs, with its pictures. */
async function say(whole: Reply, received: Received, client: WebClient, answering: Answering): Promise<void> {
  const { place, user, team, intent } = received;
  if (whole.isRepeated && (place.kind === 'message' || place.kind === 'home')) return;
  const reply = await withFilesSent(whole, user, client);
  const telling = { reply, team, client };
  const { pictures } = answering;
  switch (place.kind) {
    case 'command':
      // Slack does not let us edit what answers a command.
      return pictures.say({ ...telling, say: (shown) => respondAt(place.responseUrl, asMessage(reply, received, answering, shown)) });
    case 'address':
      return sayAtAddress(telling, place, received, answering);
    case 'message':
      return reply.isPrivate && !isDirect(place.channel) ? sayToOne(telling, place, user) : sayInChannel(telling, place, answering);
    case 'home': {
      const publish = async (shown: Pictured<string>) =>
        void (await patiently(() => client.views.publish({ user_id: user, view: homeView(reply, intent, shown) })));
      return editing(`home/${team}/${user}`, answering, (isLatest) =>
        pictures.say({ ...telling, say: publish, edit: async (_said, shown) => (isLatest() ? publish(shown) : undefined) }),
      );
    }
  }
}

type Telling = Pick<Saying<unknown>, 'reply' | 'team' | 'client'>;

/** Does something at a place that may be edited late, but not once something newer stands there. */
async function editing(place: string, { latest }: Answering, work: (isLatest: () => boolean) => Promise<void>): Promise<void> {
  const { isLatest, end } = latest.begin(place);
  try {
    await work(isLatest);
  } finally {
    end();
  }
}

/** Says it among others, to one person. In a thread that is not open yet they would not see it: https://docs.slack.dev/reference/methods/chat.postEphemeral */
async function sayToOne(
  { reply, client }: Telling,
  { channel, openThread }: Extract<Place, { kind: 'message' }>,
  user: string,
): Promise<void> {
  const inThread = openThread === undefined ? {} : { thread_ts: openThread };
  await patiently(() => client.chat.postEphemeral({ channel, user, ...renderReply(reply), ...inThread }));
}

/** Says it as a message of its own. */
async function sayInChannel(telling: Telling, { channel, thread }: Extract<Place, { kind: 'message' }>, answering: Answering) {
  const { reply, team, client } = telling;
  const post = (shown: Pictured<string>) =>
    patiently(() =>
      client.chat.postMessage({
        channel,
        ...renderReply(reply, shown),
        ...(thread !== undefined && { thread_ts: thread }),
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
  let isLatest: (() => boolean) | undefined;
  let end: (() => void) | undefined;
  try {
    await answering.pictures.say({
      ...telling,
      say: async (shown) => {
        const { channel: where = channel, ts = '' } = await post(shown);
        ({ isLatest, end } = answering.latest.begin(messageRef(team, where, ts)));
        return { channel: where, ts };
      },
      edit: async (posted, shown) => {
        if (isLatest?.()) await patiently(() => client.chat.update({ ...posted, ...renderReply(reply, shown) }));
      },
    });
  } finally {
    end?.();
  }
}

/** Edits the message of the button, takes it away, or says something beside it. */
async function sayAtAddress(
  telling: Telling,
  { responseUrl, thread, isKept, message }: Extract<Place, { kind: 'address' }>,
  received: Received,
  answering: Answering,
): Promise<void> {
  const { reply, team } = telling;
  if (reply.replaces && !reply.removes) {
    const replace = (shown: Pictured<string>) => respondAt(responseUrl, { ...renderReply(reply, shown), replace_original: true });
    return editing(messageRef(team, received.channel, message ?? ''), answering, (isLatest) =>
      answering.pictures.say({ ...telling, say: replace, edit: async (_said, shown) => (isLatest() ? replace(shown) : undefined) }),
    );
  }
  if (reply.removes) await respondAt(responseUrl, { delete_original: true });
  // https://docs.slack.dev/interactivity/handling-user-interaction#publishing_in_thread
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  const seenBy = isKept && !reply.removes ? 'in_channel' : audienceOf(reply, received, answering);
  return answering.pictures.say({
    ...telling,
    say: (shown) => respondAt(responseUrl, { ...renderReply(reply, shown), ...inThread, response_type: seenBy, replace_original: false }),
  });
}
