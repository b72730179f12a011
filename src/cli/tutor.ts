import type { Config } from '../config.ts';
import { type Bot, createBot } from '../core/bot.ts';
import type { Problem } from '../core/content/problem.ts';
import type { Knowledge, Log, Services } from '../core/ports.ts';
import { createMemoryModel } from '../core/review/memory.ts';
import { readFolder } from '../files/read-folder.ts';
import { type FolderWatch, watchFolder } from '../files/watch-folder.ts';
import { type Content, loadContent, reloadContent } from './content.ts';
import { createPassingPreferences } from './memory.ts';

/** The bot with the notes that it answers from. */
export interface Tutor {
  readonly bot: Bot;
  readonly services: Services;
  knowledge(): Knowledge;
  /** What is wrong in the notes. */
  problems(): readonly Problem[];
  /** Loads the team's own notes anew whenever they change, until it is stopped; nothing where there are none. */
  watch(onLoaded: (content: Content) => void): FolderWatch | undefined;
}

/** What a tutor is given that is more than an answering machine: a memory, and ways to post. */
export type World = Partial<Pick<Services, 'preferences' | 'records' | 'reviews' | 'inbox' | 'digests' | 'laneOf' | 'wake' | 'log'>>;

/**
 * Loads the shipped notes and the team's own, and puts a bot on them.
 *
 * @throws ContentError when a folder is not there.
 */
export async function openTutor(config: Config, { preferences = createPassingPreferences(), ...world }: World = {}): Promise<Tutor> {
  const own = config.contentDir === undefined ? undefined : await readFolder(config.contentDir);
  let content = await loadContent(config, own);
  const services: Services = {
    knowledge: (space) => (space === undefined ? undefined : content.inSpaces.get(space)?.knowledge) ?? content.knowledge,
    preferences,
    log,
    now: () => new Date(),
    random: Math.random,
    fallbackLanguage: config.language,
    zone: config.zone,
    model: createMemoryModel(config.memory),
    commandName: config.command,
    laneOf: () => undefined,
    wake: () => {},
    ...world,
  };
  return {
    bot: createBot(services),
    services,
    knowledge: () => content.knowledge,
    problems: () => content.problems,
    watch(onLoaded) {
      if (config.contentDir === undefined || !own) return undefined;
      return watchFolder(config.contentDir, own, {
        async onChange(contents) {
          content = await reloadContent(config, contents, content);
          onLoaded(content);
        },
        onFailure: (error) => services.log.incident('reload', error),
      });
    },
  };
}

/** Bugs go to standard error. */
export const log: Log = {
  incident: (id, error) =>
    void process.stderr.write(`incident ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
};
