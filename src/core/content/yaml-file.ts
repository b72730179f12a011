import { isMap, isNode, isSeq, LineCounter, type Pair, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import { explainIssue } from './issue.ts';
import type { Problem, SourceFile } from './problem.ts';
import { composeYaml } from './yaml-document.ts';

type Path = readonly PropertyKey[];
type Place = Pick<Problem, 'line' | 'column'>;

/** A YAML file, read against a schema; `value` is absent when the file breaks it. */
export interface YamlFile<Value> {
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
  /** Where a part of the file stands, for problems that show only later. */
  locate(path: Path): Place;
}

/** More than an author mends in one go: what has more is not a note at all. */
const MAX_PROBLEMS = 200;

/** Reads a YAML file; whatever is wrong with it comes back as problems, all at once. */
export function parseYaml<Schema extends z.ZodType>(source: SourceFile, schema: Schema): YamlFile<z.output<Schema>> {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const { content, faults } = composeYaml(source.text, lines, (plain) => schema.safeParse(plain).error?.issues.length ?? 0);
  const found = faults.map(({ offset, ...fault }): Problem => ({ file: source.path, ...at(offset), ...fault }));
  if (!content) return { value: undefined, problems: firstOf(found), locate: () => ({ line: 1, column: 1 }) };

  const { document, plain } = content;
  const offsetOf = offsetsIn(document.contents);
  const locate = (path: Path) => at(offsetOf(path));
  const result = schema.safeParse(plain);
  const broken = Iterator.from(result.error?.issues ?? [])
    .flatMap((issue) => explainIssue(issue, plain, schema))
    .map(({ path, ...explained }): Problem => ({ severity: 'error', file: source.path, ...locate(path), ...explained }));
  const problems = firstOf([...broken.take(MAX_PROBLEMS + 1), ...found]);
  const isGood = result.success && problems.every(({ severity }) => severity === 'warning');
  return { value: isGood ? result.data : undefined, problems, locate };
}

/** As many problems as help, errors before warnings, with a last one that says so where there are more. */
function firstOf(problems: readonly Problem[]): Problem[] {
  const first = problems.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error')).slice(0, MAX_PROBLEMS + 1);
  const last = first[MAX_PROBLEMS];
  if (!last) return first;
  const more = { ...last, message: 'this file has more problems from here on', mend: 'mend the first ones, then check again' };
  return [...first.slice(0, MAX_PROBLEMS), more];
}

type PartOf = (node: unknown, step: PropertyKey) => { name: unknown; value: unknown };

/** Finds the place of the part at a path, or of the nearest part around it that is there; for a map's entry that of its key. */
function offsetsIn(contents: unknown): (path: Path) => number {
  const partOf = createPartOf();
  return (path) => {
    let offset = startOf(contents) ?? 0;
    let node = contents;
    for (const step of path) {
      const { name, value } = partOf(node, step);
      const start = startOf(name);
      if (start === undefined) break;
      offset = start;
      node = value;
    }
    return offset;
  };
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

/** Looks entries up by their key, since a map of the parser is a list. */
function createPartOf(): PartOf {
  const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  return (node, step) => {
    if (isSeq(node)) return { name: node.get(step, true), value: node.get(step, true) };
    if (!isMap(node)) return { name: undefined, value: undefined };
    const entries = known.get(node) ?? new Map(node.items.map((pair) => [String(pair.key), pair]));
    known.set(node, entries);
    const entry = entries.get(String(step));
    return { name: entry?.key, value: entry?.value };
  };
}
