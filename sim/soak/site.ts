/** A button that somebody sees. */
export interface SeenButton {
  readonly label: string;
  /** What it asks the bot for, as it is written on it. */
  readonly intent: string;
}

/** Something that the bot showed. */
export interface Shown {
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  /** What comes of it when somebody presses a button; nothing where nothing came in time. */
  press(person: number, button: SeenButton): Promise<Shown | undefined>;
}

/** One platform with people on it, who see what the bot does there and know nothing else. */
export interface Site {
  readonly platform: 'slack' | 'discord';
  readonly languages: readonly ('en' | 'zh')[];
  /** The id that the bot knows a person by. */
  actor(person: number): string;
  /** A command, typed among others but answered in private. */
  type(person: number, text: string): Promise<Shown | undefined>;
  mention(person: number, text: string): Promise<Shown | undefined>;
  /** What is offered while somebody types; absent where the platform has no such thing. */
  readonly complete?: (person: number, text: string) => Promise<Shown | undefined>;
  /** Arranges the quiz of the day in a new channel; the channel's name for {@link Site.posts}. */
  arrange(when: string): Promise<{ readonly channel: string; readonly shown: Shown | undefined }>;
  /** What the bot posted in a channel for everyone. */
  posts(channel: string): readonly Shown[];
  /** Forgets what is older than that, and nobody looks at any more. */
  prune(keptMs: number): void;
  close(): Promise<void>;
}

/** How many people there are on a platform; half of them speak Chinese. */
export const PEOPLE = 20;

/** How long somebody looks for an answer before they try again. */
export const PATIENCE_MS = 8_000;

/** What a look finds, within {@link PATIENCE_MS}; `tell` has the world look again. */
export async function withPatience<Found>(
  until: (look: () => Found | 'late' | undefined) => Promise<Found | 'late'>,
  look: () => Found | undefined,
  tell: () => void,
): Promise<Found | undefined> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    tell();
  }, PATIENCE_MS);
  const found = await until(() => look() ?? (isLate ? 'late' : undefined));
  clearTimeout(timer);
  return found === 'late' ? undefined : found;
}
