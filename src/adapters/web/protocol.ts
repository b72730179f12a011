/** One part of a drawn message: text as it is to be read, or an element that the page makes. Never HTML. */
export type Piece = string | Element;

/** The elements that messages are made of. */
export type Tag = 'p' | 'div' | 'span' | 'strong' | 'em' | 'u' | 's' | 'code' | 'pre' | 'blockquote' | 'h2' | 'small' | 'br' | 'hr';

export type Element =
  | { readonly tag: Tag; readonly class?: string; readonly children?: readonly Piece[] }
  | { readonly tag: 'ul' | 'ol'; readonly class?: string; readonly start?: number; readonly items: readonly (readonly Piece[])[] }
  | { readonly tag: 'a'; readonly href: string; readonly children: readonly Piece[] }
  | { readonly tag: 'img'; readonly src: string; readonly alt: string; readonly width: number; readonly height: number }
  /** A button that is pressed with what it carries. */
  | { readonly tag: 'button'; readonly class?: string; readonly press: string; readonly label: string }
  /** A file that is saved when it is chosen. */
  | { readonly tag: 'file'; readonly name: string; readonly text: string };

/** The platforms as which a reply is shown. */
export const VIEWS = ['slack', 'discord', 'plain'] as const;
export type View = (typeof VIEWS)[number];

/** Where one talks: with everyone in the team's channel, or alone with the bot. */
export const PLACES = ['team', 'direct'] as const;
export type Place = (typeof PLACES)[number];

/** The people as whom one can talk; the first decides for the others. Their names are theirs in any language. */
export const PEOPLE = [
  { id: 'ann', name: 'Ann' },
  { id: 'bob', name: 'Bob' },
  { id: 'lin', name: '小林' },
  { id: 'mei', name: '小美' },
] as const;
export type PersonId = (typeof PEOPLE)[number]['id'];

/** A message as the page shows it. */
export interface ShownMessage {
  readonly id: string;
  readonly place: Place;
  /** The one person who sees it; everyone in the place where there is none. */
  readonly to?: PersonId;
  readonly from: PersonId | 'bot';
  /** One sentence, for screen readers. */
  readonly summary: string;
  readonly language: 'en' | 'zh';
  /** What a person typed. */
  readonly text?: string;
  /** What the bot says, as each platform shows it. */
  readonly views?: Readonly<Record<View, readonly Piece[]>>;
  /** Whether it has changed because the notes did. */
  readonly isAnew?: boolean;
}

/** What the page is told without asking, by its name as a server-sent event. */
export type PageEvent =
  /** All that stands in the room; sent first, and again after each lost connection. */
  | { readonly name: 'room'; readonly messages: readonly ShownMessage[] }
  /** A message that is new, or takes the place of the one with its id. */
  | { readonly name: 'message'; readonly message: ShownMessage }
  | { readonly name: 'removed'; readonly id: string }
  /** Lines that are of passing interest: the notes were loaded anew, say. */
  | { readonly name: 'notice'; readonly lines: readonly string[] }
  | { readonly name: 'language'; readonly language: 'en' | 'zh' };
