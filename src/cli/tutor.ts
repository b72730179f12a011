import type { Config } from '../config.ts';
import { type Bot, createBot } from '../core/bot.ts';
import type { Problem } from '../core/content/problem.ts';
import type { Knowledge, Log, Preferences } from '../core/ports.ts';
import { readFolder } from '../files/read-folder.ts';
import { type FolderWatch, watchFolder } from '../files/watch-folder.ts';
import { type Content, loadContent, reloadContent } from './content.ts';
import { createPassingPreferences } from './memory.ts';

/** The bot with the notes that it answers from. */
export interface Tutor {
  readonly bot: Bot;
  knowledge(): Knowledge;
  /** What is wrong in the notes. */
  problems(): readonly Problem[];
  /** Loads the team's own notes anew whenever they change, until it is stopped; nothing where there are none. */
  watch(onLoaded: (content: Content) => void): FolderWatch | undefined;
}

/**
 * Loads the shipped notes and the team's own, and puts a bot on them.
 *
 * @throws ContentError when a folder is not there.
 */
export async function openTutor(config: Config, preferences: Preferences = createPassingPreferences()): Promise<Tutor> {
  const own = config.contentDir === undefined ? undefined : await readFolder(config.contentDir);
  let content = await loadContent(config, own);
  const bot = createBot({
    knowledge: () => content.knowledge,
    preferences,
    log,
    random: Math.random,
    fallbackLanguage: config.language,
    commandName: config.command,
  });
  return {
    bot,
    knowledge: () => content.knowledge,
    problems: () => content.problems,
    watch(onLoaded) {
      if (config.contentDir === undefined || !own) return undefined;
      return watchFolder(config.contentDir, own, {
        async onChange(contents) {
          content = await reloadContent(config, contents, content);
          onLoaded(content);
        },
        onFailure: (error) => log.incident('reload', error),
      });
    },
  };
}

const log: Log = {
  incident: (id, error) =>
    void process.stderr.write(`incident ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
};
