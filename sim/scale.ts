import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { describeLoad, describeMachine } from '../bench/report.ts';
import { summed } from '../bench/slack/load.ts';
import { openDiscord, TOKEN } from '../tests/support/discord/server.ts';
import { addressOf, type PostgresServer, startPostgres } from '../tests/support/postgres.ts';
import { createSlackServer } from '../tests/support/slack/server.ts';
import { balance, CROWD, press } from './scale/crowd.ts';
import { familyOf, processorSeconds } from './scale/processor.ts';
import { startBot } from './soak/bot.ts';
import { createDiscordSite } from './soak/discord-site.ts';
import type { Ledger } from './soak/ledger.ts';
import { createSlackSite } from './soak/slack-site.ts';

/**
 * What 1, 2 and 4 processes of the real program take on one PostgreSQL, over HTTP on both platforms:
 * `npm run sim:scale [-- --seconds 15 --people 12]`; `--people` of each platform do something at a time.
 *
 * Three look-ups and a quiz (opened, answered) in four; people, platforms, bots and database share this machine.
 */

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '15' }, people: { type: 'string', default: '12' } },
});
/** A new process compiles as it goes. */
const WARM_UP_MS = 15_000;
const seconds = Number(values.seconds);

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
tell(`${describeMachine()}\n${values.people} people of each platform at a time, ${seconds} s each, answers as people see them\n`);
tell('processes   answered/s    p50 ms    p99 ms   not answered   processors: bots   database   load and platforms');

const server = await startPostgres();
try {
  for (const processes of [1, 2, 4]) await measure(processes, server);
} finally {
  await server.stop();
}
tell(`\n${availableParallelism()} processors; load at the end ${describeLoad()}`);
process.exit();

async function measure(processes: number, { pid, socketDir }: PostgresServer): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kubetutor-scale-'));
  const [slack, discord] = [await createSlackServer(), await openDiscord()];
  const env = {
    ...{ DATABASE_URL: addressOf(socketDir, 'postgres'), DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info' },
    ...{ SLACK_BOT_TOKEN: slack.tokens.bot, SLACK_SIGNING_SECRET: slack.signingSecret, SLACK_API_URL: slack.apiUrl },
    ...{ DISCORD_TOKEN: TOKEN, DISCORD_PUBLIC_KEY: discord.webhook.publicKey, DISCORD_API_URL: discord.api },
  };
  const bots = await Promise.all(Array.from({ length: processes }, () => startBot(env)));
  const sites = [createSlackSite(slack, CROWD), createDiscordSite(discord, CROWD)].map(balance(bots, slack, discord));
  const ledger: Ledger = { acts: [], presses: [] };
  const stopping = new AbortController();
  const pressing = press(sites, Number(values.people), ledger, stopping.signal);
  await delay(WARM_UP_MS);
  ledger.acts.length = 0;
  const used = () => [bots.map((bot) => bot.pid), familyOf(pid), [process.pid]].map(processorSeconds);
  const [before, begun] = [used(), performance.now()];
  await delay(seconds * 1_000);
  const [after, took] = [used(), (performance.now() - begun) / 1_000];
  const acts = [...ledger.acts];
  stopping.abort();
  await pressing;
  await Promise.all(bots.map((bot) => bot.stop()));
  await Promise.all(sites.map((site) => site.close()));
  rmSync(dataDir, { recursive: true, force: true });
  const answered = acts.filter(({ said }) => said === 'answered').map(({ ms }) => ms);
  const { perSecond, p50, p99 } = summed(answered, took);
  const shares = after.map((total, at) => ((total - (before[at] ?? 0)) / took).toFixed(2));
  const figures = [perSecond, p50, p99].map((figure) => figure.toFixed(0).padStart(10)).join('');
  const [botShare = '', databaseShare = '', ownShare = ''] = shares;
  tell(
    `${String(processes).padStart(9)}   ${figures}   ${String(acts.length - answered.length).padStart(12)}   ${botShare.padStart(16)}   ${databaseShare.padStart(8)}   ${ownShare.padStart(18)}`,
  );
}
