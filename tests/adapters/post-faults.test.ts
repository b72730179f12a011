import { describe, expect, onTestFinished, test } from 'vitest';
import type { ConversationId } from '../../src/core/places.ts';
import type { Poster } from '../../src/core/ports.ts';
import { createDaily } from '../../src/core/quiz/daily.ts';
import { drawPost } from '../../src/core/quiz/messages.ts';
import { nextOccurrence } from '../../src/core/schedule/occurrences.ts';
import { openStore } from '../../src/store/store.ts';
import { newFilePlace } from '../support/databases.ts';
import { openBotInServer } from '../support/discord/bot.ts';
import { arrangement, chosen, createClock, MORNINGS } from '../support/quiz.ts';
import { botOnSlack } from '../support/slack/bot-on-slack.ts';

/** What a platform says to a post; where `isDone`, it has posted it all the same. */
interface Trouble {
  readonly status: number;
  readonly isDone?: boolean;
}

/** A bot on a platform, by its real library. */
interface Place {
  readonly poster: Poster;
  readonly conversation: ConversationId;
  /** The next posts are met with these, one after another. */
  trouble(...all: readonly Trouble[]): void;
  /** What stands in the channel. */
  messages(): readonly object[];
}

type Clock = ReturnType<typeof createClock>;

const HISTORY = ['chat:write', 'users:read', 'channels:history'];

const onSlack =
  (scopes?: readonly string[]) =>
  async ({ now }: Clock): Promise<Place> => {
    const { slack, adapter, general, ann } = await botOnSlack('socket', { now, ...(scopes && { scopes }) });
    return {
      poster: adapter.poster,
      conversation: `slack:T0TEST:${general.id}`,
      trouble: (...all) => slack.faults.next('chat.postMessage', ...all.map((one) => ({ kind: 'broken', ...one }) as const)),
      messages: () => ann.sees(general),
    };
  };

async function onDiscord({ now }: Clock): Promise<Place> {
  const { adapter, faults, guild, channel, world, people } = await openBotInServer({ discord: { now: () => now().getTime() } });
  const ann = people.person('Ann');
  return {
    poster: adapter.poster,
    conversation: `discord:${guild.id}:${channel.id}`,
    trouble: (...all) => faults.next(/^POST .*\/messages$/, ...all.map((one) => ({ kind: 'status', ...one }) as const)),
    messages: () => world.seenBy(ann, channel),
  };
}

/** A channel whose quiz is due, and passes of a minute each. */
async function due(openPlace: (clock: Clock) => Promise<Place>) {
  const clock = createClock('2026-03-02T01:00:00Z');
  const { records, close } = await openStore((await newFilePlace()).where, { as: 'tool', ...clock });
  onTestFinished(close);
  const place = await openPlace(clock);
  const { poster, conversation } = place;
  await records.schedules.save(arrangement({ conversation }), nextOccurrence(MORNINGS, clock.now()));
  const incidents: unknown[] = [];
  const daily = createDaily({
    ...{ records, now: clock.now, steady: clock.steady, log: { incident: (_id, error) => void incidents.push(error) } },
    posters: new Map([[conversation.split(':')[0] ?? '', poster]]),
    compose: async () => chosen('pod'),
    draw: (post) => drawPost(post, records),
  });
  clock.pass(30);
  const passes = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute++) {
      while ((await daily.tick()) > 0) await daily.settled();
      clock.pass(1.1);
    }
  };
  return { ...place, ...records, passes, incidents };
}

const TROUBLES: readonly (readonly [string, readonly Trouble[]])[] = [
  ['a 500 and a 503', [{ status: 500 }, { status: 503 }]],
  ['a 503 six times', Array.from({ length: 6 }, () => ({ status: 503 }))],
  ['a 500, though it was posted', [{ status: 500, isDone: true }]],
  [
    'a 503, and then four times a 500, though it was posted',
    [{ status: 503 }, ...Array.from({ length: 4 }, () => ({ status: 500, isDone: true }))],
  ],
];

describe.each([
  ['Slack, where the bot may look', onSlack(HISTORY)],
  ['Discord', onDiscord],
] as const)('on %s', (_where, place) => {
  test.each(TROUBLES)('a quiz that is met by %s is posted, once', async (_what, troubles) => {
    const { trouble, messages, passes, schedules, conversation, incidents } = await due(place);
    trouble(...troubles);
    await passes(10);
    expect(messages()).toHaveLength(1);
    expect(await schedules.find(conversation)).toMatchObject({ state: 'on', remark: undefined });
    expect(incidents).toEqual([]);
  });
});

describe('on Slack, where the bot may not look into the channel', () => {
  test('a quiz that is met by a 500 and a 503 is posted, once', async () => {
    const { trouble, messages, passes, incidents } = await due(onSlack());
    trouble({ status: 500 }, { status: 503 });
    await passes(10);
    expect(messages()).toHaveLength(1);
    expect(incidents).toEqual([]);
  });

  test('one that was posted all the same may stand there twice, and both are one quiz', async () => {
    const { trouble, messages, passes } = await due(onSlack());
    trouble({ status: 500, isDone: true });
    await passes(10);
    const quizzes = messages().map((message) => new Set(JSON.stringify(message).match(/quiz=\d+/g)));
    expect(quizzes).toEqual([new Set(['quiz=1']), new Set(['quiz=1'])]);
  });
});
