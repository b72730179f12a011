import { chat } from '../adapters/terminal/index.ts';
import { createPaper, createPoster } from '../adapters/terminal/paper.ts';
import { TERMINAL_ACTOR } from '../adapters/terminal/receive.ts';
import type { Config } from '../config.ts';
import type { Problem } from '../core/content/problem.ts';
import type { Language } from '../core/content/schema.ts';
import { type Words, wordsIn } from '../core/i18n/words.ts';
import type { Preferences } from '../core/ports.ts';
import type { Content } from './content.ts';
import { type Memory, openMemories } from './memory.ts';
import { notice } from './notice.ts';
import { dailyOn, keepTicking, type Ticking } from './ticking.ts';
import { openTutor, type World } from './tutor.ts';

interface StartOptions {
  readonly config: Config;
  /** Answer in this language whatever the person writes in, until they choose another; for this time only. */
  readonly lang?: Language;
}

/**
 * Talks on the platforms that the settings name; where they name none, in the
 * terminal. What the person chooses there holds the next time too.
 */
export async function start({ config, lang }: StartOptions): Promise<void> {
  if (config.slack || config.discord) {
    // Whoever talks in the terminal need not wait for the platforms' code.
    const { servePlatforms } = await import('./platforms.ts');
    return servePlatforms(config);
  }
  const memory = await openMemories(config);
  try {
    await talk(config, lang === undefined ? memory : { ...memory, preferences: beginningIn(lang, memory.preferences) });
  } finally {
    await memory.close();
  }
}

async function talk(config: Config, { preferences, records, reviews }: Memory): Promise<void> {
  const paper = createPaper(process.stdout);
  const poster = createPoster(paper);
  // Whatever is told to wake up before the passes have begun is found by the first one.
  let ticking: Ticking | undefined;
  const world: World = {
    preferences,
    ...(reviews && { reviews }),
    ...(records && { records, laneOf: poster.laneOf, wake: () => ticking?.wake() }),
  };
  const { bot, services, knowledge, problems, watch } = await openTutor(config, world);
  const words = wordsIn(config.language);
  const check = checkCommand(config.contentDir);
  const errors = problems().filter(isError);
  if (errors.length > 0) notice(words.notesProblems(errors.length, check));
  const tell = process.stdin.isTTY ? paper.tell : notice;
  const watching = watch((content) => tell(reloaded(content, words, check).join('\n')));
  ticking = records && keepTicking(dailyOn(records, new Map([['terminal', poster]]), services), services.log);
  try {
    await chat({
      ...{ bot, paper, input: process.stdin, output: process.stdout },
      // Where this fails, the bot will say so at the first question.
      language: (await preferences.languageOf(TERMINAL_ACTOR).catch(() => undefined)) ?? config.language,
      commandName: config.command,
      concepts: knowledge().library.concepts.size,
    });
  } finally {
    watching?.stop();
    await ticking?.stop();
  }
}

/** The command that lists the problems, as it can be typed also where the program is not installed for all. */
function checkCommand(folder: string | undefined): string {
  if (folder === undefined) return 'npx kubetutor check';
  return `npx kubetutor check ${/\s/.test(folder) ? `"${folder}"` : folder}`;
}

/** What to tell of a reload: what is known now, what is broken, and the concepts that were renamed and recognised. */
function reloaded({ knowledge, problems, standIns, edits }: Content, words: Words, check: string): string[] {
  const lost = problems.filter((problem) => isError(problem) && !standIns.includes(problem.file)).length;
  const renamed = edits.filter(({ changed }) => changed.includes('name'));
  return [
    standIns.length > 0 ? words.notesKept(standIns.join(words.listJoin), check) : words.notesReloaded(knowledge.library.concepts.size),
    ...(lost > 0 ? [words.notesProblems(lost, check)] : []),
    ...renamed.map(({ was, now, id }) => words.conceptRenamed(was, now, id)),
  ];
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

/** The same preferences, but for a language that is not kept, and holds until another is chosen. */
function beginningIn(language: Language, preferences: Preferences): Preferences {
  let passing: Language | undefined = language;
  return {
    ...preferences,
    languageOf: async (actor) => passing ?? preferences.languageOf(actor),
    async setLanguage(actor, chosen) {
      await preferences.setLanguage(actor, chosen);
      passing = undefined;
    },
  };
}
