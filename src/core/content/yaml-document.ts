import { type Document, isScalar, LineCounter, parseDocument, type Scalar, visit } from 'yaml';
import type { Problem } from './problem.ts';
import { findSlips, type Judge, type Slip } from './slips/find.ts';

/** Something wrong with a YAML file as such, before anyone asks what it says. */
export interface Fault extends Pick<Problem, 'severity' | 'message' | 'mend'> {
  /** Where it stands, in UTF-16 code units from the beginning of the text. */
  readonly offset: number;
  /** Of a key that stands twice: the group in which it does, as the parser has it. */
  readonly group?: unknown;
}

/** A YAML text, read; where it could not be read there are only faults. */
export interface ComposedYaml {
  readonly content: { readonly document: Document; readonly plain: unknown } | undefined;
  readonly faults: readonly Fault[];
}

/** Aliases multiply: ten levels of ten are ten thousand million strings. */
const MAX_ALIASES = 50;
/** Deeper than any note; what is nested deeper on one line takes the parser minutes. */
const TOO_DEEP = /^ {200}|(?:[-?][ \t]+){40}/m;

/** How many things a schema finds wrong with what a file says. */
export type CountWrong = (plain: unknown) => number;

/**
 * Reads a YAML text that anybody may have written: it never throws, whatever the text.
 *
 * @param countWrong - where it is left out, only the first fault of a broken text is told, and nothing takes long:
 *   what its author meant is found by trial.
 */
export function composeYaml(text: string, lineCounter: LineCounter, countWrong?: CountWrong): ComposedYaml {
  const deep = TOO_DEEP.exec(text);
  if (deep) return { content: undefined, faults: [tooDeep(deep.index)] };
  try {
    return compose(text, lineCounter, countWrong);
  } catch (error) {
    if (error instanceof RangeError) return { content: undefined, faults: [tooDeep(0)] };
    throw error;
  }
}

// Keys are compared below: the parser compares each with each, which takes minutes for a file of 100,000.
const parse = (text: string, lineCounter: LineCounter) =>
  parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: false });

function compose(text: string, lineCounter: LineCounter, countWrong: CountWrong | undefined): ComposedYaml {
  const document = parse(text, lineCounter);
  const overflow = document.errors.find(({ message }) => /call stack/i.test(message));
  if (overflow) return { content: undefined, faults: [tooDeep(overflow.pos[0])] };
  if (document.errors.length > 0) {
    const slips = countWrong
      ? findSlips(text, judgeBy(countWrong))
      : [firstErrorOf(document, lineCounter)].filter((slip) => slip !== undefined);
    return { content: undefined, faults: slips.map((slip) => faultFrom(slip, text, lineCounter)) };
  }

  const faults = [...doubleKeys(document, lineCounter), ...document.warnings.map(tagFault), ...swallowed(document, text)];
  try {
    return { content: { document, plain: document.toJS({ maxAliasCount: MAX_ALIASES }) }, faults };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { content: undefined, faults: [...faults, aliasFault(document, error)] };
  }
}

const tooDeep = (offset: number): Fault => ({
  severity: 'error',
  offset,
  message: 'this is nested too deeply',
  mend: 'a note needs no more than a few levels',
});

type YamlWarning = Document['warnings'][number];

const judgeBy = (countWrong: CountWrong): Judge => ({
  firstErrorIn(tried) {
    const lines = new LineCounter();
    return firstErrorOf(parse(tried, lines), lines);
  },
  countWrong(tried) {
    const { errors, contents } = parse(tried, new LineCounter());
    return errors.length > 0 ? Number.POSITIVE_INFINITY : countWrong(contents?.toJSON());
  },
});

const faultFrom = ({ line, column, message, mend }: Slip, text: string, { lineStarts }: LineCounter): Fault => ({
  severity: 'error',
  offset: (lineStarts[line] ?? text.length) + column,
  message,
  mend,
});

function firstErrorOf(document: Document, lines: LineCounter): Slip | undefined {
  const first = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0])[0];
  if (!first) return undefined;
  const { line, col } = lines.linePos(/Missing closing/.test(first.message) ? startOfText(document, first.pos[0]) : first.pos[0]);
  const message = `this is not valid YAML (${firstLine(first.message)})`;
  return { line: Math.max(0, line - 1), column: Math.max(0, col - 1), message, mend: syntaxMend(first.message) };
}

/** Where the text in quotes begins that goes on until a place. */
function startOfText(document: Document, end: number): number {
  let start = end;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE') && range && range[0] < end && range[1] >= end) start = range[0];
    },
  });
  return start;
}

const tagFault = ({ pos, message }: YamlWarning): Fault => ({
  severity: 'warning',
  offset: pos[0],
  message: `this part of YAML is not used here (${firstLine(message)})`,
  mend: 'take it out, or put quotes " around the text',
});

function aliasFault(document: Document, error: ReferenceError): Fault {
  return {
    severity: 'error',
    offset: offsetOfBadAlias(document),
    message: `the aliases of this file cannot be resolved (${firstLine(error.message)})`,
    mend: /unresolved/i.test(error.message)
      ? 'put quotes " around a text that begins with *'
      : 'write the text out instead of using anchors and aliases',
  };
}

/** Where the first alias stands that names nothing, else the first alias. */
function offsetOfBadAlias(document: Document): number {
  const anchors = new Set<string>();
  const aliases: { source: string; offset: number; known: boolean }[] = [];
  visit(document, {
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) anchors.add(node.anchor);
    },
    Alias: (_, { source, range }) => {
      aliases.push({ source, offset: range?.[0] ?? 0, known: anchors.has(source) });
    },
  });
  return (aliases.find(({ known }) => !known) ?? aliases[0])?.offset ?? 0;
}

function doubleKeys(document: Document, lineCounter: LineCounter): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Map: (_, group) => {
      const first = new Map<unknown, Scalar>();
      for (const { key } of group.items) {
        if (!isScalar(key)) continue;
        const earlier = first.get(key.value);
        if (earlier) faults.push({ ...doubleKey(key, lineCounter.linePos(earlier.range?.[0] ?? 0).line), group });
        else first.set(key.value, key);
      }
    },
  });
  return faults;
}

const doubleKey = ({ value, range }: Scalar, firstLineNumber: number): Fault => ({
  severity: 'error',
  offset: range?.[0] ?? 0,
  message: `the key "${value}" stands here twice, first in line ${firstLineNumber}`,
  mend: 'keep one of the two',
});

/** Lines that look like a part of a list or a key, but begin so far right that they count as more of the text above. */
function swallowed(document: Document, text: string): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type !== 'PLAIN' || !range) return;
      for (const { index, 0: beginning, 1: mark = '' } of text.slice(range[0], range[1]).matchAll(/\n *(- |[a-z]\w*：)/g)) {
        faults.push(swallowedLine(range[0] + index + beginning.length - mark.length, mark.trim()));
      }
    },
  });
  return faults;
}

const swallowedLine = (offset: number, mark: string): Fault => ({
  severity: 'warning',
  offset,
  message: `this ${mark} counts as a part of the text above it`,
  mend: mark === '-' ? 'let it begin in the column of the - above' : 'write the plain : and a space, in the column of the other keys',
});

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replace(/:$/, '');

function syntaxMend(message: string): string {
  if (/multiple documents/i.test(message)) return 'keep one document in a file, and split it at ---';
  if (/indent|same column|indicator|sequence/i.test(message)) return 'let the lines of one group begin in the same column';
  if (/colon|implicit|mapping|plain value/i.test(message)) return 'put quotes " around a text that holds a colon';
  return 'compare the line with its neighbours: spaces, colons and quotes';
}
