import type { Language } from './content/schema.ts';
import { encodeIntent, type Intent } from './intent.ts';
import type { Drawing } from './picture.ts';
import type { ConversationId } from './places.ts';

/** Something to press; a number in the terminal. */
export interface Button {
  /** At most {@link BUDGET}.label characters. */
  readonly label: string;
  readonly intent: Intent;
}

/** A page to read elsewhere. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/**
 * One part of a reply. Authors' text is Markdown and stands in `prose`; what
 * people typed stands in `heading`, `caption` and `ranking`, which every adapter escapes.
 */
export type Block = TextBlock | PictureBlock | { readonly kind: 'buttons'; readonly buttons: readonly Button[] };

/** A block of one kind. */
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

/** A block that is read. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | Caption
  | { readonly kind: 'divider' }
  | { readonly kind: 'ranking'; readonly rows: readonly RankingRow[] }
  | { readonly kind: 'file'; readonly name: string; readonly text: string };

/** A remark, with pages to read elsewhere. */
interface Caption {
  readonly kind: 'caption';
  readonly text: string;
  readonly links?: readonly Link[];
  /** A channel, which is named behind the text as its platform shows it to each reader. */
  readonly about?: ConversationId;
}

/**
 * Something to be seen. Whoever draws the reply has the picture made beforehand
 * (`core/illustrate.ts`) and hands it to the platform's `renderReply`; a
 * picture that was not made, or not in time, is shown by `instead`.
 */
export interface PictureBlock {
  readonly kind: 'picture';
  readonly drawing: Drawing;
  /** The same in sentences, without mark-up, for those who do not see it; at most {@link BUDGET}.alt characters. */
  readonly alt: string;
  readonly instead: readonly TextBlock[];
}

/** One line of a leaderboard; names are typed by people, so adapters escape them. */
export interface RankingRow {
  readonly rank: number;
  readonly name: string;
  readonly score: string;
  /** Whether it is the reader's own line. */
  readonly isOwn?: boolean;
}

/** What came of a look-up, as data: for programs that ask, and for those who measure. */
export interface Outcome {
  readonly kind: 'answer' | 'did-you-mean' | 'unknown';
  /** The concepts shown or offered, best first. */
  readonly concepts: readonly string[];
  /** Concepts that can be reached from here by a button because they came next. */
  readonly suggestions: readonly string[];
  readonly language: Language;
}

/** What the bot says. */
export interface Reply {
  /** One sentence without mark-up, for notifications and screen readers. */
  readonly summary: string;
  readonly blocks: readonly Block[];
  /** The language that it is in; the bot says so where a command does not. */
  readonly language?: Language;
  /** Whether it takes the place of the message whose button was pressed. The bot sees to it that nobody changes by that what others see. */
  readonly replaces?: boolean;
  /** Whether the message whose button was pressed is taken away; this is then told to the person alone. */
  readonly removes?: boolean;
  /** Whether the person alone is told, whoever sees the command's other answers: a no, or what went wrong. */
  readonly isPrivate?: boolean;
  /** Whether the person was told the same a moment ago: where nothing waits for an answer, there is no need to repeat it. */
  readonly isRepeated?: boolean;
  /** Present where something was looked up. */
  readonly outcome?: Outcome;
}

/** Draws every kind of block for one platform: it does not compile until it draws them all. */
export type BlockRenderer<Out> = { readonly [Kind in Block['kind']]: (block: BlockOf<Kind>) => Out };

/** Draws one block with a platform's renderer. */
export function drawBlock<Out>(renderer: BlockRenderer<Out>, block: Block): Out {
  // The renderer has a function for each kind, which TypeScript cannot follow through the lookup.
  const draw = renderer[block.kind] as (block: Block) => Out;
  return draw(block);
}

/**
 * The treaty between commands and platforms: commands stay inside it, adapters
 * draw anything inside it. The figures are those of the tightest platform:
 * https://docs.discord.com/developers/components/reference (40 components, 4,000
 * characters), https://docs.discord.com/developers/resources/message#attachment-object (description 1,024)
 * and https://docs.slack.dev/reference/block-kit/blocks (header 150, button 75).
 */
export const BUDGET = { components: 36, characters: 3500, heading: 150, label: 75, alt: 1024 } as const;

const BUTTONS_IN_A_ROW = 5;

/** How many components a block takes where it takes most. */
export function componentsOf(block: Block): number {
  if (block.kind === 'picture') return Math.max(1, sizeOf(block.instead).components);
  return block.kind === 'buttons' ? Math.ceil(block.buttons.length / BUTTONS_IN_A_ROW) + block.buttons.length : 1;
}

/** How many characters of a message a block takes. */
export function charactersOf(block: Block): number {
  switch (block.kind) {
    case 'divider':
    case 'buttons':
      return 0;
    case 'picture':
      return sizeOf(block.instead).characters;
    case 'ranking':
      return block.rows.reduce((total, { name, score }) => total + name.length + score.length + 12, 0);
    case 'file':
      return block.name.length;
    case 'caption':
      return (block.links ?? []).reduce(
        (total, { label, url }) => total + label.length + url.length + 6,
        block.text.length + (block.about ?? '').length,
      );
    default:
      return block.text.length;
  }
}

/** How much of the budget something takes. */
export interface Size {
  readonly components: number;
  readonly characters: number;
}

export function sizeOf(blocks: readonly Block[]): Size {
  return {
    components: blocks.reduce((total, block) => total + componentsOf(block), 0),
    characters: blocks.reduce((total, block) => total + charactersOf(block), 0),
  };
}

/** What in a reply breaks the budget; empty where nothing does. */
export function overBudget({ blocks }: Reply): string[] {
  const { components, characters } = sizeOf(blocks);
  const buttons = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  const alternatives = blocks.flatMap((block) => (block.kind === 'picture' ? block.alt : []));
  for (const { intent } of buttons) encodeIntent(intent);
  return [
    ...(components > BUDGET.components ? [`${components} components`] : []),
    ...(characters > BUDGET.characters ? [`${characters} characters`] : []),
    ...blocks.filter(isEmpty).map(({ kind }) => `a ${kind} block with nothing in it`),
    ...blocks.filter((block) => block.kind === 'heading' && block.text.length > BUDGET.heading).map(() => 'a heading'),
    ...alternatives.filter((alt) => alt.length > BUDGET.alt || alt.trim() === '').map((alt) => `the description "${alt}"`),
    ...buttons.filter(({ label }) => label.length > BUDGET.label || label === '').map(({ label }) => `the label "${label}"`),
  ];
}

function isEmpty(block: Block): boolean {
  if (block.kind === 'divider') return false;
  if (block.kind === 'picture') return block.instead.length === 0 || block.instead.some(isEmpty);
  if (block.kind === 'buttons') return block.buttons.length === 0;
  return block.kind === 'ranking' ? block.rows.length === 0 : block.text.trim() === '';
}

/** Cuts a text that is too long for its place, between words where it can, with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  const isInsideWord = /\w/.test(text[kept.length] ?? '');
  const words = isInsideWord ? kept.replace(/\w{1,24}$/, '') : kept;
  return `${(words.trim() === '' ? kept : words).replace(/[\s,;:，；：、]+$/, '')}…`;
}

/** Cuts Markdown on one line as {@link shorten} does, and never inside inline code. */
export function excerpt(markdown: string, most: number): string {
  const cut = shorten(markdown, most);
  const isInsideCode = cut !== markdown && cut.split('`').length % 2 === 0;
  return isInsideCode ? shorten(markdown, cut.lastIndexOf('`') + 1) : cut;
}

/** Markdown on one line as it reads where none is drawn, such as in a caption or a notification: without marks of code and bold text. */
export const withoutMarks = (markdown: string): string => markdown.replaceAll(/\*\*(\S.*?)\*\*/g, '$1').replaceAll('`', '');

/** Longest part that {@link proseBlocks} makes; with what stands on every page it still fits one. */
const LONGEST_PROSE = 1400;

/** Markdown as prose blocks that each fit a page: cut at paragraphs, and only where one is too long inside it. */
export function proseBlocks(markdown: string): Block[] {
  const parts: string[] = [];
  for (const paragraph of markdown.split(/\n{2,}/).flatMap(cutParagraph)) {
    const joined = `${parts.at(-1) ?? ''}\n\n${paragraph}`;
    if (parts.length > 0 && joined.length <= LONGEST_PROSE) parts[parts.length - 1] = joined;
    else parts.push(paragraph);
  }
  return parts.filter((text) => text.trim() !== '').map((text) => ({ kind: 'prose', text }));
}

/** Cuts behind the last sentence, else space, that fits, else anywhere. */
function cutParagraph(paragraph: string): string[] {
  const parts: string[] = [];
  let rest = paragraph;
  while (rest.length > LONGEST_PROSE) {
    const start = rest.slice(0, LONGEST_PROSE).replace(/[\ud800-\udbff]$/, '');
    const end = /^.*(?:[。！？]|[.!?](?=\s)|\n)/s.exec(start) ?? /^.*\s/s.exec(start) ?? [start];
    parts.push(end[0].trimEnd());
    rest = rest.slice(end[0].length).trimStart();
  }
  return [...parts, rest];
}

/**
 * Deals blocks out to pages, in order; each page leaves room for what stands
 * on every page. A block is never cut, so each must fit a page by itself.
 */
export function paginate(blocks: readonly Block[], onEveryPage: Size): Block[][] {
  const pages: Block[][] = [[]];
  let size = onEveryPage;
  for (const block of blocks) {
    const { components, characters } = sizeOf([block]);
    const isFull = size.characters + characters > BUDGET.characters || size.components + components > BUDGET.components;
    if (isFull && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      size = onEveryPage;
    }
    pages.at(-1)?.push(block);
    size = { components: size.components + components, characters: size.characters + characters };
  }
  return pages;
}
