import { readFile } from 'node:fs/promises';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkConcepts } from '../../src/core/content/check.ts';
import { isConceptFile, isProofFile, loadFolder } from '../../src/core/content/load.ts';
import { lockText } from '../../src/core/content/lock.ts';
import { formatProblem, type SourceFile } from '../../src/core/content/problem.ts';
import { readFileIn, readFolder } from '../../src/files/read-folder.ts';

const PROJECT = new URL('../../', import.meta.url);
const CONTENT = fileURLToPath(new URL('content', PROJECT));

let files: readonly SourceFile[] = [];
let lock: SourceFile | undefined;
beforeAll(async () => {
  files = (await readFolder(CONTENT)).files;
  lock = (await readFileIn(CONTENT, 'ids.lock')).files[0];
});

/** The name of the JSON Schema that a file of the content should be held against. */
const schemaOf = (path: string): string => (isConceptFile(path) ? 'concepts' : (/\.(lesson|flow)\.yaml$/.exec(path)?.[1] ?? 'deck'));

describe('the shipped notes', () => {
  test('have nothing wrong with them', () => {
    const folder = loadFolder(files, false);
    const problems = [...folder.problems, ...checkConcepts({ folder, shipped: [] })];
    expect(problems.map(formatProblem)).toEqual([]);
    expect(folder.concepts.length).toBeGreaterThan(200);
  });

  test('have all their ids locked, and the lock is sorted (if not: npm run lock-ids)', () => {
    const ids = loadFolder(files, false).concepts.map(({ concept }) => concept.id);
    expect(lock?.text).toBe(lockText(lock, ids));
  });

  test('hold against the JSON Schemas that their editors use, named in their first lines', async () => {
    const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, formats: { uri: (text: string) => URL.canParse(text) } });
    const yaml = files.filter(({ path }) => /\.yaml$/.test(path) && !isProofFile(path));
    expect(yaml.length).toBeGreaterThan(20);
    for (const { path, text } of yaml) {
      const [first = ''] = text.split('\n');
      const schema = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1] ?? 'none';
      const named = posix.join(dirname(`content/${path}`), schema);
      expect(`${path}: ${named}`).toBe(`${path}: schemas/${schemaOf(path)}.schema.json`);
      const validate = ajv.compile(JSON.parse(await readFile(new URL(named, PROJECT), 'utf8')));
      validate(parse(text));
      expect({ path, errors: validate.errors }).toEqual({ path, errors: null });
    }
  });
});
