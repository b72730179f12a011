import { EventEmitter } from 'node:events';
import type { Payload } from './rules.ts';

/** Somebody with an account. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly zone: string;
  readonly isAdmin: boolean;
}

/** A place to talk in; a direct message has the one person who is in it with the bot. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isArchived: boolean;
  readonly botIsMember: boolean;
  readonly isPrivate?: boolean;
  readonly personOfDirect?: string;
  /** Who is in it, where not everyone is. */
  readonly members?: readonly string[];
}

/** A message as it stands in a channel. */
export interface Message extends Payload {
  readonly ts: string;
  readonly channel: string;
  /** Who wrote it: a person's id, or the bot's. */
  readonly user: string;
  readonly thread_ts?: string | undefined;
  /** Whom alone it is shown, where it is shown to one person. */
  readonly onlyFor?: string | undefined;
  readonly metadata?: { readonly event_type: string; readonly event_payload: Readonly<Record<string, unknown>> } | undefined;
}

/** A modal as somebody sees it. */
export interface Modal extends Payload {
  readonly id: string;
  readonly private_metadata?: string;
}

/** The bot's own account. */
export const BOT = { user: 'U0BOT', bot: 'B0BOT', app: 'A0APP' } as const;

/** A workspace and all that is said in it. Whatever changes is told to those who wait. */
export function createWorkspace(team: string) {
  const people = new Map<string, Person>();
  const channels = new Map<string, Channel>();
  const messages: Message[] = [];
  const homes = new Map<string, Payload>();
  const modals = new Map<string, Modal>();
  const changed = new EventEmitter().setMaxListeners(0);
  let count = 0;
  const tell = () => changed.emit('change');
  const next = () => ++count;

  const workspace = {
    team,
    people,
    channels,
    messages,
    homes,
    modals,

    addPerson(name: string, about: Partial<Person> = {}): Person {
      const person = { id: `U${String(next()).padStart(4, '0')}`, name, locale: 'en-US', zone: 'Europe/Berlin', isAdmin: false, ...about };
      people.set(person.id, person);
      return person;
    },

    addChannel(name: string, about: Partial<Channel> = {}): Channel {
      const id = `${about.personOfDirect === undefined ? 'C' : 'D'}${String(next()).padStart(4, '0')}`;
      const channel = { id, name, isArchived: false, botIsMember: true, ...about };
      channels.set(channel.id, channel);
      return channel;
    },

    /** The direct message between a person and the bot. */
    directWith(person: string): Channel {
      const known = [...channels.values()].find(({ personOfDirect }) => personOfDirect === person);
      return known ?? workspace.addChannel('directmessage', { personOfDirect: person });
    },

    add(message: Omit<Message, 'ts'>): Message {
      // https://docs.slack.dev/messaging/retrieving-messages#individual_messages
      const ts = `${Math.floor(Date.now() / 1_000)}.${String(next()).padStart(6, '0')}`;
      const added = { ...message, ts };
      messages.push(added);
      tell();
      return added;
    },

    find: (channel: string, ts: string) => messages.find((message) => message.channel === channel && message.ts === ts),

    change(channel: string, ts: string, content: Payload): void {
      const at = messages.findIndex((message) => message.channel === channel && message.ts === ts);
      const old = messages[at];
      if (old) messages[at] = { ...old, ...content };
      tell();
    },

    remove(channel: string, ts: string): void {
      const at = messages.findIndex((message) => message.channel === channel && message.ts === ts);
      if (at >= 0) messages.splice(at, 1);
      tell();
    },

    setHome(person: string, view: Payload): void {
      homes.set(person, view);
      tell();
    },

    openModal(person: string, view: Payload): void {
      modals.set(person, { ...view, id: `V${next()}` });
      tell();
    },

    /** What the bot says to a person in a channel: all that others see, and what is for them alone. */
    seenBy: (person: string, channel: string): Message[] =>
      messages.filter((message) => message.channel === channel && (message.onlyFor ?? person) === person && message.user === BOT.user),

    /** Waits until something is the case. */
    async until<Found>(look: () => Found | undefined): Promise<Found> {
      for (;;) {
        const found = look();
        if (found !== undefined) return found;
        await new Promise((resolve) => changed.once('change', resolve));
      }
    },

    next,
    tell,
  };
  return workspace;
}

export type Workspace = ReturnType<typeof createWorkspace>;
