import type { FontMetrics } from './font.ts';

export type Weight = 'regular' | 'bold';

/** Letters of one kind: size in pixels, and weight. */
export interface Type {
  readonly size: number;
  readonly weight: Weight;
}

/** Lays text out in the pictures' fonts. */
export interface Typesetter {
  /**
   * A text as it can be drawn. A letter that the fonts lack loses its accents,
   * else it becomes 〓, the printers' mark for a missing letter, and is noted.
   * Nothing is left blank.
   */
  drawable(text: string): string;
  /** The weight that has all letters of a text; regular where bold lacks one. */
  weightFor(text: string, weight: Weight): Weight;
  widthOf(text: string, type: Type): number;
  /** The lines of a text, at most so wide: cut between words, and between Chinese characters. */
  wrap(text: string, type: Type, width: number): string[];
  /** A text cut with an ellipsis where it is wider. */
  clip(text: string, type: Type, width: number): string;
  /** What became 〓 so far, each once. */
  missing(): readonly string[];
}

const MISSING = '〓';
/** Letters of European names that Unicode does not take apart. */
const WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ø: 'o',
  Ø: 'O',
  œ: 'oe',
};
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** A line may be cut in front of each of these: a word with the spaces behind it, or one Chinese character with its punctuation. */
const UNBROKEN = /[\u2e80-\u9fff\uf900-\ufaff][，。、；：？！）」』”…]*|[^\s\u2e80-\u9fff\uf900-\ufaff]+\s*|\s+/gu;

export function createTypesetter(fonts: Readonly<Record<Weight, FontMetrics>>): Typesetter {
  const missing = new Set<string>();
  const weightFor = (text: string, weight: Weight): Weight =>
    Array.from(text).every((character) => fonts[weight].has(character.codePointAt(0) ?? 0)) ? weight : 'regular';
  const widthOf = (text: string, { size, weight }: Type): number => {
    const font = fonts[weightFor(text, weight)];
    return Array.from(text).reduce((width, character) => width + font.advanceOf(character.codePointAt(0) ?? 0) * size, 0);
  };
  const isThere = (text: string): boolean => Array.from(text).every((character) => fonts.regular.has(character.codePointAt(0) ?? 0));
  const drawableGrapheme = (grapheme: string): string => {
    const seen = grapheme.replace(/\p{Default_Ignorable_Code_Point}|\p{Cc}/gu, '');
    if (isThere(seen)) return seen;
    const bare = seen.normalize('NFD').replace(/\p{M}/gu, '');
    const plain = WITHOUT_DECOMPOSITION[bare] ?? bare;
    if (isThere(plain)) return plain;
    missing.add(grapheme);
    return MISSING;
  };
  return {
    drawable: (text) =>
      text
        .normalize('NFC')
        .split('\n')
        .map((line) => Array.from(graphemes.segment(line.replace(/\s+/g, ' ')), ({ segment }) => drawableGrapheme(segment)).join(''))
        .join('\n'),
    weightFor,
    widthOf,
    wrap: (text, type, width) => text.split('\n').flatMap((line) => wrapLine(line, width, (part) => widthOf(part, type))),
    clip: (text, type, width) => {
      if (widthOf(text, type) <= width) return text;
      let kept = '';
      let room = width - widthOf('…', type);
      for (const { segment } of graphemes.segment(text)) {
        room -= widthOf(segment, type);
        if (room < 0) break;
        kept += segment;
      }
      return `${kept.trimEnd()}…`;
    },
    missing: () => [...missing],
  };
}

function wrapLine(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines = [''];
  for (const part of text.match(UNBROKEN) ?? []) {
    const longer = `${lines.at(-1)}${part}`;
    if (lines.at(-1) === '' || widthOf(longer.trimEnd()) <= width) lines[lines.length - 1] = longer;
    else lines.push(part.trimStart());
  }
  return lines.map((line) => line.trim());
}
