import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isProofFile } from '../../src/core/content/load.ts';
import { formatProblem } from '../../src/core/content/problem.ts';
import { readProof } from '../../src/core/content/proof.ts';
import { readFolder } from '../../src/files/read-folder.ts';
import { libraryOf } from '../support/notes.ts';

describe('the example questions of the shipped notes', async () => {
  const { files } = await readFolder(fileURLToPath(new URL('../../content', import.meta.url)));
  const { concepts } = libraryOf(files);
  const proofs = files.filter(({ path }) => isProofFile(path)).map((file) => readProof(file, concepts));

  test('name concepts that are there, and none stands word for word among the ways to ask', () => {
    expect(proofs.flatMap(({ problems }) => problems.map(formatProblem))).toEqual([]);
  });

  test('are 300 and more, in both languages, to be answered and to be refused', () => {
    const examples = proofs.flatMap((proof) => proof.examples);
    expect(examples.length).toBeGreaterThanOrEqual(300);
    for (const lang of ['en', 'zh']) {
      const own = examples.filter((example) => example.lang === lang);
      expect(own.filter(({ reach }) => reach).length).toBeGreaterThan(100);
      expect(own.filter(({ refuse }) => refuse).length).toBeGreaterThan(20);
    }
  });
});
