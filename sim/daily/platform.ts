import { PlatformError } from '../../src/core/errors.ts';
import type { ConversationId, MessageRef } from '../../src/core/places.ts';
import type { Poster } from '../../src/core/ports.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Luck } from './luck.ts';
import { MINUTE, SECOND, type Timeline } from './timeline.ts';

/** How long a bot waits for a response. */
const PATIENCE_MS = 10 * SECOND;

/** The lane that our posts to one space share is as Slack's limit has it, but ten times as wide. */
const GAP_MS = 100;

/** A message that has come to stand somewhere. */
export interface Posted {
  readonly conversation: ConversationId;
  /** The quiz's number, as its buttons have it. */
  readonly quiz: number;
  readonly message: MessageRef;
}

interface PlatformWorld {
  readonly timeline: Timeline;
  readonly luck: Luck;
  /** Whether one can ask whether a message stands there. */
  readonly canLook: boolean;
  /** Whether it cannot be reached just now. */
  isDown(): boolean;
  /** Whether the bot may not post there just now. */
  isForbidden(conversation: ConversationId): boolean;
  /** A call is on its way. */
  onCall(): void;
  onPosted(posted: Posted): void;
}

/** A platform far away: a call takes its time, some are refused, of some one never hears, some are done later than one waits. */
export function createFarPlatform({ timeline, luck, canLook, isDown, isForbidden, onCall, onPosted }: PlatformWorld) {
  const messages = new Map<string, MessageRef>();
  /** The quizzes whose message has buttons to answer it. */
  const open = new Map<MessageRef, number>();
  const counts = { posts: 0, edits: 0, looks: 0, refusals: 0, lostResponses: 0 };
  const refuse = async (afterMs: number, refusal: PlatformError['refusal']): Promise<never> => {
    counts.refusals += 1;
    await timeline.sleep(afterMs);
    throw new PlatformError(`the platform says: ${refusal.kind}`, refusal);
  };
  const call = async <T>(act: () => T): Promise<T> => {
    const delay = luck.happens(0.01) ? luck.between(SECOND, PATIENCE_MS - SECOND) : luck.between(20, 400);
    timeline.at(timeline.now() + luck.between(0, delay), onCall);
    if (isDown()) {
      return luck.happens(0.5)
        ? refuse(delay, { kind: 'later', waitMs: luck.between(2 * MINUTE, 15 * MINUTE) })
        : refuse(PATIENCE_MS, { kind: 'unknown outcome' });
    }
    if (luck.happens(0.01)) return refuse(delay, { kind: 'later', waitMs: luck.between(SECOND, 2 * MINUTE) });
    if (luck.happens(0.003)) return refuse(PATIENCE_MS, { kind: 'unknown outcome' });
    if (luck.happens(0.01)) {
      // It is done, sometimes after we have stopped waiting for it.
      counts.lostResponses += 1;
      timeline.at(timeline.now() + luck.between(20, 14 * SECOND), act);
      return refuse(PATIENCE_MS, { kind: 'unknown outcome' });
    }
    await timeline.sleep(delay);
    const result = act();
    await timeline.sleep(delay);
    return result;
  };
  const poster: Poster = {
    laneOf: ({ space }) => ({ lane: space, gapMs: GAP_MS }),
    async post(to, reply, key) {
      if (isForbidden(to)) return refuse(100, { kind: 'forbidden' });
      return call(() => {
        counts.posts += 1;
        const message = `m${counts.posts}`;
        messages.set(`${to} ${key}`, message);
        open.set(message, quizOf(reply));
        onPosted({ conversation: to, quiz: quizOf(reply), message });
        return message;
      });
    },
    async find(to, key) {
      if (!canLook) return { kind: 'unsure' };
      return call(() => {
        counts.looks += 1;
        const message = messages.get(`${to} ${key}`);
        return message === undefined ? { kind: 'absent' } : { kind: 'found', message };
      });
    },
    edit: async (message, reply) =>
      call(() => {
        counts.edits += 1;
        if (Number.isNaN(quizOf(reply))) open.delete(message);
      }),
  };
  return { poster, counts, openQuizzes: () => [...open.values()] };
}

/** The quiz that the buttons of a message belong to. */
function quizOf({ blocks }: Reply): number {
  const buttons = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  return Number(buttons.map(({ intent }) => intent.args.quiz).find((quiz) => quiz !== undefined));
}
