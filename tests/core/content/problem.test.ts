import { expect, test } from 'vitest';
import { formatProblem } from '../../../src/core/content/problem.ts';

const problem = { severity: 'error', file: 'a/b.yaml', line: 3, column: 5, message: 'it is wrong', mend: 'mend it' } as const;

test('a problem is said as place, what is wrong, and how to mend it', () => {
  expect(formatProblem(problem)).toBe('a/b.yaml:3:5: it is wrong: mend it');
});

test('a problem stays on one line and leaves the terminal alone, whatever is quoted in it', () => {
  expect(formatProblem({ ...problem, file: 'a\n.md', message: 'no key "\u001b[2J\u009bx"' })).toBe('a .md:3:5: no key " [2J x": mend it');
});
