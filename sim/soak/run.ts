import { setTimeout as delay } from 'node:timers/promises';
import { openDiscord, TOKEN } from '../../tests/support/discord/server.ts';
import { createSlackServer } from '../../tests/support/slack/server.ts';
import { type BotProcess, startBot } from './bot.ts';
import { createDiscordSite } from './discord-site.ts';
import { type Evidence, lostAnswers } from './judge.ts';
import type { Ledger } from './ledger.ts';
import { arrangeDailies, type DailyChannel, keepBusy, pressDailies } from './load.ts';
import type { Sample } from './probe.ts';
import { createSlackSite } from './slack-site.ts';
import type { SoakStore } from './stores.ts';
import { discordTroubles, makeTrouble, type Struck, slackTroubles } from './troubles.ts';

/** One run. */
export interface SoakPlan {
  readonly store: SoakStore;
  readonly minutes: number;
  readonly seed: string;
  readonly tell: (line: string) => void;
}

/** What came of it, for the judge and for those who read. */
export interface Soaked extends Evidence {
  readonly struck: readonly Struck[];
  /** How late each quiz of the day came while people still looked for it, in milliseconds. */
  readonly late: readonly number[];
  /** Rules of Slack that were broken, by how often. */
  readonly violations: ReadonlyMap<string, number>;
  readonly incidents: readonly string[];
}

/** The bot is told to stop, and started again, in the first crowd after this share of the run. */
const RESTART_AFTER = 0.25;
/** How many channels of each platform have their quiz in the same minute. */
const DAILIES_A_MINUTE = 2;
/** How many samples are taken of a process. */
const SAMPLES = 40;
const LOOK_MS = 1_000;
/** What is older than that was looked at. */
const KEPT_MS = 60_000;
/** How long at the end a quiz may take that was due: a dead bot's is looked for after 60 seconds. */
const AFTERWARDS_MS = 90_000;

/** Lets people talk to a bot on both platforms while one thing after another goes wrong. */
export async function soak({ store, minutes, seed, tell }: SoakPlan): Promise<Soaked> {
  // Slower than Slack allows is noted when it happens; the machine may be busy with other things.
  const [slack, discord] = [await createSlackServer(), await openDiscord()];
  const sites = [createSlackSite(slack), createDiscordSite(discord)];
  const env = {
    ...store.env,
    SLACK_BOT_TOKEN: slack.tokens.bot,
    SLACK_APP_TOKEN: slack.tokens.app,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.api,
  };
  const lives = await createLives(env, tell);
  const ledger: Ledger = { acts: [], presses: [] };
  const stopping = new AbortController();
  const until = stopping.signal;
  try {
    const channels = await arrangeDailies(sites, Math.max(1, Math.floor(minutes) - 1), DAILIES_A_MINUTE);
    const runMs = minutes * 60_000;
    const restartAt = Date.now() + runMs * RESTART_AFTER;
    const trouble = { name: `Store: ${store.trouble}`, strike: () => store.fail(lives.bot) };
    const onCrowd = () => {
      if (lives.count() === 1 && Date.now() > restartAt) void lives.restart();
    };
    const working = Promise.all([
      makeTrouble([...slackTroubles(slack), ...discordTroubles(discord), trouble], seed, until),
      keepBusy(sites, seed, ledger, until),
      pressDailies(channels, { seed, ledger, until, onCrowd }),
      sampling(lives, (runMs * (1 - RESTART_AFTER)) / SAMPLES, until),
      lookingAfter({ store, ledger, until, tell, prune: () => sites.forEach((site) => void site.prune(KEPT_MS)) }),
    ]);
    await Promise.race([delay(runMs), lives.death, working]);
    stopping.abort();
    const [struck, , late, samples] = await working;
    const posts = await untilPosted(channels);
    await lives.bot().stop();
    return {
      ...{ ledger, struck, samples, posts, late, exits: await lives.exits(), incidents: lives.incidents() },
      counted: await store.counted(),
      outages: struck.filter(({ name }) => name === trouble.name),
      violations: new Map([...Map.groupBy(slack.violations, ({ rule }) => rule)].map(([rule, all]) => [rule, all.length])),
    };
  } finally {
    stopping.abort();
    await lives.bot().stop();
    await Promise.all(sites.map((site) => site.close()));
  }
}

/** The processes of the bot, one after another. */
async function createLives(env: Readonly<Record<string, string>>, tell: SoakPlan['tell']) {
  const all: BotProcess[] = [await startBot(env)];
  const last = () => all.at(-1) as BotProcess;
  const death = Promise.withResolvers<void>();
  let isRestarting = false;
  const watch = () => void last().ended.then(() => !isRestarting && death.resolve());
  watch();
  return {
    bot: last,
    count: () => (isRestarting ? all.length + 1 : all.length),
    /** Resolves when one ends that was not told to. */
    death: death.promise,
    exits: () => Promise.all(all.map(({ ended }) => ended)),
    incidents: () => all.flatMap(({ incidents }) => incidents),
    async restart() {
      isRestarting = true;
      const code = await last().stop();
      all.push(await startBot(env));
      isRestarting = false;
      watch();
      tell(`SIGTERM in the middle of presses: the bot ended with ${code}, and was started again`);
    },
  };
}

/** Measures the newest process now and then; gives what the last one held. */
async function sampling(lives: Awaited<ReturnType<typeof createLives>>, everyMs: number, until: AbortSignal): Promise<Sample[]> {
  let samples: Sample[] = [];
  let measured = lives.bot();
  while (!until.aborted) {
    await delay(everyMs, undefined, { signal: until }).catch(() => {});
    if (lives.bot() !== measured) samples = [];
    measured = lives.bot();
    const sample = await measured.measure();
    if (sample) samples.push(sample);
  }
  return samples;
}

interface LookingAfter {
  readonly store: SoakStore;
  readonly ledger: Ledger;
  readonly until: AbortSignal;
  readonly tell: SoakPlan['tell'];
  readonly prune: () => void;
}

/** Tells of a lost answer as soon as there is one. */
async function lookingAfter({ store, ledger, until, tell, prune }: LookingAfter): Promise<void> {
  const told = new Set<string>();
  while (!until.aborted) {
    await delay(10 * LOOK_MS, undefined, { signal: until }).catch(() => {});
    prune();
    // What is acknowledged while we ask need not be in the answer.
    const before = { ...ledger, presses: [...ledger.presses] };
    // While the database is away there is nothing to see.
    const counted = await store.counted().catch(() => undefined);
    for (const line of counted ? lostAnswers({ ledger: before, counted }) : []) {
      if (!told.has(line)) tell(`${new Date().toISOString()} ${line}`);
      told.add(line);
    }
  }
}

/** How many posts stand in each channel whose quiz was due, once all of them have one or it took too long. */
async function untilPosted(channels: readonly DailyChannel[]): Promise<Map<string, number>> {
  const due = channels.filter(({ dueAt }) => dueAt < Date.now());
  const givenUpAt = Date.now() + AFTERWARDS_MS;
  const counts = () => new Map(due.map(({ site, channel }) => [`${site.platform} ${channel}`, site.posts(channel).length]));
  while ([...counts().values()].includes(0) && Date.now() < givenUpAt) await delay(LOOK_MS);
  return counts();
}
