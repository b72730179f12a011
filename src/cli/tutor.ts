import type { Config } from '../config.ts';
import { type Bot, createBot } from '../core/bot.ts';
import type { Problem } from '../core/content/problem.ts';
import type { Language } from '../core/content/schema.ts';
import type { Knowledge, Preferences } from '../core/ports.ts';
import type { ActorId } from '../core/turn.ts';
import { watchFolder } from '../files/watch-folder.ts';
import { type Content, loadContent } from './content.ts';

/** The bot with the notes that it answers from. */
export interface Tutor {
  readonly bot: Bot;
  knowledge(): Knowledge;
  /** What is wrong in the notes. */
  problems(): readonly Problem[];
  /** Loads the team's own notes anew whenever they change, until it is stopped. */
  watch(onLoaded: (content: Content) => void): Promise<{ look(): Promise<void>; stop(): void }>;
}

/**
 * Loads the shipped notes and the team's own, and puts a bot on them.
 *
 * @throws ContentError when a folder is not there.
 */
export async function openTutor(config: Config, preferences: Preferences = createPassingPreferences()): Promise<Tutor> {
  let content = await loadContent(config);
  const bot = createBot({
    knowledge: () => content.knowledge,
    preferences,
    log: {
      incident: (id, error) =>
        process.stderr.write(`incident ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    },
    random: Math.random,
    fallbackLanguage: config.language,
    commandName: config.command,
  });
  return {
    bot,
    knowledge: () => content.knowledge,
    problems: () => content.problems,
    async watch(onLoaded) {
      if (config.contentDir === undefined) return { look: async () => {}, stop: () => {} };
      return watchFolder(config.contentDir, {
        async onChange(contents) {
          content = await loadContent(config, contents, content.sound);
          onLoaded(content);
        },
      });
    },
  };
}

/** What people choose, for as long as the program runs. */
function createPassingPreferences(): Preferences {
  const languages = new Map<ActorId, Language>();
  return {
    languageOf: async (actor) => languages.get(actor),
    setLanguage: async (actor, language) => {
      languages.set(actor, language);
    },
  };
}
