import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { plainScreen, renderReply, screenOf } from '../adapters/terminal/render.ts';
import type { Config } from '../config.ts';
import type { Bot } from '../core/bot.ts';
import type { Language } from '../core/content/schema.ts';
import { ContentError } from '../core/errors.ts';
import type { Reply } from '../core/reply.ts';
import { openTutor } from './tutor.ts';

interface AskOptions {
  readonly config: Config;
  readonly lang?: Language;
  readonly json?: boolean;
  readonly batch?: boolean;
}

/** Answers one question, or with `batch` one for each line of standard input. */
export async function ask(question: string, options: AskOptions): Promise<void> {
  if (!options.batch && question.trim() === '') throw new ContentError('Ask something, for example: kubetutor ask "what is kubelet"');
  const { bot } = await openTutor(options.config);
  if (options.batch) return askBatch(bot, options);
  const reply = await replyTo(bot, question, options);
  process.stdout.write(
    options.json ? `${JSON.stringify(asData(reply, options))}\n` : `${renderReply(withoutButtons(reply), screenOf(process.stdout))}\n`,
  );
}

/** The way that a learner's message takes, without the look whether it is another command. */
function replyTo(bot: Bot, q: string, { lang, config }: AskOptions): Promise<Reply> {
  return bot.reply({
    id: 'command-line',
    intent: { command: 'ask', args: { q, ...(lang && { lang }) } },
    actor: { id: 'terminal:command-line', name: 'you', locale: config.language, account: async () => ({ canManage: false }) },
    conversation: { id: 'terminal:command-line', space: 'terminal:command-line', isDirect: true },
  });
}

/** Nothing can be pressed on the command line. */
const withoutButtons = (reply: Reply): Reply => ({ ...reply, blocks: reply.blocks.filter(({ kind }) => kind !== 'buttons') });

function asData(reply: Reply, options: AskOptions) {
  const [heading, ...rest] = withoutButtons(reply).blocks;
  const title = heading?.kind === 'heading' ? heading.text : '';
  const text = renderReply({ ...reply, blocks: title === '' && heading ? [heading, ...rest] : rest }, plainScreen);
  return { ...outcomeOf(reply, options), title, text };
}

function outcomeOf({ outcome }: Reply, { lang, config }: AskOptions) {
  return {
    kind: outcome?.kind ?? 'unknown',
    concepts: outcome?.concepts ?? [],
    suggestions: outcome?.suggestions ?? [],
    lang: outcome?.language ?? lang ?? config.language,
  };
}

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

async function askBatch(bot: Bot, options: AskOptions): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    await write(`${JSON.stringify(await answerLine(line, number, bot, options))}\n`);
  }
}

async function answerLine(line: string, number: number, bot: Bot, options: AskOptions) {
  const asked = parseLine(line);
  if (!asked) return { line: number, error: 'this line is no JSON object {"id": …, "text": "…"}' };
  const began = performance.now();
  const reply = await replyTo(bot, asked.text, options);
  return { id: asked.id, ...outcomeOf(reply, options), ms: Number((performance.now() - began).toFixed(3)) };
}

function parseLine(line: string) {
  try {
    return lineSchema.safeParse(JSON.parse(line.trim())).data;
  } catch {
    return undefined;
  }
}

/** Writes, and waits where the reader is slow. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
