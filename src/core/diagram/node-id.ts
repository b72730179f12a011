import type { Scanner } from './scanner.ts';

/**
 * The letters that an id may have. Narrower than mermaid's own, which differ
 * from token to token; what is left out is refused, not read in another way.
 */
const LETTER = String.raw`[\w\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fcc]`;
const ID = new RegExp(`${LETTER}+(?:[-./]${LETTER}+)*`, 'y');

/** How mermaid cuts an id: digits in front, single letters beyond ASCII, and the rest as one word. */
const PIECE = /^[0-9]+|[^ -~]|[!-~]+/g;

/** Words of mermaid's own; it stumbles over them at the start of a word, even in `end-user`. */
const RESERVED =
  /^(?:end|graph|subgraph|flowchart|flowchart-elk|swimlane-beta|style|linkStyle|classDef|class|click|href|call|default|interpolate|direction|_self|_blank|_parent|_top)\b/;

/** `o--` and `x==` belong to the line, not to the node in front of it. */
const LINE_START = /[-=.]/y;

/**
 * Takes the id of a node or group.
 *
 * @throws NotUnderstood where none stands here, or mermaid would take it for something else.
 */
export function takeId(scanner: Scanner): string {
  const id = scanner.take(ID)?.[0];
  if (id === undefined) return scanner.fail();
  if (hasReservedWord(id)) scanner.fail(`"${id}" holds a word that mermaid keeps for itself: choose another id`);
  const last = id.match(PIECE)?.at(-1);
  if ((last === 'o' || last === 'x') && scanner.sees(LINE_START))
    scanner.fail(`put a space behind "${id}": mermaid reads the ${last} as a part of the line`);
  return id;
}

/** Whether mermaid stumbles over a word, as an id or in a title without quotes. */
export const hasReservedWord = (word: string): boolean => (word.match(PIECE) ?? []).some((piece) => RESERVED.test(piece));
