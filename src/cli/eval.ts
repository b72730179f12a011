import type { Config } from '../config.ts';
import { isProofFile } from '../core/content/load.ts';
import { formatProblem, type SourceFile } from '../core/content/problem.ts';
import { readProof } from '../core/content/proof.ts';
import { ContentError } from '../core/errors.ts';
import { isMiss, type Score, scores, type Tried } from '../core/search/evaluate.ts';
import { readFolder } from '../files/read-folder.ts';
import { percent, ratesTable } from './rates.ts';
import { openTutor } from './tutor.ts';

interface EvalOptions {
  readonly config: Config;
  readonly json?: boolean;
  /** Show the examples that went wrong, of files whose name holds this. */
  readonly misses?: string;
  /** Ask the questions of one's own files alone. */
  readonly own?: boolean;
}

/**
 * Asks all example questions of the notes and prints how many were answered rightly, a table for each file.
 *
 * @throws ContentError when no file bears the name of which the misses are wanted, or there is none of one's own.
 */
export async function evaluate({ config, json = false, misses, own = false }: EvalOptions): Promise<void> {
  const proofs = await readProofs(config, own);
  if (misses !== undefined && !proofs.some(({ path }) => path.includes(misses))) {
    throw new ContentError(
      `No file of example questions has ${misses} in its name. There are: ${proofs.map(({ path }) => path).join(', ')}.`,
    );
  }
  const { library, find } = (await openTutor(config)).knowledge();
  for (const source of proofs) {
    const { file, examples, problems } = readProof(source, library.concepts);
    for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
    if (problems.length > 0) process.exitCode = 1;
    const tried = examples.map((example) => ({ example, finding: find(example.ask) }));
    process.stdout.write(json ? `${JSON.stringify({ file, scores: scores(tried) })}\n` : tableFor(file, scores(tried)));
    const shown = misses !== undefined && file.includes(misses) ? tried.filter(isMiss) : [];
    for (const one of shown) process.stdout.write(`${describe(one)}\n`);
  }
}

/** The files of example questions, those of the shipped notes first. */
async function readProofs({ shippedContent, contentDir }: Config, ownAlone: boolean): Promise<SourceFile[]> {
  const folders = [...(ownAlone ? [] : [shippedContent]), ...(contentDir === undefined ? [] : [contentDir])];
  const proofs = (await Promise.all(folders.map(readFolder))).flatMap(({ files }) => files).filter(({ path }) => isProofFile(path));
  if (proofs.length === 0) {
    const where =
      contentDir === undefined
        ? 'No folder is named: add --content my-notes.'
        : `There is no file in ${contentDir} whose name ends in .test.yaml.`;
    throw new ContentError(`There are no example questions of your own. ${where}`);
  }
  return proofs;
}

function tableFor(file: string, rows: readonly Score[]): string {
  const head = ['kind', 'language', 'n', 'answered', 'recall@1', 'recall@3', 'false answers'];
  const lines = rows.map(({ kind, lang, questions, answered, at1, at3, falseAnswers }) => [
    kind,
    lang,
    String(questions),
    ...[answered, at1, at3, falseAnswers].map(percent),
  ]);
  return ratesTable(file, head, lines);
}

function describe({ example, finding }: Tried): string {
  const wanted = example.reach?.join(', ') ?? 'refuse';
  return `  ${example.kind}/${example.lang} "${example.ask}" wanted ${wanted}, got ${finding.kind} ${[...finding.ids, ...finding.others].join(', ')} (${finding.confidence.toFixed(2)})`;
}
