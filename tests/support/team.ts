import { onTestFinished } from 'vitest';
import { dailyOn } from '../../src/cli/ticking.ts';
import { createBot } from '../../src/core/bot.ts';
import { parseText } from '../../src/core/command.ts';
import { COMMANDS } from '../../src/core/commands/index.ts';
import type { SourceFile } from '../../src/core/content/problem.ts';
import { decodeIntent, encodeIntent } from '../../src/core/intent.ts';
import { createKnowledge } from '../../src/core/knowledge.ts';
import type { Poster, Services, ToldTurn } from '../../src/core/ports.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Actor, Conversation } from '../../src/core/turn.ts';
import { openStore } from '../../src/store/store.ts';
import { buttonOf, CHANNEL } from './bot.ts';
import { type AtEnd, newFilePlace } from './databases.ts';
import { libraryOf } from './notes.ts';
import { createTestPlatform } from './platform.ts';
import { createClock } from './quiz.ts';
import { QUIZ_NOTES } from './quiz-notes.ts';
import { usualServices } from './services.ts';

/** A team on a platform, with a store that several bots share, and a clock: 2 March 2026, a Monday, 09:00 in Shanghai. */
export async function createTeam(atEnd?: AtEnd) {
  const clock = createClock('2026-03-02T01:00:00Z');
  const { where, query } = await newFilePlace(atEnd);
  const platform = createTestPlatform({ now: clock.now });
  return {
    clock,
    platform,
    query,
    startBot: (notes?: Notes, own?: Notes) => startBot({ where, clock, poster: platform.poster, notes, own, atEnd }),
  };
}

type Notes = readonly SourceFile[];

interface World {
  readonly where: string;
  readonly clock: ReturnType<typeof createClock>;
  readonly poster: Poster;
  /** What the ids of its conversations begin with. */
  readonly platform?: string | undefined;
  readonly notes?: Notes | undefined;
  /** What the team wrote itself. */
  readonly own?: Notes | undefined;
  readonly atEnd?: AtEnd | undefined;
}

/** A bot that really searches its notes; several of them share the team's store. */
export async function startBot({ where, clock, poster, platform = 'test', notes = QUIZ_NOTES, own = [], atEnd = onTestFinished }: World) {
  const store = await openStore(where, { as: 'tool', now: clock.now });
  atEnd(() => store.close());
  const incidents: unknown[] = [];
  const turns: ToldTurn[] = [];
  let knowledge = await createKnowledge(libraryOf(notes, own), () => undefined);
  const services: Services = {
    ...{ ...store, now: clock.now, laneOf: poster.laneOf, knowledge: () => knowledge },
    log: { incident: (_id, error) => incidents.push(error), turn: (told) => turns.push(told) },
    zone: 'Europe/Berlin',
    ...usualServices(),
  };
  const bot = createBot(services);
  const daily = dailyOn(store.records, new Map([[platform, poster]]), services);
  return {
    ...{ bot, store, services, incidents, turns },
    /** The notes are mended while the bot runs. */
    async learn(mended: Notes): Promise<void> {
      knowledge = await createKnowledge(libraryOf(mended), () => undefined);
    },
    /** Does what is due. */
    async pass(): Promise<void> {
      while ((await daily.tick()) > 0) await daily.settled();
    },
    /** A person who talks to this bot. */
    as(actor: Actor, conversation: Conversation = CHANNEL) {
      const here = { id: 'turn', actor, conversation };
      const press = (reply: Reply | undefined, label: string, isPublic: boolean) => {
        const intent = decodeIntent(encodeIntent(buttonOf(reply ?? { summary: '', blocks: [] }, label).intent));
        return bot.reply({ ...here, intent, pressed: { isPublic, message: 'test:1' } });
      };
      return {
        says: (text: string) => bot.reply({ ...here, intent: parseText(text, COMMANDS, 'k8s'), typed: text }),
        /** Opens what a platform shows by itself, such as a start page. */
        opens: (command: string) => bot.reply({ ...here, intent: { command, args: {} } }),
        /** Presses a button of what this person alone sees. */
        presses: (reply: Reply | undefined, label: string) => press(reply, label, false),
        /** Presses a button of what everyone sees. */
        pressesPublic: (reply: Reply | undefined, label: string) => press(reply, label, true),
      };
    },
  };
}
