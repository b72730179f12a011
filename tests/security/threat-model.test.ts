import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync('docs/threat-model.md', 'utf8');
const rows = text.split('\n').filter((line) => /^\| (?!Threat|-)/.test(line));
const named = rows.map((row) => ({
  row,
  ...(/\| `(?<file>tests\/[^`]+)`: (?<title>.+) \|$/.exec(row)?.groups as { file?: string; title?: string }),
}));

test('every threat names a test', () => {
  expect(rows.length).toBeGreaterThan(25);
  expect(named.filter(({ file }) => file === undefined)).toEqual([]);
});

test.each(named)('$file still has "$title"', ({ file = '', title = '' }) => {
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain(title);
});
