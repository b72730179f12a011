import { chat } from '../adapters/terminal/index.ts';
import { terminalTurn } from '../adapters/terminal/receive.ts';
import type { Config } from '../config.ts';
import type { Language } from '../core/content/schema.ts';
import { wordsIn } from '../core/i18n/words.ts';
import { openTutor } from './tutor.ts';

/** Opens the tutor in the terminal; with `lang`, it answers in that language whatever the person writes in. */
export async function start({ config, lang }: { readonly config: Config; readonly lang?: Language }): Promise<void> {
  const tutor = await openTutor(config);
  const { bot, knowledge } = tutor;
  if (lang) await bot.reply(terminalTurn({ intent: { command: 'lang', args: { to: lang } } }, lang, 0));
  const errors = tutor.problems().filter(({ severity }) => severity === 'error').length;
  if (errors > 0) process.stderr.write(`${wordsIn(config.language).notesProblems(errors)}\n`);
  const watching = await tutor.watch(({ kept, knowledge: loaded }) => {
    const words = wordsIn(config.language);
    process.stderr.write(
      `${kept.length > 0 ? words.notesKept(kept.join(words.listJoin)) : words.notesReloaded(loaded.library.concepts.size)}\n`,
    );
  });
  await chat({
    bot,
    input: process.stdin,
    output: process.stdout,
    language: config.language,
    commandName: config.command,
    concepts: knowledge().library.concepts.size,
  });
  watching.stop();
}
