import type { ConversationId } from '../../src/core/places.ts';
import type { Poster } from '../../src/core/ports.ts';
import type { Channel } from './channels.ts';
import { createHistory, type History } from './history.ts';
import type { Luck } from './luck.ts';
import { createFarPlatform, type Posted } from './platform.ts';
import type { Timeline } from './timeline.ts';

/** Two platforms: one can be asked whether a message stands there, the other cannot. */
export interface Platforms {
  readonly posters: ReadonlyMap<string, Poster>;
  /** Whether each of them cannot be reached. */
  readonly outages: readonly History<boolean>[];
  outageOf(channel: Channel): History<boolean>;
  /** The quizzes that one can still answer, by their messages, on the platform that can be asked. */
  openQuizzes(): readonly number[];
  counts(): Readonly<Record<string, number>>;
}

interface PlatformsWorld {
  readonly timeline: Timeline;
  readonly luck: Luck;
  readonly channels: ReadonlyMap<ConversationId, Channel>;
  onCall(): void;
  onPosted(posted: Posted): void;
  onForbidden(channel: Channel): void;
}

/** The platforms of a simulation, with the channels on them. */
export function createPlatforms({ timeline, luck, channels, onCall, onPosted, onForbidden }: PlatformsWorld): Platforms {
  const isForbidden = (conversation: ConversationId): boolean => {
    const channel = channels.get(conversation);
    if (!channel?.isForbidden.at(timeline.now())) return false;
    onForbidden(channel);
    return true;
  };
  const create = (canLook: boolean) => {
    const outage = createHistory(false);
    const isDown = () => outage.at(timeline.now());
    return { outage, ...createFarPlatform({ timeline, luck, canLook, isDown, isForbidden, onCall, onPosted }) };
  };
  const [test, blind] = [create(true), create(false)];
  return {
    posters: new Map([
      ['test', test.poster],
      ['blind', blind.poster],
    ]),
    outages: [test.outage, blind.outage],
    outageOf: ({ id }) => (id.startsWith('test:') ? test : blind).outage,
    openQuizzes: () => test.openQuizzes(),
    counts: () => sumOf(test.counts, blind.counts),
  };
}

const sumOf = <Counts extends Readonly<Record<string, number>>>(one: Counts, other: Counts): Record<string, number> =>
  Object.fromEntries(Object.entries(one).map(([name, count]) => [name, count + (other[name] ?? 0)]));
