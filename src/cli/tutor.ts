import { setImmediate } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { type Bot, createBot } from '../core/bot.ts';
import { assemble } from '../core/content/assemble.ts';
import { loadFolder } from '../core/content/load.ts';
import type { Problem } from '../core/content/problem.ts';
import type { Language } from '../core/content/schema.ts';
import { createKnowledge } from '../core/knowledge.ts';
import type { Knowledge } from '../core/ports.ts';
import type { ActorId } from '../core/turn.ts';
import { readFolder } from '../files/read-folder.ts';

/** The bot with the notes that it answers from. */
export interface Tutor {
  readonly bot: Bot;
  knowledge(): Knowledge;
  /** What is wrong in the notes. */
  readonly problems: readonly Problem[];
}

/** How long indexing may keep others waiting. */
const SLICE_MS = 20;

/**
 * Loads the shipped notes and the team's own, and puts a bot on them.
 *
 * @throws ContentError when a folder is not there.
 */
export async function openTutor(config: Config): Promise<Tutor> {
  const { knowledge, problems } = await loadKnowledge(config);
  return { bot: createBotFor(config, () => knowledge), knowledge: () => knowledge, problems };
}

async function loadKnowledge({ shippedContent, contentDir }: Config): Promise<{ knowledge: Knowledge; problems: Problem[] }> {
  const shipped = await readFolder(shippedContent);
  const own = contentDir === undefined ? { files: [], problems: [] } : await readFolder(contentDir);
  const loaded = { shipped: loadFolder(shipped.files, false), own: loadFolder(own.files, true) };
  const knowledge = await createKnowledge(assemble(loaded.shipped, loaded.own), inSlices());
  return { knowledge, problems: [...shipped.problems, ...loaded.shipped.problems, ...own.problems, ...loaded.own.problems] };
}

/** Lets others run whenever a slice of time is used up. */
function inSlices(): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < SLICE_MS) return undefined;
    return setImmediate().then(() => {
      began = performance.now();
    });
  };
}

function createBotFor(config: Config, knowledge: () => Knowledge): Bot {
  const languages = new Map<ActorId, Language>();
  return createBot({
    knowledge,
    preferences: {
      languageOf: async (actor) => languages.get(actor),
      setLanguage: async (actor, language) => {
        languages.set(actor, language);
      },
    },
    log: {
      incident: (id, error) =>
        process.stderr.write(`incident ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    },
    random: Math.random,
    fallbackLanguage: config.language,
    commandName: config.command,
  });
}
