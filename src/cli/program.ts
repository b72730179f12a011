import { createRequire } from 'node:module';
import { Command, InvalidArgumentError, Option } from 'commander';
import { misspeltSettings, readConfig } from '../config.ts';
import { ContentError } from '../core/errors.ts';

/**
 * Runs the command line: `kubetutor [start]`, `ask`, `check`, `notes`, `eval`, `questions`, `export`, `gaps`, `discord register`, `doctor`, `backup`, `restore`, `store copy`, `rebuild-standings`, `rebuild-memories`.
 *
 * Each command's code is loaded only when it is asked for.
 */
export async function runCommandLine(argv: readonly string[]): Promise<void> {
  endWithTheReader(process.stdout);
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Whoever reads our output may have enough of it, such as `head`: then there is nothing left to do, and nothing wrong. */
function endWithTheReader(output: NodeJS.WriteStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

const language = () => new Option('--lang <language>', 'answer in English or Chinese').choices(['en', 'zh']);
const content = () => new Option('--content <dir>', 'a folder of your own notes, beside the shipped ones (or CONTENT_DIR)');

function createProgram(): Command {
  const program = new Command('kubetutor')
    .description('A chat tutor for teams that are learning Docker and Kubernetes, in English and Chinese.')
    .version(createRequire(import.meta.url)('../../package.json').version, '--version', 'print the version')
    .showHelpAfterError('(kubetutor --help shows how)')
    .addHelpText(
      'after',
      '\nExamples:\n  kubetutor                            talk to the tutor in the terminal\n  kubetutor ask "what is kubelet"      ask one question\n  kubetutor check my-notes             check a folder of notes',
    );

  program
    .command('start', { isDefault: true })
    .description(
      'talk to the tutor in the terminal and in a browser; from a pipe, answer one question a line; with PORT, in a browser only',
    )
    .addOption(content())
    .addOption(language())
    .usage('[options]')
    .argument('[words...]')
    .action(async (words: string[], options) => {
      if (words.length > 0) {
        throw new ContentError(
          'There is no such command. To ask something: kubetutor ask "what is kubelet"\n(kubetutor --help shows all commands)',
        );
      }
      await (await import('./start.ts')).start({ ...options, config: configFrom(options) });
    });

  program
    .command('ask')
    .description('answer one question')
    .argument('[question...]', 'the question, in English or Chinese')
    .addOption(content())
    .addOption(language())
    .option('--json', 'print {"kind","concepts","suggestions","lang","title","text"}')
    .option('--batch', 'read JSON lines {"id","text"} and write {"id","kind","concepts","suggestions","lang","ms"} in order')
    .action(async (words: string[], options) =>
      (await import('./ask.ts')).ask(words.join(' '), { ...options, config: configFrom(options) }),
    );

  program
    .command('check')
    .description('check notes: every problem at once, as file:line:column: what is wrong: how to mend it')
    .argument('[dir]', 'the folder of notes (default: the shipped ones)')
    .option('--json', 'print {"concepts":N,"errors":[…],"warnings":[…]}')
    .action(async (dir: string | undefined, options) => (await import('./check.ts')).check(dir, { ...options, config: configFrom({}) }));

  program
    .command('notes')
    .description('show what was understood of Markdown notes, and what was skipped and why')
    .argument('<path>', 'a note, or a folder of notes')
    .option('--json', 'print {"concepts":[…],"cards":[…],"diagrams":[…],"skipped":[…]}')
    .action(async (path: string, options) => (await import('./notes.ts')).showNotes(path, { ...options, config: configFrom({}) }));

  program
    .command('eval')
    .description('ask the example questions (*.test.yaml) and print how many are answered rightly')
    .addOption(content())
    .option('--json', 'print the scores as JSON, a file a line')
    .option('--leave-one-out', 'ask all ways to ask that the notes hold instead, each as if it had not been written')
    .option('--own', 'ask only the questions of your own files')
    .option('--misses <file>', 'also list the questions that went wrong, of the files whose name holds this')
    .action(async ({ leaveOneOut, ...options }) => {
      const given = { ...options, config: configFrom(options) };
      if (leaveOneOut) await (await import('./eval-asks.ts')).evaluateAsks(given);
      else await (await import('./eval.ts')).evaluate(given);
    });

  program
    .command('questions')
    .description('print quiz questions as learners meet them')
    .addOption(content())
    .addOption(language())
    .option('--count <n>', 'how many', wholeNumber, 10)
    .option('--seed <seed>', 'the same seed gives the same questions', '1')
    .option('--deck <id>', 'only the concepts of this deck')
    .option('--concept <id>', 'only this concept, each of its questions once, those written in the notes first')
    .option(
      '--json',
      'print an object a line: {"id","lang","concept","question","options","answer","option_concepts","explanation","seed"}',
    )
    .action(async (options) => (await import('./questions.ts')).questions({ ...options, config: configFrom(options) }));

  program
    .command('export')
    .description('write the cards of the notes into a file for Anki or a spreadsheet')
    .addOption(content())
    .addOption(language())
    .option('--anki <file>', 'a text file that Anki 2.1.54 or later imports')
    .option('--csv <file>', 'comma-separated values')
    .option('--deck <id>', 'only the concepts of this deck')
    .action(async (options) => (await import('./export.ts')).exportCards({ ...options, config: configFrom(options) }));

  program
    .command('gaps')
    .description('list what people asked in vain, what they say is wrong, what quizzes show, with skeletons of the concepts to write')
    .addOption(content())
    .addOption(language())
    .option('--json', 'print {"gaps":[…],"mended":[…],"wrong":[…],"revised":[…],"missed":[…],"questions":{…}}')
    .action(async (options) => (await import('./gaps.ts')).gaps({ ...options, config: configFrom(options) }));

  program
    .command('discord')
    .description('what is done on Discord by hand')
    .command('register')
    .description('register the commands on Discord, as each start does, and print the link that invites the bot')
    .action(async () => (await import('./discord.ts')).registerOnDiscord(configFrom({})));

  program
    .command('doctor')
    .description('check all that the bot needs, change nothing, and name each fault with its mend')
    .option('--json', 'print [{"check","isFine","said"}]')
    .action(async (options) => (await import('./doctor.ts')).doctor({ ...options, readConfig, misspelt: misspeltSettings }));

  program
    .command('backup')
    .description('write all that the bot remembers into a new file, while it runs')
    .argument('<file>')
    .action(async (file: string) => (await import('./backup.ts')).backup(file, { config: configFrom({}) }));

  program
    .command('restore')
    .description('put a backup in the place of what the bot remembers, and keep the old beside it; the bot must be stopped')
    .argument('<file>')
    .action(async (file: string) => (await import('./backup.ts')).restore(file, { config: configFrom({}) }));

  program
    .command('rebuild-standings')
    .description('count the leaderboards again from what people answered, and say how many lines were wrong; the bot may run')
    .action(async () => (await import('./rebuild-standings.ts')).rebuildStandings(configFrom({})));

  program
    .command('rebuild-memories')
    .description('make what is remembered of learners anew from the log of their reviews and answers; say how much had not been so')
    .action(async () => (await import('./rebuild-memories.ts')).rebuildMemories(configFrom({})));

  program
    .command('store')
    .description('what is done with all that the bot remembers')
    .command('copy')
    .description('copy it into another, empty store; no bot may run on either; broken off, run it again and it goes on')
    .argument('<from>', 'a data folder, or postgres://user:password@host/database')
    .argument('<to>', 'the same, of an empty store')
    .action(async (from: string, to: string) => (await import('./store-copy.ts')).storeCopy(from, to));

  return program;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 100_000) throw new InvalidArgumentError('Write a whole number from 1 to 100000.');
  return number;
}

function configFrom({ content: contentDir, lang }: { content?: string; lang?: 'en' | 'zh' }) {
  const config = readConfig();
  return { ...config, contentDir: contentDir ?? config.contentDir, language: lang ?? config.language };
}
