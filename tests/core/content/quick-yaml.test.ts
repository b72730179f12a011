import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../../src/core/content/quick-yaml.ts';
import { conceptFileSchema } from '../../../src/core/content/schema.ts';
import { parseYaml } from '../../../src/core/content/yaml-file.ts';
import { readFolder } from '../../../src/files/read-folder.ts';

const anything = z.any();
const file = (text: string) => ({ path: 'notes.yaml', text });

describe('the quick reader', () => {
  test('reads all shipped notes as the careful one does', async () => {
    const { files } = await readFolder(fileURLToPath(new URL('../../../content', import.meta.url)));
    const notes = files.filter(({ path }) => /\/[a-z-]+\.yaml$/.test(path) && !path.endsWith('deck.yaml'));
    expect(notes.length).toBeGreaterThan(15);
    for (const note of notes) expect(readYaml(note, conceptFileSchema).value).toEqual(parseYaml(note, conceptFileSchema).value);
  });

  test.each([
    'a: yes\nb: no\nc: on',
    'a: 2026-11-22',
    'a: 010\nb: 0x1f\nc: 1_000\nd: 1e3',
    'a: null\nb: ~\nc:',
    "a: \"x\\ty\"\nb: 'it''s'",
    'a: |\n  one\n\n  two\nb: >\n  three\n  four',
    'a: {b: [1, 2], c: d}',
    'a: &x 1\nb: *x',
    'a: !!str 1',
    '<<: {a: 1}\nb: 2',
    '- 1.0\n- .5\n- "1"',
    'a: b\rc',
    '...\na: 1',
    '\ta: 1\n  - b',
    '',
  ])('and the careful one agree on %j', (text) => {
    expect(readYaml(file(text), anything).value).toEqual(parseYaml(file(text), anything).value);
  });

  test('tells where something is wrong as the careful one does, which alone looks for what was meant', () => {
    const places = ({ problems }: ReturnType<typeof readYaml>) => problems.map(({ severity, line }) => ({ severity, line }));
    for (const text of ['a: 1\na: 2', 'a: [1', 'a: b: c', '\t- x']) {
      const brief = readYaml(file(text), anything);
      expect(places(brief)).toEqual(places(parseYaml(file(text), anything)));
      expect(brief.problems).not.toEqual([]);
    }
  });

  test.each(['x', '问', '&a', 'a.b'])(
    'leaves aliases that multiply to the careful one, which has a limit, though the anchor is %s',
    (name) => {
      const concept = `{ id: a, en: { name: A, definition: D. }, related: &${name} [b] }`;
      const text = `concepts:\n  - ${concept}\n${`  - { id: a, en: { name: A, definition: D. }, related: *${name} }\n`.repeat(60)}`;
      expect(readYaml(file(text), conceptFileSchema).problems).toMatchObject([
        { message: expect.stringContaining('the aliases of this file cannot be resolved') },
      ]);
    },
  );

  test('still knows where things stand', () => {
    const { locate } = readYaml(file('one: 1\ntwo:\n  - 2\n  - 3\n'), anything);
    expect(locate(['two', 1])).toEqual({ line: 4, column: 5 });
  });
});
