import type { Config } from '../config.ts';
import { isProofFile } from '../core/content/load.ts';
import { formatProblem } from '../core/content/problem.ts';
import { readProof } from '../core/content/proof.ts';
import { isMiss, type Rate, type Score, scores, type Tried } from '../core/search/evaluate.ts';
import { readFolder } from '../files/read-folder.ts';
import { openTutor } from './tutor.ts';

interface EvalOptions {
  readonly config: Config;
  readonly json?: boolean;
  /** Show the examples that went wrong, of files whose name holds this. */
  readonly misses?: string;
}

/** Asks all example questions of the notes and prints how many were answered rightly, a table for each file. */
export async function evaluate({ config, json = false, misses }: EvalOptions): Promise<void> {
  const { knowledge } = await openTutor(config);
  const { library, find } = knowledge();
  const folders = [config.shippedContent, ...(config.contentDir === undefined ? [] : [config.contentDir])];
  const files = (await Promise.all(folders.map(readFolder))).flatMap((contents) => contents.files).filter(({ path }) => isProofFile(path));
  for (const source of files) {
    const proof = readProof(source, library.concepts);
    for (const problem of proof.problems) process.stderr.write(`${formatProblem(problem)}\n`);
    if (proof.problems.length > 0) process.exitCode = 1;
    const tried = proof.examples.map((example) => ({ example, finding: find(example.ask) }));
    process.stdout.write(json ? `${JSON.stringify({ file: proof.file, scores: scores(tried) })}\n` : tableFor(proof.file, scores(tried)));
    if (misses !== undefined && proof.file.includes(misses))
      for (const one of tried.filter(isMiss)) process.stdout.write(`${describe(one)}\n`);
  }
}

function tableFor(file: string, rows: readonly Score[]): string {
  const head = ['kind', 'language', 'n', 'answered', 'recall@1', 'recall@3', 'false answers'];
  const lines = rows.map(({ kind, lang, questions, answered, at1, at3, falseAnswers }) => [
    kind,
    lang,
    String(questions),
    ...[answered, at1, at3, falseAnswers].map(percent),
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const text = [head, ...lines].map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${file} (with 95 % intervals)\n${text.join('\n')}\n\n`;
}

function percent({ hits, of, low, high }: Rate): string {
  if (of === 0) return '–';
  const whole = (share: number) => (share * 100).toFixed(0);
  return `${((hits / of) * 100).toFixed(1)} % [${whole(low)}–${whole(high)}]`;
}

function describe({ example, finding }: Tried): string {
  const wanted = example.reach?.join(', ') ?? 'refuse';
  return `  ${example.kind}/${example.lang} "${example.ask}" wanted ${wanted}, got ${finding.kind} ${[...finding.ids, ...finding.others].join(', ')} (${finding.confidence.toFixed(2)})`;
}
