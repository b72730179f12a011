import { chat } from '../adapters/terminal/index.ts';
import { createPaper, createPoster } from '../adapters/terminal/paper.ts';
import { TERMINAL_ACTOR } from '../adapters/terminal/receive.ts';
import type { Config } from '../config.ts';
import type { Bot } from '../core/bot.ts';
import type { Language } from '../core/content/schema.ts';
import { ContentError } from '../core/errors.ts';
import { wordsIn } from '../core/i18n/words.ts';
import { platformOf } from '../core/places.ts';
import type { Poster, Preferences } from '../core/ports.ts';
import { withRateGuard } from '../core/rate-guard.ts';
import type { Lease } from '../store/lease.ts';
import { isForVisitors } from './audience.ts';
import { type Memory, openMemories } from './memory.ts';
import { notice } from './notice.ts';
import { checkCommand, isError, reloaded } from './reloaded.ts';
import { dailyOn, keepTicking, type Ticking } from './ticking.ts';
import { openTutor, type World } from './tutor.ts';

interface StartOptions {
  readonly config: Config;
  /** Answer in this language whatever the person writes in, until they choose another; for this time only. */
  readonly lang?: Language;
}

/**
 * Talks on the platforms that the settings name; where they name none, in the
 * terminal and on a page beside it, or where nobody types, on that page alone.
 * What the person chooses there holds the next time too.
 */
export async function start({ config, lang }: StartOptions): Promise<void> {
  if (config.slack || config.discord || isForVisitors(config)) {
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
  const posters = new Map<string, Poster>([['terminal', createPoster(paper)]]);
  // Whatever is told to wake up before the passes have begun is found by the first one.
  let ticking: Ticking | undefined;
  const world: World = {
    preferences,
    ...(reviews && { reviews }),
    ...(records && { records, laneOf: (to) => posters.get(platformOf(to.conversation))?.laneOf(to), wake: () => ticking?.wake() }),
  };
  const { bot, services, knowledge, problems, watch } = await openTutor(config, world);
  const words = wordsIn(config.language);
  const check = checkCommand(config.contentDir);
  const errors = problems().filter(isError);
  if (errors.length > 0) notice(words.notesProblems(errors.length, check));
  const tell = process.stdin.isTTY ? paper.tell : notice;
  // Whoever pipes questions in does not look at a page meanwhile.
  const page = process.stdin.isTTY ? await openPage(bot, config) : undefined;
  if (page) posters.set(page.web.adapter.platform, page.web.adapter.poster);
  const watching = watch((content) => {
    tell(reloaded(content, words, check).join('\n'));
    void page?.web.notesChanged((own) => reloaded(content, own, check));
  });
  const posting = records && (await postingHere(config));
  ticking = posting && keepTicking(dailyOn(records, posters, services), services.log);
  try {
    await chat({
      ...{ bot, paper, input: process.stdin, output: process.stdout },
      // Where this fails, the bot will say so at the first question.
      language: (await preferences.languageOf(TERMINAL_ACTOR).catch(() => undefined)) ?? config.language,
      commandName: config.command,
      concepts: knowledge().library.concepts.size,
      page: page?.address,
    });
  } finally {
    watching?.stop();
    await ticking?.stop();
    posting?.release();
    await page?.stop();
  }
}

/** The right to post what is due; where another process has it, people are told, and what is due comes up there. */
async function postingHere(config: Config): Promise<Lease | undefined> {
  const { takePosting } = await import('./posting.ts');
  try {
    return takePosting(config, 'a talk in a terminal');
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    notice(wordsIn(config.language).postedElsewhere);
    return undefined;
  }
}

async function openPage(bot: Bot, config: Config) {
  const { openPlayground, serveBeside } = await import('./playground.ts');
  const { createPictures } = await import('../pictures/index.ts');
  const pictures = createPictures();
  const guarded = withRateGuard(bot, config.language, () => new Date());
  const web = await openPlayground(guarded, config, pictures.draw);
  const served = await serveBeside(web, config.host);
  const stop = async () => {
    await served?.stop();
    await pictures.close();
  };
  return { web, address: served?.address, stop };
}

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
