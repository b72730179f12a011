import { createPassingPreferences } from '../../src/cli/memory.ts';
import { createBot } from '../../src/core/bot.ts';
import { parseText } from '../../src/core/command.ts';
import { COMMANDS } from '../../src/core/commands/index.ts';
import type { Library } from '../../src/core/content/library.ts';
import type { Language } from '../../src/core/content/schema.ts';
import { decodeIntent, encodeIntent } from '../../src/core/intent.ts';
import { around } from '../../src/core/knowledge.ts';
import type { Services } from '../../src/core/ports.ts';
import type { Block, Button, Reply } from '../../src/core/reply.ts';
import type { Finding } from '../../src/core/search/search.ts';
import type { Account, Actor, Conversation, Pressed } from '../../src/core/turn.ts';
import { libraryOf, NOTES } from './notes.ts';
import { usualServices } from './services.ts';

const NOTHING: Finding = { kind: 'unknown', ids: [], others: [], isComparison: false, mended: [], confidence: 0 };

/** What search would find: nothing, but for what is said. */
export const finding = (said: Partial<Finding>): Finding => ({ ...NOTHING, ...said });

/** A finding that is sure. */
export const answer = (...ids: readonly string[]): Finding => finding({ kind: 'answer', ids, isComparison: ids.length > 1 });

/** Someone of whom their platform tells no more than is said here. */
export const personCalled = (name: string, account: Account = { canManage: false }): Actor => ({
  id: `test:${name.toLowerCase()}`,
  name,
  locale: undefined,
  account: async () => account,
});

/** One person alone with the bot. */
export const ROOM: Conversation = { id: 'test:room', space: 'test:space', isDirect: true };

/** Where others are too. */
export const CHANNEL: Conversation = { id: 'test:channel', space: 'test:space', isDirect: false };

interface World {
  readonly library?: Library;
  /** What each question finds; every other one finds nothing. */
  readonly findings?: Readonly<Record<string, Finding>>;
  /** The concepts that any text names. */
  readonly terms?: readonly string[];
  readonly locale?: Language | undefined;
  readonly services?: Partial<Services>;
  /** Who speaks and where, when it is not Ann by herself. */
  readonly turn?: { readonly actor?: Actor; readonly conversation?: Conversation; readonly pressed?: Pressed; readonly isOpen?: boolean };
}

/** A bot on a few notes and one person who talks to it; `incidents` holds the bugs that it logged. */
export function tutorFor({ library = libraryOf(NOTES), findings = {}, terms = [], locale, services, turn }: World = {}) {
  const incidents: { id: string; error: unknown }[] = [];
  const find = (question: string) => (Object.hasOwn(findings, question) ? (findings[question] ?? NOTHING) : NOTHING);
  const bot = createBot({
    knowledge: () => ({ ...around(library), find, termsIn: () => terms }),
    preferences: createPassingPreferences(),
    log: { incident: (id, error) => incidents.push({ id, error }) },
    now: () => new Date('2026-03-02T12:00:00Z'),
    zone: 'Asia/Shanghai',
    laneOf: () => undefined,
    ...usualServices(),
    ...services,
  });
  const here = { actor: { ...personCalled('Ann'), locale }, conversation: ROOM, ...turn };
  return {
    bot,
    incidents,
    /** Types a text. */
    say: (text: string): Promise<Reply> => bot.reply({ id: 'turn', intent: parseText(text, COMMANDS, 'k8s'), typed: text, ...here }),
    /** Presses a button, by way of what its platform keeps of it. */
    press: (button: Pick<Button, 'intent'>): Promise<Reply> =>
      bot.reply({ id: 'turn', intent: decodeIntent(encodeIntent(button.intent)), ...here }),
  };
}

/** The buttons of a reply. */
export const buttonsOf = (reply: Reply): Button[] => reply.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));

/** The button with a label. */
export function buttonOf(reply: Reply, label: string): Button {
  const found = buttonsOf(reply).find((button) => button.label === label);
  if (!found) throw new Error(`no button "${label}" among ${buttonsOf(reply).map((button) => button.label)}`);
  return found;
}

/** All that a reply shows, as one text. */
export const textOf = ({ summary, blocks }: Reply): string => [summary, ...blocks.map(textIn)].join('\n');

function textIn(block: Block): string {
  switch (block.kind) {
    case 'divider':
      return '';
    case 'picture':
      return [block.alt, ...block.instead.map(textIn)].join('\n');
    case 'buttons':
      return block.buttons.map(({ label }) => label).join('\n');
    case 'ranking':
      return block.rows.map(({ rank, name, score }) => `${rank}. ${name} ${score}`).join('\n');
    case 'caption':
      return [block.text, ...(block.links ?? []).map(({ url }) => url)].join('\n');
    default:
      return block.text;
  }
}
