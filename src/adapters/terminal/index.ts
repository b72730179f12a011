import { createInterface } from 'node:readline/promises';
import type { Bot } from '../../core/bot.ts';
import type { Language } from '../../core/content/schema.ts';
import { wordsIn } from '../../core/i18n/words.ts';
import type { Button, Reply } from '../../core/reply.ts';
import { receiveLine, terminalTurn } from './receive.ts';
import { buttonsOf, paintFor, renderReply } from './render.ts';

/** What the chat needs: the bot, where to read and write, and how to greet. */
export interface TerminalOptions {
  readonly bot: Bot;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly language: Language;
  readonly commandName: string;
  /** How many concepts there are, for the greeting. */
  readonly concepts: number;
}

const PROMPT = '› ';
const DEMONSTRATION = ['what is kubelet', 'kubelet 是什么'];

/**
 * Chats until the input ends. On a terminal it greets, prompts and keeps a
 * history; from a pipe it answers each line, and with nothing on it shows a
 * short demonstration.
 */
export async function chat(options: TerminalOptions): Promise<void> {
  if (options.input.isTTY) return chatOnTerminal(options);
  let lines = 0;
  const session = createSession(options);
  for await (const line of createInterface({ input: options.input })) {
    if (line.trim() === '') continue;
    lines += 1;
    await session.say(line);
  }
  if (lines === 0) await demonstrate(session, options);
}

async function chatOnTerminal(options: TerminalOptions): Promise<void> {
  const { input, output, language } = options;
  const words = wordsIn(language);
  const paint = paintFor(output);
  const session = createSession(options);
  output.write(`${paint('bold', words.terminalWelcome(options.concepts))}\n${paint('dim', words.terminalHint)}\n\n`);
  const lines = createInterface({ input, output, prompt: paint('green', PROMPT), historySize: 200, removeHistoryDuplicates: true });
  lines.on('SIGINT', () => lines.close());
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') await session.say(line);
    lines.prompt();
  }
  output.write(`\n${words.terminalBye}\n`);
}

/** One chat: it remembers the last reply's buttons, so that a number presses one. */
function createSession({ bot, output, language, commandName }: TerminalOptions) {
  const paint = paintFor(output);
  let buttons: readonly Button[] = [];
  let turns = 0;
  const show = (reply: Reply) => {
    buttons = buttonsOf(reply);
    output.write(`${renderReply(reply, paint)}\n\n`);
  };
  return {
    async say(line: string): Promise<void> {
      const intent = receiveLine(line, buttons, commandName);
      if ('noButton' in intent) {
        output.write(`${wordsIn(language).terminalNoButton(intent.noButton)}\n\n`);
        return;
      }
      turns += 1;
      show(await bot.reply(terminalTurn(intent, language, turns)));
    },
  };
}

async function demonstrate(session: { say(line: string): Promise<void> }, { output }: TerminalOptions): Promise<void> {
  for (const line of DEMONSTRATION) {
    output.write(`${PROMPT}${line}\n\n`);
    await session.say(line);
  }
}
