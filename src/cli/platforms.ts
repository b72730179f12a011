import { createDiscord } from '../adapters/discord/index.ts';
import { faultOf as discordFault } from '../adapters/discord/rest.ts';
import { faultOf as slackFault } from '../adapters/slack/errors.ts';
import { createSlack } from '../adapters/slack/index.ts';
import type { Config } from '../config.ts';
import { greet } from '../core/greeting.ts';
import { platformOf } from '../core/places.ts';
import type { Arrival, Poster } from '../core/ports.ts';
import { withRateGuard } from '../core/rate-guard.ts';
import { createMemoryModel } from '../core/review/memory.ts';
import { createPictures } from '../pictures/index.ts';
import { openStore } from '../store/store.ts';
import { keepForgetting } from './forgetting.ts';
import { createLog, secretsOf, toStandardError } from './log.ts';
import { createMetrics } from './metrics.ts';
import { openPlayground } from './playground.ts';
import { takePosting } from './posting.ts';
import { checkCommand, reloaded } from './reloaded.ts';
import { type Served, serve, USUAL_PORT, untilTold } from './serve.ts';
import { dailyOn, keepTicking, type Ticking } from './ticking.ts';
import { openTutor } from './tutor.ts';
import { withVisits } from './visits.ts';

/**
 * Runs the bot on every platform that the settings name, or where they name
 * none, on a page where anyone can try it, until it is told to stop.
 *
 * @throws ContentError when the store cannot be opened, or a platform does not take our token.
 */
export async function servePlatforms(config: Config): Promise<void> {
  const until = untilTold(process);
  const metrics = createMetrics({ slack: slackFault, discord: discordFault });
  const log = metrics.watchingLog(createLog({ level: config.logLevel, secrets: secretsOf(config), write: toStandardError }));
  const { tell } = log;
  const store = await openStore(config.databaseUrl ?? config.dataDir, {
    as: 'bot',
    now: () => new Date(),
    model: createMemoryModel(config.memory),
  });
  const pictures = createPictures();
  try {
    const posters = new Map<string, Poster>();
    const preferences = metrics.timing('preferences', store.preferences);
    const reviews = metrics.timing('reviews', store.reviews);
    const inbox = metrics.timing('inbox', store.inbox);
    const records = metrics.watchingRecords(store.records);
    // Whatever is told to wake up before the passes have begun is found by the first one.
    let ticking: Ticking | undefined;
    const { bot, services, watch } = await openTutor(config, {
      ...{ preferences, records, reviews, inbox, digests: store.digests, log, wake: () => ticking?.wake() },
      laneOf: (to) => posters.get(platformOf(to.conversation))?.laneOf(to),
    });
    const now = () => new Date();
    const shared = {
      bot: withRateGuard(bot, config.language, now),
      draw: pictures.draw,
      sentPictures: store.sentPictures,
      personalFiles: store.personalFiles,
      seen: store.seen,
      inviters: store.inviters,
      installations: store.installations,
      spaces: store.spaces,
      log,
      now,
      commandName: config.command,
      tell,
      onArrival: (arrival: Arrival) => greet(arrival, services),
    };
    const web = config.slack || config.discord ? undefined : await openPlayground(withVisits(shared.bot, shared), config, pictures.draw);
    const posting = web && takePosting(config, 'a playground');
    const served: Served[] = [
      ...(web ? [web] : []),
      ...(config.slack ? [createSlack({ settings: config.slack, ...shared })] : []),
      ...(config.discord ? [createDiscord({ settings: config.discord, budget: store.budget, ...shared })] : []),
    ];
    for (const { adapter } of served) posters.set(adapter.platform, metrics.watchingPoster(adapter.platform, adapter.poster));
    const forgetting = keepForgetting(store, log);
    const watching = watch((content) => {
      tell(`The notes were loaded anew: ${content.knowledge.library.concepts.size} concepts.`);
      void web?.notesChanged((words) => reloaded(content, words, checkCommand(config.contentDir)));
    });
    const takesRequests = served.some(({ routes = {} }) => Object.keys(routes).length > 0);
    const port = config.port ?? (takesRequests ? USUAL_PORT : undefined);
    try {
      await serve(served, {
        address: port === undefined ? undefined : { host: config.host, port },
        until,
        tell,
        onListening: (address) => tell(web ? `The playground is at ${config.web.publicUrl ?? address}` : `Listening on ${address}.`),
        metrics: metrics.text,
        onReady: () => {
          ticking = keepTicking(dailyOn(records, posters, services), log);
        },
        beforeStop: async () => ticking?.stop(),
      });
    } finally {
      watching?.stop();
      await forgetting.stop();
      posting?.release();
    }
  } finally {
    await pictures.close();
    await store.close();
  }
}
