import type { Discord } from '../../tests/support/discord/server.ts';
import type { SlackServer } from '../../tests/support/slack/server.ts';
import { createLuck } from '../daily/luck.ts';
import type { BotProcess } from '../soak/bot.ts';
import type { Ledger } from '../soak/ledger.ts';
import { answerOwnQuiz, ask } from '../soak/people.ts';
import type { Site } from '../soak/site.ts';

/** So many people that nobody is told to slow down. */
export const CROWD = 400;
/** Of so many things that somebody does, one is a quiz. */
const QUIZ_OF = 4;
/** How long what was answered is kept: whoever looks for an answer goes through all of it. */
const KEPT_MS = 5_000;
const PRUNE_MS = 500;

/** Hands what comes from a platform to one process after another, as a balancer does. */
export function balance(bots: readonly BotProcess[], slack: SlackServer, discord: Discord): (site: Site) => Site {
  let turn = 0;
  const next = (): void => {
    const { address } = bots[turn++ % bots.length] ?? { address: '' };
    slack.sendTo(`${address}/slack/events`);
    discord.sendInteractionsTo(`${address}/discord/interactions`);
  };
  return (site) => ({
    ...site,
    type(person, text) {
      next();
      return site.type(person, text);
    },
  });
}

/** Has so many people of each platform do one thing after another without a rest. */
export async function press(sites: readonly Site[], atOnce: number, ledger: Ledger, until: AbortSignal): Promise<void> {
  const pruning = setInterval(() => sites.forEach((site) => void site.prune(KEPT_MS)), PRUNE_MS);
  const one = async (site: Site, number: number) => {
    const luck = createLuck(`${site.platform} ${number}`);
    const mine = Math.floor(CROWD / atOnce);
    for (let turn = 0; !until.aborted; turn++) {
      const person = { site, at: number * mine + (turn % mine) };
      await (luck.between(1, QUIZ_OF) === 1 ? answerOwnQuiz : ask)(person, luck, ledger);
    }
  };
  await Promise.all(sites.flatMap((site) => Array.from({ length: atOnce }, (_, number) => one(site, number))));
  clearInterval(pruning);
}
