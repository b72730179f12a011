import { expect, onTestFinished, test } from 'vitest';
import { lostMessage } from '../../src/core/lost.ts';
import type { ConversationId } from '../../src/core/places.ts';
import type { Poster } from '../../src/core/ports.ts';
import { createDaily } from '../../src/core/quiz/daily.ts';
import { drawPost } from '../../src/core/quiz/messages.ts';
import { nextOccurrence } from '../../src/core/schedule/occurrences.ts';
import type { ActorId } from '../../src/core/turn.ts';
import { openStore } from '../../src/store/store.ts';
import { newFilePlace } from '../support/databases.ts';
import { openBotInServer } from '../support/discord/bot.ts';
import { arrangement, chosen, createClock, MORNINGS } from '../support/quiz.ts';
import { botOnSlack } from '../support/slack/bot-on-slack.ts';

type Clock = ReturnType<typeof createClock>;

/** A channel that is lost, and Ann, who has set its quiz. */
interface Place {
  readonly poster: Poster;
  readonly conversation: ConversationId;
  readonly ann: ActorId;
  /** How the channel is mentioned there. */
  readonly mention: string;
  /** What Ann sees of what the bot writes to her. */
  messages(): readonly unknown[];
}

async function onSlack({ now }: Clock): Promise<Place> {
  const { slack, adapter, ann } = await botOnSlack('http', { now });
  const { id } = slack.workspace.addChannel('old', { isArchived: true });
  return {
    poster: adapter.poster,
    conversation: `slack:T0TEST:${id}`,
    ann: `slack:T0TEST:${ann.id}`,
    mention: `<#${id}>`,
    messages: () => ann.sees(ann.direct()),
  };
}

async function onDiscord({ now }: Clock): Promise<Place> {
  const { adapter, guild, world, people } = await openBotInServer({ discord: { now: () => now().getTime() } });
  const ann = people.person('Ann');
  return {
    poster: adapter.poster,
    conversation: `discord:${guild.id}:404`,
    ann: `discord:user:${ann.id}`,
    mention: '<#404>',
    messages: () => world.seenBy(ann, world.directChannel(ann.id)),
  };
}

test.each([
  ['Slack', onSlack],
  ['Discord', onDiscord],
] as const)('on %s, whoever set the quiz of a channel that is lost is told in private, once, which one it is', async (_where, open) => {
  const clock = createClock('2026-03-02T01:00:00Z');
  const { records, preferences, close } = await openStore((await newFilePlace()).where, { as: 'tool', ...clock });
  onTestFinished(close);
  const { poster, conversation, ann, mention, messages } = await open(clock);
  await records.schedules.save(arrangement({ conversation, setBy: ann }), nextOccurrence(MORNINGS, clock.now()));
  const incidents: unknown[] = [];
  const daily = createDaily({
    ...{ records, now: clock.now, steady: clock.steady, log: { incident: (_id, error) => void incidents.push(error) } },
    posters: new Map([[conversation.split(':')[0] ?? '', poster]]),
    compose: async () => chosen('pod'),
    draw: async (post) => {
      if (post.kind !== 'lost') return drawPost(post, records);
      const reply = await lostMessage(post.subject, post.conversation, records, { preferences, commandName: 'k8s', now: clock.now });
      return reply && { reply, isOver: false };
    },
  });
  clock.pass(30);
  for (let minute = 0; minute < 5; minute++) {
    while ((await daily.tick()) > 0) await daily.settled();
    clock.pass(1.1);
  }
  expect(messages()).toHaveLength(1);
  expect(JSON.stringify(messages())).toContain(mention);
  expect(await records.schedules.find(conversation)).toMatchObject({ state: 'paused', remark: 'gone' });
  expect(incidents).toEqual([]);
});
