import { type Document, isCollection, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { explainIssue } from './issue.ts';
import type { Problem, SourceFile } from './problem.ts';

type Path = readonly PropertyKey[];

/** A YAML file, read against a schema; `value` is absent when the file breaks it. */
export interface YamlFile<Value> {
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
  /** Where a part of the file stands, for problems that show only later. */
  locate(path: Path): { line: number; column: number };
}

/** Deeper than any note, shallower than what would exhaust the stack. */
const MAX_DEPTH = 40;
/** Aliases multiply: ten levels of ten are ten thousand million strings. */
const MAX_ALIASES = 50;

/** Reads a YAML file; whatever is wrong with it comes back as problems, all at once. */
export function parseYaml<Schema extends z.ZodType>(source: SourceFile, schema: Schema): YamlFile<z.output<Schema>> {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const broken = (problems: readonly Problem[]) => ({ value: undefined, problems, locate: () => ({ line: 1, column: 1 }) });
  const problem = (offset: number, message: string, mend: string): Problem => ({
    severity: 'error',
    file: source.path,
    ...at(offset),
    message,
    mend,
  });

  const deep = depthProblem(source.text);
  if (deep !== undefined) return broken([problem(0, deep, 'a note needs no more than a few levels')]);
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  if (document.errors.length > 0) {
    return broken(
      document.errors.map(({ pos, message }) => problem(pos[0], `this is not valid YAML (${firstLine(message)})`, yamlMend(message))),
    );
  }
  const plain = toPlain(document);
  if ('failure' in plain) return broken([problem(0, plain.failure, 'write the text out instead of using anchors and aliases')]);

  const locate = (path: Path) => at(offsetOf(document, path));
  const result = schema.safeParse(plain.value);
  if (result.success) return { value: result.data, problems: [], locate };
  const problems = result.error.issues
    .flatMap((issue) => explainIssue(issue, plain.value))
    .map(({ path, message, mend }): Problem => ({ severity: 'error', file: source.path, ...locate(path), message, mend }));
  return { value: undefined, problems, locate };
}

/** Says so when brackets or indentation nest deeper than the parser's stack should be asked to go. */
function depthProblem(text: string): string | undefined {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    else if (character === '\n') depth = 0;
    if (depth > MAX_DEPTH) return 'this is nested too deeply';
  }
  return /^ {200}|(?:- ){40}/m.test(text) ? 'this is nested too deeply' : undefined;
}

function toPlain(document: Document): { value: unknown } | { failure: string } {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    return {
      failure: `the aliases of this file cannot be resolved (${firstLine(String(error instanceof Error ? error.message : error))})`,
    };
  }
}

/** The place of the part at a path, or of the nearest part around it that is there; for a map's entry that of its key. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === String(step));
      if (!pair) break;
      offset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
      continue;
    }
    node = isCollection(node) ? node.get(step, true) : undefined;
    if (!isNode(node)) break;
    offset = node.range?.[0] ?? offset;
  }
  return offset;
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replace(/:$/, '');

function yamlMend(message: string): string {
  if (/unique/i.test(message)) return 'keep one of the two keys';
  if (/indent/i.test(message)) return 'check the spaces at the beginning of the line';
  if (/colon|implicit|mapping|plain value/i.test(message)) return 'put quotes " around a text that holds a colon';
  return 'compare the line with its neighbours: spaces, colons and quotes';
}
