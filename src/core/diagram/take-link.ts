import type { FlowEdge, Line, LineEnd } from './flowchart.ts';
import { readLabel, takeLabel } from './label.ts';
import type { Scanner } from './scanner.ts';

/** A line without its nodes. */
export type Link = Omit<FlowEdge, 'from' | 'to'>;

/** A line in one piece: `-->`, `<-->`, `--o`, `-.->`, `==>`, and longer ones. */
const WHOLE: readonly (readonly [RegExp, Line])[] = [
  [/([xo<]?)--+([-xo>])/y, 'solid'],
  [/([xo<]?)==+([=xo>])/y, 'thick'],
  [/([xo<]?)-\.+-([xo>]?)/y, 'dotted'],
];

/** A line around its label: `-- label -->`. Which letters the label may have is the line's affair, as in mermaid. */
const BROKEN: readonly (readonly [RegExp, Line])[] = [
  [broken('--', `(?:${notIn('-')}|-(?!-))`, '--+([-xo>])'), 'solid'],
  [broken('==', notIn('='), '==+([=xo>])'), 'thick'],
  [broken(String.raw`-\.`, notIn('-.'), String.raw`-?\.+-([xo>]?)`), 'dotted'],
];

function notIn(own: string): string {
  return String.raw`[^${own}"()[\]{}|<>@\n]`;
}

/** Its groups: start mark, label in quotes, plain label, end mark. */
function broken(start: string, letter: string, end: string): RegExp {
  return new RegExp(String.raw`([xo<]?)${start}[ \t]*(?:"([^"\n]*)"[ \t]*|(${letter}+?))${end}`, 'y');
}

const ENDS: Readonly<Record<string, LineEnd>> = { '<': 'arrow', '>': 'arrow', x: 'cross', o: 'circle' };
const endOf = (mark: string | undefined): LineEnd => ENDS[mark ?? ''] ?? 'none';

const IN_PIPES = /[^|[\](){}"\n]+/y;

/** Takes a line with its label, if one begins here. */
export function takeLink(scanner: Scanner): Link | undefined {
  return takeWhole(scanner) ?? takeBroken(scanner);
}

function takeWhole(scanner: Scanner): Link | undefined {
  for (const [pattern, line] of WHOLE) {
    const found = scanner.take(pattern);
    if (!found) continue;
    const ends = endsOf(found[1], found[2], scanner);
    scanner.take(/[ \t]+/y);
    if (!scanner.take(/\|/y)) return { line, ...ends };
    const label = takeLabel(scanner, IN_PIPES);
    if (!scanner.take(/\|/y)) scanner.fail();
    return { line, ...ends, label };
  }
  return undefined;
}

function takeBroken(scanner: Scanner): Link | undefined {
  for (const [pattern, line] of BROKEN) {
    const found = scanner.take(pattern);
    if (!found) continue;
    const [, start, quoted, plain = '', end] = found;
    if (/[xo]$/.test(plain))
      scanner.fail('put a space between the label and its line: mermaid reads its last letter as a part of the line');
    return { line, ...endsOf(start, end, scanner), label: readLabel(quoted ?? plain, scanner) };
  }
  return undefined;
}

/** A line that begins with a mark must end with the same, as mermaid demands. */
function endsOf(start: string | undefined, end: string | undefined, scanner: Scanner): { start: LineEnd; end: LineEnd } {
  const ends = { start: endOf(start), end: endOf(end) };
  if (ends.start !== 'none' && ends.start !== ends.end) scanner.fail('a line with two ends needs the same at both');
  return ends;
}
