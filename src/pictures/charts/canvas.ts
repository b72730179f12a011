import type { Language } from '../../core/content/schema.ts';
import { CHAT_BOX } from '../layout.ts';
import { element, picture, textElement } from '../svg.ts';
import type { Theme } from '../theme.ts';
import type { Type, Typesetter } from '../typesetter.ts';

/** What a chart is drawn with. */
export interface Canvas {
  readonly theme: Theme;
  readonly language: Language;
  readonly typesetter: Typesetter;
}

/** Charts are as wide as a chat shows them, so that their letters keep their size. */
export const WIDTH = CHAT_BOX.width;
export const MARGIN = 20;

export const TYPES = {
  title: { size: 18, weight: 'bold' },
  text: { size: 15, weight: 'regular' },
  figure: { size: 15, weight: 'bold' },
  small: { size: 13, weight: 'regular' },
} as const satisfies Record<string, Type>;

interface Written {
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly type: Type;
  readonly colour: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** More than this is cut with an ellipsis. */
  readonly width?: number;
}

/** A line of text; letters that the fonts lack are replaced. */
export function write(text: string, { x, y, type, colour, anchor, width }: Written, { typesetter }: Canvas): string {
  const drawable = typesetter.drawable(text).replace(/\n/g, ' ');
  const shown = width === undefined ? drawable : typesetter.clip(drawable, type, width);
  return textElement(shown, {
    x,
    y: y + type.size * 0.36,
    'font-size': type.size,
    'font-weight': typesetter.weightFor(shown, type.weight) === 'bold' ? 700 : undefined,
    fill: colour,
    'text-anchor': anchor,
  });
}

/** A box with round corners. */
export const box = (x: number, y: number, width: number, height: number, fill: string, radius = 5): string =>
  element('rect', { x, y, width, height, rx: radius, fill });

/** What stands below title and caption. */
export interface Body {
  readonly height: number;
  /** @param top - where it begins. */
  draw(top: number): readonly string[];
}

/** A chart with its title. */
export function drawTitled({ title, caption }: { title: string; caption?: string }, body: Body, canvas: Canvas): string {
  const { theme } = canvas;
  const width = WIDTH - 2 * MARGIN;
  const top = caption === undefined ? 56 : 80;
  return picture(
    WIDTH,
    top + body.height + MARGIN,
    theme.background,
    write(title, { x: MARGIN, y: 31, type: TYPES.title, colour: theme.text, width }, canvas),
    caption === undefined ? '' : write(caption, { x: MARGIN, y: 57, type: TYPES.small, colour: theme.muted, width }, canvas),
    ...body.draw(top),
  );
}
