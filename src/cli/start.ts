import { chat } from '../adapters/terminal/index.ts';
import type { Config } from '../config.ts';
import { wordsIn } from '../core/i18n/words.ts';
import { openTutor } from './tutor.ts';

/** Opens the tutor in the terminal. */
export async function start(config: Config): Promise<void> {
  const { bot, knowledge, problems } = await openTutor(config);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) process.stderr.write(`${wordsIn(config.language).notesProblems(errors)}\n`);
  await chat({
    bot,
    input: process.stdin,
    output: process.stdout,
    language: config.language,
    commandName: config.command,
    concepts: knowledge().library.concepts.size,
  });
}
