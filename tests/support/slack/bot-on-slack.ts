import { readFileSync } from 'node:fs';
import { expect, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { createSlack, type SlackSettings } from '../../../src/adapters/slack/index.ts';
import { REQUEST_PATH } from '../../../src/adapters/slack/requests.ts';
import { serve } from '../../../src/cli/serve.ts';
import { type Bot, createBot } from '../../../src/core/bot.ts';
import { greet } from '../../../src/core/greeting.ts';
import { createKnowledge } from '../../../src/core/knowledge.ts';
import type { DrawPicture } from '../../../src/core/picture.ts';
import type { Seen, Services } from '../../../src/core/ports.ts';
import { withRateGuard } from '../../../src/core/rate-guard.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { temporaryDir } from '../databases.ts';
import { libraryOf, NOTES } from '../notes.ts';
import { usualServices } from '../services.ts';
import { createPerson } from './people.ts';
import { createSlackServer, type SlackServer } from './server.ts';

/** How Slack's deliveries come. */
export type Mode = 'socket' | 'http';

interface World {
  /** A Slack that is there already, for a second bot on it. */
  readonly slack?: SlackServer;
  readonly store?: Store;
  readonly seen?: Seen;
  /** Draws nothing where it is not said. */
  readonly draw?: DrawPicture;
  readonly bot?: Bot;
  readonly services?: Partial<Services>;
  /** What the bot token may do; what the manifest asks for where it is not said. */
  readonly scopes?: readonly string[];
  /** What the bot knows; the usual few notes where it is not said. */
  readonly notes?: typeof NOTES;
  /** The rules that a test means to break. */
  readonly violations?: readonly string[];
  readonly now?: () => Date;
  readonly access?: SlackSettings['access'];
}

const manifest = readFileSync(new URL('../../../deploy/slack/manifest.yaml', import.meta.url), 'utf8');
const MANIFEST_SCOPES: readonly string[] = parse(manifest).oauth_config.scopes.bot;

/** The real bot on our Slack by the real library, which must keep all of Slack's rules; stopped after the test. */
export async function botOnSlack(mode: Mode, { services, seen, scopes = MANIFEST_SCOPES, violations = [], ...world }: World = {}) {
  const slack = world.slack ?? (await createSlackServer({ scopes }));
  const now = world.now ?? (() => new Date());
  const store = world.store ?? (await openStore(temporaryDir(), { as: 'tool', now }));
  const incidents: { id: string; error: unknown }[] = [];
  const told: string[] = [];
  const known = await createKnowledge(libraryOf(world.notes ?? NOTES), () => undefined);
  const log = { incident: (id: string, error: unknown) => void incidents.push({ id, error }) };
  const all: Services = {
    knowledge: () => known,
    preferences: store.preferences,
    log,
    now,
    zone: 'Asia/Shanghai',
    records: store.records,
    inbox: store.inbox,
    digests: store.digests,
    reviews: store.reviews,
    laneOf: ({ space }) => ({ lane: space, gapMs: 100 }),
    ...usualServices(),
    ...services,
  };
  const bot = withRateGuard(world.bot ?? createBot(all), 'en', now);
  const transport = mode === 'socket' ? { kind: mode, appToken: slack.tokens.app } : { kind: mode, signingSecret: slack.signingSecret };
  const served = createSlack({
    settings: { apiUrl: slack.apiUrl, access: world.access ?? { kind: 'token', botToken: slack.tokens.bot }, transport },
    bot,
    seen: seen ?? store.seen,
    draw: world.draw ?? (async () => undefined),
    sentPictures: store.sentPictures,
    personalFiles: store.personalFiles,
    inviters: store.inviters,
    installations: store.installations,
    spaces: store.spaces,
    log,
    now,
    commandName: 'k8s',
    onArrival: (arrival) => greet(arrival, all),
    tell: (line) => {
      told.push(line);
      slack.workspace.tell();
    },
  });
  const stopping = new AbortController();
  const ready = Promise.withResolvers<void>();
  let address = '';
  const ended = serve([served], {
    address: mode === 'http' ? { host: '127.0.0.1', port: 0 } : undefined,
    until: stopping.signal,
    tell: (line) => line.startsWith('Ready') && ready.resolve(),
    onListening: (listening) => {
      address = `${listening}${REQUEST_PATH}`;
      slack.sendTo(address);
    },
  });
  const stop = async () => {
    stopping.abort();
    await ended;
  };
  onTestFinished(async () => {
    // Where it could not start, the test has heard why.
    await stop().catch(() => {});
    if (!world.store) await store.close();
    if (!world.slack) slack.close();
    expect(slack.violations.map(({ rule, details }) => ({ rule, details })).filter(({ rule }) => !violations.includes(rule))).toEqual([]);
  });
  // A bot that cannot start says so.
  await Promise.race([ready.promise, ended]);
  return {
    slack,
    adapter: served.adapter,
    store,
    services: all,
    incidents,
    told,
    address,
    stop,
    ann: createPerson(slack, 'ann'),
    general: slack.workspace.addChannel('general'),
  };
}
