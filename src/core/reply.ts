import type { Language } from './content/schema.ts';
import { encodeIntent, type Intent } from './intent.ts';

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
 * people typed stands in `heading` and `caption`, which every adapter escapes.
 */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'caption'; readonly text: string; readonly links?: readonly Link[] }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] };

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
  /** Whether it takes the place of the message whose button was pressed. */
  readonly replaces?: boolean;
  /** Present where something was looked up. */
  readonly outcome?: Outcome;
}

/** Draws every kind of block for one platform: it does not compile until it draws them all. */
export type BlockRenderer<Out> = { readonly [Kind in Block['kind']]: (block: Extract<Block, { kind: Kind }>) => Out };

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
 * characters) and https://docs.slack.dev/reference/block-kit/blocks (header 150, button 75).
 */
export const BUDGET = { components: 36, characters: 3500, heading: 150, label: 75 } as const;

const BUTTONS_IN_A_ROW = 5;

/** How many components a block takes where it takes most. */
export function componentsOf(block: Block): number {
  return block.kind === 'buttons' ? Math.ceil(block.buttons.length / BUTTONS_IN_A_ROW) + block.buttons.length : 1;
}

/** How many characters of a message a block takes. */
export function charactersOf(block: Block): number {
  if (block.kind === 'divider' || block.kind === 'buttons') return 0;
  const links = block.kind === 'caption' ? (block.links ?? []) : [];
  return block.text.length + links.reduce((total, { label, url }) => total + label.length + url.length + 6, 0);
}

/** What in a reply breaks the budget; empty where nothing does. */
export function overBudget({ blocks }: Reply): string[] {
  const components = blocks.reduce((total, block) => total + componentsOf(block), 0);
  const characters = blocks.reduce((total, block) => total + charactersOf(block), 0);
  const buttons = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  for (const { intent } of buttons) encodeIntent(intent);
  return [
    ...(components > BUDGET.components ? [`${components} components`] : []),
    ...(characters > BUDGET.characters ? [`${characters} characters`] : []),
    ...blocks.filter((block) => block.kind === 'heading' && block.text.length > BUDGET.heading).map(() => 'a heading'),
    ...buttons.filter(({ label }) => label.length > BUDGET.label || label === '').map(({ label }) => `the label "${label}"`),
  ];
}

/** Cuts a text that is too long for its place, with an ellipsis. */
export function shorten(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

/**
 * Deals blocks out to pages, in order; each page leaves room for what stands
 * on every page. A block is never cut, so each must fit a page by itself.
 */
export function paginate(blocks: readonly Block[], onEveryPage: readonly Block[]): Block[][] {
  const fixed = onEveryPage.reduce((total, block) => total + charactersOf(block), 0);
  const pages: Block[][] = [[]];
  let characters = fixed;
  for (const block of blocks) {
    const size = charactersOf(block);
    if (characters + size > BUDGET.characters && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      characters = fixed;
    }
    pages.at(-1)?.push(block);
    characters += size;
  }
  return pages;
}
