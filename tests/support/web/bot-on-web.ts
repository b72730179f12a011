import { onTestFinished } from 'vitest';
import { openPlayground } from '../../../src/cli/playground.ts';
import { serve } from '../../../src/cli/serve.ts';
import { dailyOn } from '../../../src/cli/ticking.ts';
import type { Config } from '../../../src/config.ts';
import { createBot } from '../../../src/core/bot.ts';
import { createKnowledge } from '../../../src/core/knowledge.ts';
import type { DrawPicture } from '../../../src/core/picture.ts';
import type { Knowledge, Services } from '../../../src/core/ports.ts';
import { withRateGuard } from '../../../src/core/rate-guard.ts';
import { openStore } from '../../../src/store/store.ts';
import { configFor } from '../config.ts';
import { temporaryDir } from '../databases.ts';
import { libraryOf, NOTES } from '../notes.ts';
import { quickPencil } from '../pictures.ts';
import { usualServices } from '../services.ts';

export type Notes = typeof NOTES;

interface World {
  readonly notes?: Notes;
  readonly dataDir?: string;
  readonly web?: Partial<Config['web']>;
  readonly services?: Partial<Services>;
  readonly slowestRequestMs?: number;
  readonly now?: () => Date;
  readonly draw?: DrawPicture;
}

const knowledgeOf = (notes: Notes): Promise<Knowledge> => createKnowledge(libraryOf(notes), () => undefined);

/** The real bot on the playground, at a free port of this machine; stopped after the test. */
export async function botOnWeb({
  notes = NOTES,
  dataDir = temporaryDir(),
  web: settings,
  services,
  slowestRequestMs,
  now = () => new Date(),
  draw = quickPencil,
}: World = {}) {
  const store = await openStore(dataDir, { as: 'tool', now });
  const incidents: { id: string; error: unknown }[] = [];
  let knowledge = await knowledgeOf(notes);
  const all: Services = {
    knowledge: () => knowledge,
    preferences: store.preferences,
    log: { incident: (id, error) => void incidents.push({ id, error }) },
    now,
    zone: 'Asia/Shanghai',
    records: store.records,
    reviews: store.reviews,
    laneOf: (to) => web.adapter.poster.laneOf(to),
    ...usualServices(),
    ...services,
  };
  const config = configFor({ dataDir });
  const web = await openPlayground(withRateGuard(createBot(all), 'en', now), { ...config, web: { ...config.web, ...settings } }, draw);
  const stopping = new AbortController();
  const [listening, ready] = [Promise.withResolvers<string>(), Promise.withResolvers<void>()];
  const ended = serve([web], {
    address: { host: '127.0.0.1', port: 0 },
    until: stopping.signal,
    tell: () => {},
    onListening: listening.resolve,
    onReady: ready.resolve,
    ...(slowestRequestMs !== undefined && { slowestRequestMs }),
  });
  let isOver = false;
  const stop = async () => {
    if (isOver) return;
    isOver = true;
    stopping.abort();
    await ended;
    await store.close();
  };
  onTestFinished(stop);
  await ready.promise;
  const daily = dailyOn(store.records, new Map([[web.adapter.platform, web.adapter.poster]]), all);
  return {
    ...{ web, store, dataDir, incidents, stop, adapter: web.adapter },
    address: await listening.promise,
    /** What is due is done. */
    async pass(): Promise<void> {
      while ((await daily.tick()) > 0) await daily.settled();
    },
    /** The notes are edited while the bot runs. */
    async edit(edited: Notes): Promise<void> {
      knowledge = await knowledgeOf(edited);
      await web.notesChanged((words) => [words.notesReloaded(knowledge.library.concepts.size)]);
    },
  };
}
