import { LineCounter } from 'yaml';
import type { z } from 'zod';
import { causesAmong } from './causes.ts';
import { explainIssue } from './issue.ts';
import type { Problem, SourceFile } from './problem.ts';
import { type CountWrong, composeYaml, type Fault } from './yaml-document.ts';
import { createFindPart } from './yaml-parts.ts';

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
export const parseYaml = <Schema extends z.ZodType>(source: SourceFile, schema: Schema): YamlFile<z.output<Schema>> =>
  parse(source, schema, (plain) => schema.safeParse(plain).error?.issues.length ?? 0);

/** Reads a YAML file; of one that is no YAML only the first fault comes back, in time for others who wait. */
export const parseYamlBriefly = <Schema extends z.ZodType>(source: SourceFile, schema: Schema): YamlFile<z.output<Schema>> =>
  parse(source, schema, undefined);

function parse<Schema extends z.ZodType>(
  source: SourceFile,
  schema: Schema,
  countWrong: CountWrong | undefined,
): YamlFile<z.output<Schema>> {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const { content, faults } = composeYaml(source.text, lines, countWrong);
  const problemFrom = ({ severity, offset, message, mend }: Fault): Problem => ({
    severity,
    file: source.path,
    ...at(offset),
    message,
    mend,
  });
  if (!content) return { value: undefined, problems: firstOf(faults.map(problemFrom)), locate: () => ({ line: 1, column: 1 }) };

  const { document, plain } = content;
  const { offsetOf, nodeAt } = createFindPart(document.contents);
  const locate = (path: Path) => at(offsetOf(path));
  const result = schema.safeParse(plain);
  const layout = { nodeAt, columnOf: (path: Path) => locate(path).column };
  const explained = Iterator.from(result.error?.issues ?? [])
    .flatMap((issue) => explainIssue(issue, { root: plain, schema, layout }))
    .take(MAX_PROBLEMS + 1);
  const causes = causesAmong(explained.toArray(), faults, { nodeAt });
  const broken = causes.explained.map(
    ({ path, message, mend }): Problem => ({ severity: 'error', file: source.path, ...locate(path), message, mend }),
  );
  const problems = firstOf([...broken, ...causes.faults.map(problemFrom)]);
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
