import { wordsIn } from '../i18n/words.ts';
import { tellingOf } from '../lost.ts';
import { type ConversationId, platformOf } from '../places.ts';
import type { Poster, Services } from '../ports.ts';
import type { ClaimedPost, Loss } from '../quiz/records.ts';
import type { Reply } from '../reply.ts';
import { addDays } from '../schedule/calendar.ts';
import { missed, nextOccurrence } from '../schedule/occurrences.ts';
import type { Digests, DueDigest } from './digests.ts';
import { gapsSection, mendedSection, missedSection } from './show.ts';
import { takeStock } from './stock.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Brings conversations their weekly digest. */
export interface Digesting {
  claimDue: Digests['claimDue'];
  /** Queues the message of a conversation; one that comes hours late is let go. */
  open(digest: DueDigest): Promise<void>;
  /** Pauses the digest of a conversation in which we can no longer speak, and tells whoever set it. */
  pause(unposted: ClaimedPost, reason: Loss): Promise<void>;
}

/** Brings digests by the posters of some platforms. */
export function createDigesting(digests: Digests, posters: ReadonlyMap<string, Poster>, now: () => Date): Digesting {
  return {
    claimDue: digests.claimDue,
    async open(digest) {
      const { timetable, conversation } = digest;
      const next = nextOccurrence(timetable, now());
      if (!next) throw new Error(`no clock in ${timetable.zone} shows the time of a digest`);
      const due = missed(timetable, addDays(digest.next.day, -1), now());
      const lane = posters.get(platformOf(conversation))?.laneOf(digest);
      await digests.goOn(digest, next, lane && due.kind === 'due' ? { lane, ...due.occurrence } : undefined);
    },
    async pause({ key, conversation }, reason) {
      const digest = await digests.find(conversation);
      if (digest) await digests.pause(conversation, reason, tellingOf(digest, key, posters));
    },
  };
}

/** What a conversation is told of the last week; `undefined` where it wants no digest, or there is nothing to tell. */
export async function digestFor(conversation: ConversationId, { digests, inbox, knowledge, now }: Services): Promise<Reply | undefined> {
  const digest = await digests?.find(conversation);
  if (!digest || !inbox) return undefined;
  const { language, space } = digest;
  const words = wordsIn(language);
  const since = new Date(now().getTime() - WEEK_MS);
  const stock = await takeStock({ inbox, knowledge: knowledge(space), now: now(), language, space, since });
  const mended = stock.mended.filter(({ mendedAt }) => mendedAt !== undefined && mendedAt >= since);
  const blocks = [
    ...gapsSection(
      stock.gaps.filter(({ lastAt }) => lastAt >= since),
      words,
    ),
    ...missedSection(stock, language, words),
    ...mendedSection({ mended, revised: [] }, language, words),
  ];
  if (blocks.length === 0) return undefined;
  return {
    summary: words.digestTitle,
    language,
    blocks: [
      { kind: 'heading', text: words.digestTitle },
      ...blocks,
      { kind: 'buttons', buttons: [{ label: words.gapsTitle, intent: { command: 'gaps', args: { lang: language } } }] },
    ],
  };
}
