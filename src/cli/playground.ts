import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderReply as renderForDiscord } from '../adapters/discord/render.ts';
import { renderReply as renderForSlack } from '../adapters/slack/render.ts';
import { buttonsOf, plainScreen, renderReply as renderForTerminal } from '../adapters/terminal/render.ts';
import { createWeb, type Web } from '../adapters/web/index.ts';
import type { Config } from '../config.ts';
import type { Bot } from '../core/bot.ts';
import { ContentError } from '../core/errors.ts';
import type { Pictured } from '../core/illustrate.ts';
import type { DrawPicture } from '../core/picture.ts';
import type { Reply } from '../core/reply.ts';
import { makeFolder } from '../store/make-folder.ts';
import { serve, USUAL_PORT } from './serve.ts';

const drawers = {
  slack: renderForSlack,
  discord: (reply: Reply, addresses: Pictured<string>) => {
    // The page fetches a picture when it shows it: in the place of the file stands where that is.
    const pictures = new Map([...addresses].map(([block, address]) => [block, { png: Buffer.from(address), width: 0, height: 0 }]));
    const { body, files } = renderForDiscord(reply, { pictures });
    return { components: body.components, files };
  },
  plain: (reply: Reply) => {
    const blocks = reply.blocks.filter(({ kind }) => kind !== 'buttons');
    return { text: renderForTerminal({ ...reply, blocks }, plainScreen), buttons: buttonsOf(reply) };
  },
};

/** The page on which anyone can try the bot, drawn as the other platforms draw. */
export async function openPlayground(bot: Bot, config: Config, draw: DrawPicture): Promise<Web> {
  const { command: commandName, language, web, dataDir } = config;
  return createWeb({ bot, drawers, draw, commandName, language, publicUrl: web.publicUrl, key: web.secretKey ?? (await keptKey(dataDir)) });
}

/** A key that is made up once and kept beside the data, so that visitors are known again after a restart; where nothing can be kept, until then. */
async function keptKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'web.key');
  try {
    makeFolder(dataDir);
    // Of two processes that begin at once, one makes it.
    await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch {
    // It is there already, or cannot be.
  }
  const kept = await readFile(file, 'utf8').catch(() => '');
  return kept.length >= 64 ? kept : randomBytes(32).toString('hex');
}

/** A playground while something else goes on. */
export interface Beside {
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves the playground beside what else goes on: at the usual port, or at any that is free; `undefined` where one cannot listen at all. */
export async function serveBeside(web: Web, host: string): Promise<Beside | undefined> {
  for (const port of [USUAL_PORT, 0]) {
    try {
      return await serveAt(web, { host, port });
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
    }
  }
  return undefined;
}

async function serveAt(web: Web, address: { readonly host: string; readonly port: number }): Promise<Beside> {
  const stopping = new AbortController();
  const listening = Promise.withResolvers<string>();
  const ended = serve([web], { address, until: stopping.signal, tell: () => {}, onListening: listening.resolve });
  const at = await Promise.race([listening.promise, ended]);
  if (at === undefined) throw new Error('the playground ended before it began');
  return {
    address: at,
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
