import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { kubetutor } from '../support/run.ts';

const OWN = 'concepts:\n  - { id: blimp, en: { name: Blimp, definition: Our deploy bot., asks: [what brings our builds out] } }\n';
const PROOF = `
- { ask: what is Blimp, lang: en, kind: definition, reach: [blimp] }
- { ask: what is Blimp good for, lang: en, kind: definition, reach: [pod] }
- { ask: where is the bus stop, lang: en, kind: trap, refuse: true }
`;

describe('kubetutor eval', () => {
  test('asks the questions of every file, one’s own last, and prints how many were answered rightly', async () => {
    const folder = await folderWith({ 'a.yaml': OWN, 'ours.test.yaml': PROOF });
    const { code, out, err } = await kubetutor(['eval', '--content', folder, '--misses', 'ours']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const tables = out.split('\n\n');
    expect(tables.slice(0, -1).map((table) => table.split(' ')[0])).toEqual([
      'held-out.test.yaml',
      'questions.test.yaml',
      'ours.test.yaml',
    ]);
    const ours =
      tables
        .at(-2)
        ?.split('\n')
        .map((line) => line.split(/ {2,}/)) ?? [];
    expect(ours[1]).toEqual(['kind', 'language', 'n', 'answered', 'recall@1', 'recall@3', 'false answers']);
    expect(ours.find(([kind]) => kind === 'definition')).toEqual(['definition', 'en', '2', ...Array(3).fill('50.0 % [9–91]'), '–']);
    expect(ours.find(([kind]) => kind === 'trap')).toEqual(['trap', 'en', '1', '–', '–', '–', '0.0 % [0–79]']);
    expect(tables.at(-1)).toMatch(/^ {2}definition\/en "what is Blimp good for" wanted pod, got answer blimp.* \(\d\.\d\d\)\n$/);
  });

  test('prints a file a line with --json, and tells what is wrong in a file, with exit code 1', async () => {
    const wrong = `${PROOF}- { ask: What brings our builds out?, lang: en, kind: paraphrase, reach: [blimpp] }\n`;
    const folder = await folderWith({ 'a.yaml': OWN, 'ours.test.yaml': wrong });
    const { code, out, err } = await kubetutor(['eval', '--content', folder, '--json']);
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^ours\.test\.yaml:5:\d+: there is no concept blimpp: mend the id$/),
      expect.stringMatching(
        /^ours\.test\.yaml:5:\d+: "What brings our builds out\?" is also a way to ask for blimp: take it out here or there$/,
      ),
      '',
    ]);
    const files = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(files.at(-1)).toMatchObject({
      file: 'ours.test.yaml',
      scores: expect.arrayContaining([expect.objectContaining({ kind: 'definition', questions: 2 })]),
    });
  });

  test('leaves each way to ask out with --leave-one-out, and lists those that miss', async () => {
    const folder = await folderWith({ 'a.yaml': OWN });
    const run = (...more: string[]) => kubetutor(['eval', '--leave-one-out', '--content', folder, ...more]);
    const [table, json] = await Promise.all([run('--misses', 'a.yaml'), run('--json')]);
    expect([table.code, table.err, json.code, json.err]).toEqual([0, '', 0, '']);
    const { leftOut } = JSON.parse(json.out);
    expect(leftOut.map(({ lang }: { lang: string }) => lang)).toEqual(['en', 'zh', 'all']);
    expect(leftOut[2].at1.of).toBe(leftOut[0].asks + leftOut[1].asks);
    const lines = table.out.split('\n').map((line) => line.split(/ {2,}/));
    expect(lines.slice(0, 2)).toEqual([
      ['ways to ask, each left out of the index (with 95 % intervals)'],
      ['language', 'n', 'recall@1', 'recall@3'],
    ]);
    expect(lines[2]?.slice(0, 2)).toEqual(['en', String(leftOut[0].asks)]);
    expect(lines[2]?.[2]).toMatch(/^\d\d\.\d % \[\d\d–\d\d\]$/);
    expect(table.out).toContain('  en "what brings our builds out" wanted blimp, got ');
  });

  test('asks the questions of one’s own files alone with --own', async () => {
    const folder = await folderWith({ 'a.yaml': OWN, 'ours.test.yaml': PROOF });
    const { code, out } = await kubetutor(['eval', '--content', folder, '--own', '--json']);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toEqual([expect.stringContaining('"file":"ours.test.yaml"')]);
  });

  test('says so where no file is meant', async () => {
    const folder = await folderWith({ 'a.yaml': OWN });
    const [misses, own, nowhere] = await Promise.all([
      kubetutor(['eval', '--misses', 'plattform']),
      kubetutor(['eval', '--content', folder, '--own']),
      kubetutor(['eval', '--own']),
    ]);
    const none = (err: string) => ({ code: 1, out: '', err });
    expect(misses).toEqual(
      none('No file of example questions has plattform in its name. There are: held-out.test.yaml, questions.test.yaml.\n'),
    );
    expect(own).toEqual(none(`There are no example questions of your own. There is no file in ${folder} whose name ends in .test.yaml.\n`));
    expect(nowhere).toEqual(none('There are no example questions of your own. No folder is named: add --content my-notes.\n'));
  });
});
