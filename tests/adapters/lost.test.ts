import { describe, expect, test } from 'vitest';
import { type ConversationId, platformOf } from '../../src/core/places.ts';
import type { Poster } from '../../src/core/ports.ts';
import type { ActorId } from '../../src/core/turn.ts';
import { newFilePlace } from '../support/databases.ts';
import { openBotInServer } from '../support/discord/bot.ts';
import { arrangement, createClock } from '../support/quiz.ts';
import { botOnSlack } from '../support/slack/bot-on-slack.ts';
import { startBot } from '../support/team.ts';

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

const NEXT = { at: new Date('2026-03-02T01:30:00Z'), day: '2026-03-02' } as const;

describe.each([
  ['Slack', onSlack],
  ['Discord', onDiscord],
] as const)('on %s, whoever set what came to a channel that is lost is told in private, once, which one it is', (_where, openPlace) => {
  const losing = async () => {
    const clock = createClock('2026-03-02T01:00:00Z');
    const { poster, conversation, ann, mention, messages } = await openPlace(clock);
    const { where } = await newFilePlace();
    const { store, pass, incidents } = await startBot({ where, clock, poster, platform: platformOf(conversation) });
    /** What is due in half an hour comes, as far as it can. @returns what Ann sees. */
    const comes = async () => {
      clock.pass(30);
      for (let minute = 0; minute < 5; minute++) {
        await pass();
        clock.pass(1.1);
      }
      expect(incidents).toEqual([]);
      expect(messages()).toHaveLength(1);
      const [seen] = messages().map((message) => JSON.stringify(message));
      expect(seen).toContain(mention);
      return seen;
    };
    return { store, comes, arranged: arrangement({ conversation, setBy: ann }) };
  };

  test('a quiz of the day', async () => {
    const { store, comes, arranged } = await losing();
    await store.records.schedules.save(arranged, NEXT);
    expect(await comes()).toContain('A quiz of the day that you set is paused');
    expect(await store.records.schedules.find(arranged.conversation)).toMatchObject({ state: 'paused', remark: 'gone' });
  });

  test('a digest', async () => {
    const { store, comes, arranged } = await losing();
    await store.digests.save(arranged, NEXT);
    const { gap } = await store.inbox.note(arranged.setBy, { space: arranged.space, text: 'helm', form: 'helm', language: 'en' });
    await store.inbox.consent(arranged.setBy, gap);
    expect(await comes()).toContain('A weekly digest that you set is paused');
    expect(await store.digests.find(arranged.conversation)).toMatchObject({ remark: 'gone' });
  });
});
