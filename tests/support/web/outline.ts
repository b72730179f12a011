import type { Piece } from '../../../src/adapters/web/protocol.ts';

/** Pieces as one reads HTML: an element a line, what is in it further in. */
export const outline = (pieces: readonly Piece[]): string => pieces.flatMap((piece) => linesOf(piece)).join('\n');

function linesOf(piece: Piece): string[] {
  if (typeof piece === 'string') return [JSON.stringify(piece)];
  const name = `${piece.tag}${'class' in piece && piece.class ? `.${piece.class}` : ''}`;
  switch (piece.tag) {
    case 'ul':
    case 'ol':
      return [
        `${name}${piece.start === undefined ? '' : ` from ${piece.start}`}`,
        ...piece.items.flatMap((item) => ['  li', ...inward(inward(item.flatMap(linesOf)))]),
      ];
    case 'a':
      return [`a to ${piece.href}`, ...inward(piece.children.flatMap(linesOf))];
    case 'img':
      return [`img ${piece.src} (${piece.width} × ${piece.height}) ${JSON.stringify(piece.alt)}`];
    case 'button':
      return [`${name} ${JSON.stringify(piece.label)} asks ${piece.press}`];
    case 'file':
      return [`file ${piece.name} ${JSON.stringify(piece.text)}`];
    default:
      return [name, ...inward((piece.children ?? []).flatMap(linesOf))];
  }
}

const inward = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
