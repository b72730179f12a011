import { createInterface } from 'node:readline/promises';
import type { Bot } from '../../core/bot.ts';
import type { Language } from '../../core/content/schema.ts';
import { type Form, fill } from '../../core/form.ts';
import { type Words, wordsIn } from '../../core/i18n/words.ts';
import type { Intent } from '../../core/intent.ts';
import { wrap } from './layout.ts';
import type { Paper } from './paper.ts';
import { receiveLine, terminalTurn } from './receive.ts';
import { screenOf } from './render.ts';

/** What the chat needs: the bot, where to read and write, and how to greet. */
export interface TerminalOptions {
  readonly bot: Bot;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** What replies are written on; of the same output. */
  readonly paper: Paper;
  readonly language: Language;
  readonly commandName: string;
  /** How many concepts there are, for the greeting. */
  readonly concepts: number;
  /** Where one can also talk to the bot in a browser. */
  readonly page?: string | undefined;
}

const PROMPT = '› ';
const DEMONSTRATION: readonly { q: string; lang: Language }[] = [
  { q: 'what is kubelet', lang: 'en' },
  { q: 'kubelet 是什么', lang: 'zh' },
];

/**
 * Chats until the input ends. On a terminal it greets, prompts and keeps a
 * history; from a pipe it answers each line, and with nothing on it shows a
 * short demonstration.
 */
export async function chat(options: TerminalOptions): Promise<void> {
  if (options.input.isTTY) return chatOnTerminal(options);
  let lines = 0;
  const session = createSession(options);
  const reader = createInterface({ input: options.input, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of reader) {
    if (line.trim() === '' && !session.isAsking()) continue;
    lines += 1;
    if ((await session.say(line)) === 'leave') break;
  }
  // To leave the loop is not to stop reading, and whoever reads is kept alive by an open input.
  reader.close();
  if (lines === 0) await demonstrate(session, options);
}

async function chatOnTerminal(options: TerminalOptions): Promise<void> {
  const { input, output, language, page } = options;
  const words = wordsIn(language);
  const { paint, columns } = screenOf(output);
  const session = createSession(options);
  const hints = [words.terminalHint, ...(page === undefined ? [] : [words.playgroundAt(page)])];
  const greeting = wrap(words.terminalWelcome(options.concepts), columns);
  output.write(`${paint('bold', greeting)}\n${paint('dim', wrap(hints.join('\n'), columns))}\n\n`);
  const lines = createInterface({ input, output, prompt: paint('green', PROMPT), historySize: 200, removeHistoryDuplicates: true });
  lines.on('SIGINT', () => lines.close());
  let hasTakenLeave = false;
  const prompt = () => {
    lines.prompt(true);
    options.paper.onPrompt(prompt);
  };
  prompt();
  for await (const line of lines) {
    options.paper.onPrompt(undefined);
    if (line.trim() !== '' || session.isAsking()) {
      output.write('\n');
      hasTakenLeave = (await session.say(line)) === 'leave';
      if (hasTakenLeave) break;
    }
    prompt();
  }
  options.paper.onPrompt(undefined);
  lines.close();
  // After Ctrl-C or Ctrl-D the cursor still stands behind the prompt.
  output.write(`${hasTakenLeave ? '' : '\n\n'}${session.words().terminalBye}\n`);
}

interface Session {
  /** Answers a line; tells whether the person takes leave. */
  say(line: string): Promise<'stay' | 'leave'>;
  /** Whether the next line, even an empty one, goes into a form. */
  isAsking(): boolean;
  answer(said: { intent: Intent; typed?: string }): Promise<void>;
  /** In the language of the last answer. */
  words(): Words;
}

/** One chat: it remembers the language in which it last answered. */
function createSession({ bot, output, paper, language, commandName }: TerminalOptions): Session {
  let turns = 0;
  let spoken = language;
  let opened: { readonly form: Form; readonly intent: Intent } | undefined;
  const session: Session = {
    async say(line) {
      if (opened) {
        const { intent, form } = opened;
        opened = undefined;
        if (line.trim() !== '' || form.isOptional) await session.answer({ intent: fill(intent, line) });
        return 'stay';
      }
      const received = receiveLine(line, paper.buttons(), commandName);
      if (received.kind === 'leave') return 'leave';
      if (received.kind === 'intent') await session.answer(received);
      else output.write(`${session.words().terminalNoButton(received.number)}\n\n`);
      return 'stay';
    },
    async answer(said) {
      turns += 1;
      const turn = terminalTurn(said, language, turns);
      const form = bot.formFor(turn);
      if (form) {
        opened = { form, intent: turn.intent };
        output.write(`${form.label}\n${form.hint}\n${session.words().formLine}\n\n`);
        return;
      }
      const reply = await bot.reply(turn);
      spoken = reply.language ?? spoken;
      paper.show(reply);
    },
    isAsking: () => opened !== undefined,
    words: () => wordsIn(spoken),
  };
  return session;
}

async function demonstrate(session: Session, { output, language }: TerminalOptions): Promise<void> {
  for (const { q, lang } of DEMONSTRATION) {
    output.write(`${PROMPT}${q}\n\n`);
    await session.answer({ intent: { command: 'ask', args: { q, lang } } });
  }
  output.write(`${wordsIn(language).terminalNoQuestions}\n`);
}
