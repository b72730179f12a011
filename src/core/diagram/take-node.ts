import type { Shape } from './flowchart.ts';
import { takeLabel } from './label.ts';
import { takeId } from './node-id.ts';
import type { Scanner } from './scanner.ts';

/** A node as it stands in one place; without label and shape where only its id does. */
export interface Mention {
  readonly id: string;
  readonly drawn?: { readonly label: string; readonly shape: Shape };
}

interface Bracket {
  readonly open: RegExp;
  readonly close: RegExp;
  readonly shape: Shape;
}

/** Longer brackets first. */
const BRACKETS: readonly Bracket[] = [
  { open: /\(\(\((?!-)/y, close: /\)\)\)/y, shape: 'double-circle' },
  { open: /\(\((?![-(])/y, close: /\)\)/y, shape: 'circle' },
  { open: /\(\[/y, close: /\]\)/y, shape: 'stadium' },
  { open: /\[\[/y, close: /\]\]/y, shape: 'subroutine' },
  { open: /\[\(/y, close: /\)\]/y, shape: 'cylinder' },
  { open: /\{\{/y, close: /\}\}/y, shape: 'hexagon' },
  { open: /\[\//y, close: /\/\]/y, shape: 'parallelogram' },
  { open: /\[\\/y, close: /\\\]/y, shape: 'parallelogram-back' },
  { open: /\[(?!\|)/y, close: /\]/y, shape: 'rectangle' },
  { open: /\((?![-(])/y, close: /\)/y, shape: 'rounded' },
  { open: /\{/y, close: /\}/y, shape: 'diamond' },
];

const PLAIN = /[^[\](){}|"\n]+/y;
const PLAIN_BETWEEN_SLASHES = /[^[\](){}|"\n/\\]+/y;

/** The colours of a class are not ours: the theme's are. */
const CLASS = /:::[A-Za-z]\w*(?:-\w+)*(?=[\s;]|$)/y;

/** Takes `a`, `a[Label]`, `a[(Label)]:::class` and the like. */
export function takeMention(scanner: Scanner): Mention {
  const id = takeId(scanner);
  const bracket = BRACKETS.find(({ open }) => scanner.take(open));
  if (!bracket) {
    scanner.take(CLASS);
    return { id };
  }
  const { shape, close } = bracket;
  const label = takeLabel(scanner, shape.startsWith('parallelogram') ? PLAIN_BETWEEN_SLASHES : PLAIN);
  if (!scanner.take(close)) scanner.fail();
  scanner.take(CLASS);
  return { id, drawn: { label, shape } };
}

/** Takes nodes with ` & ` between them. */
export function takeMentions(scanner: Scanner): Mention[] {
  const mentions = [takeMention(scanner)];
  while (scanner.take(/[ \t]+&[ \t]+/y)) mentions.push(takeMention(scanner));
  return mentions;
}
