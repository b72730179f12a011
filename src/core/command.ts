import { z } from 'zod';
import type { Language } from './content/schema.ts';
import { UserError } from './errors.ts';
import type { Form } from './form.ts';
import type { Words } from './i18n/words.ts';
import type { Intent } from './intent.ts';
import type { Knowledge, Services } from './ports.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** What a command has at hand to answer a turn. */
export interface Context {
  readonly turn: Turn;
  readonly services: Services;
  /** The notes as they were when the turn came in. */
  readonly knowledge: Knowledge;
  readonly language: Language;
  readonly words: Words;
}

/** Who sees an answer: the person who asked, or everyone in the conversation. */
export type Audience = 'actor' | 'everyone';

/** Something that a person can ask the bot to do. */
export interface Command {
  readonly name: string;
  /** What one types for it, in both languages; the first of each is shown. */
  readonly typed: readonly string[];
  readonly audience: Audience;
  /** What was typed behind the word, as arguments; `undefined` where it makes no sense for this command, so that it is a question. */
  readonly read: (rest: string, word: string) => Readonly<Record<string, string>> | undefined;
  /** Whether its words mean it with a question mark behind them too ("what can you do?"); of others, that is a question to the notes ("digest?"). */
  readonly isAsked?: boolean;
  /** The form that these arguments open when they are pressed; where none can be opened, they are run without what would stand in it. */
  readonly form?: ((args: Readonly<Record<string, string>>, words: Words) => Form | undefined) | undefined;
  readonly run: (args: Readonly<Record<string, string>>, context: Context) => Promise<Reply>;
}

/** The argument by which a button asks for a language. */
export const languageArg = z.enum(['en', 'zh']).optional();

/** Defines a command; its arguments are checked at the door, since buttons can be forged. */
export function defineCommand<Schema extends z.ZodObject>(definition: {
  readonly name: string;
  readonly typed: readonly string[];
  readonly audience: Command['audience'];
  readonly args: Schema;
  readonly read: Command['read'];
  readonly isAsked?: boolean;
  readonly form?: Command['form'];
  readonly run: (args: z.output<Schema>, context: Context) => Promise<Reply>;
}): Command {
  const { args: schema, run, ...rest } = definition;
  return {
    ...rest,
    run: async (args, context) => {
      const parsed = schema.safeParse(args);
      if (!parsed.success) throw new UserError((words) => words.badArguments);
      return run(parsed.data, context);
    },
  };
}

/** A command that is only ever pressed: no word is typed for it. */
export const notTyped: Pick<Command, 'typed' | 'read'> = { typed: [], read: () => undefined };

/** A command that takes no words behind it: with any, the text is a question ("help me with Pods"). */
export const withoutArguments: Command['read'] = (rest) => (rest === '' ? {} : undefined);

/**
 * Reads what a person typed: a command's word first, else a question.
 *
 * The same on every platform, with or without the slash command before it.
 */
export function parseText(text: string, commands: readonly Command[], commandName: string): Intent {
  const trimmed = text.trim();
  const slash = `/${commandName}`;
  const said =
    trimmed.toLowerCase() === slash || trimmed.toLowerCase().startsWith(`${slash} `) ? trimmed.slice(slash.length).trim() : trimmed;
  if (said === '') return { command: 'help', args: {} };
  const bare = withoutMarks(said);
  const isQuestion = /[?？]/.test(said.slice(bare.length));
  const meant = isQuestion ? commands.filter(({ isAsked }) => isAsked) : commands;
  return commandIn(said, commands) ?? commandIn(bare, meant) ?? { command: 'ask', args: { q: said } };
}

function commandIn(said: string, commands: readonly Command[]): Intent | undefined {
  for (const { name, typed, read } of commands) {
    for (const word of typed) {
      const args = startsWithWord(said, word) ? read(said.slice(word.length).trim(), word) : undefined;
      if (args) return { command: name, args };
    }
  }
  return undefined;
}

/** As it would be typed without a slash before it, which other bots want, and without marks and faces behind it: `/help`, `thanks! 🙏`. */
const withoutMarks = (said: string): string => said.replace(/^[/:]/, '').match(/^.*[\p{L}\p{N}]/su)?.[0] ?? '';

/**
 * Whether a text begins with a word. Behind a Chinese word no space is needed,
 * but for a single character, which may begin another word (查看, 问题).
 */
function startsWithWord(text: string, word: string): boolean {
  if (text.slice(0, word.length).toLowerCase() !== word) return false;
  const next = text[word.length];
  return next === undefined || /\s/.test(next) || (/\p{Script=Han}{2}$/u.test(word) && !/[。，？！?!]/.test(next));
}
