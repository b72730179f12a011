import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lockText } from '../../../src/core/content/lock.ts';
import { conceptText, fileOf, problemsIn } from '../../support/check.ts';

const files = { 'a.yaml': fileOf(conceptText('pod', 'Pod'), conceptText('node', 'Node')) };
const lockOf = (text: string) => ({ path: 'ids.lock', text });
const gone = (line: number, id: string) =>
  `error ids.lock:${line}:1: the concept ${id} is gone, though people’s progress may hang on it: bring it back, or take this line out if nobody has met it`;

describe('ids that are locked', () => {
  test('are fine while they are there', () => {
    expect(problemsIn(files, { lock: 'node\npod\n' })).toEqual([]);
  });

  test('are errors once they are gone, each at its line of the lock', () => {
    expect(problemsIn(files, { lock: 'kubelet\nnode\n\npod\nsecret\n' })).toEqual([gone(1, 'kubelet'), gone(5, 'secret')]);
  });

  test('are not gone while their file is merely broken', () => {
    const broken = { ...files, 'b.yaml': fileOf(conceptText('secret', 'Secret', 'tier: 7')) };
    expect(problemsIn(broken, { lock: 'node\npod\nsecret\n' })).toEqual([
      'error b.yaml:4:5: tier is too large (at most 3): use a smaller number',
    ]);
  });

  test('are gone from this folder even if other notes have them', () => {
    expect(problemsIn(files, { lock: 'kubelet\nnode\npod\n', known: ['kubelet'] })).toEqual([gone(1, 'kubelet')]);
  });
});

test('ids that nobody has locked are warnings at the concept, where there is a lock', () => {
  expect(problemsIn(files, { lock: 'pod\n' })).toEqual([
    'warning a.yaml:4:5: the id node is not in ids.lock: run npm run lock-ids once the id is to stay',
  ]);
  expect(problemsIn(files, {})).toEqual([]);
});

test('a line that is no id, such as one that a merge has left, is an error', () => {
  expect(problemsIn(files, { lock: '<<<<<<< HEAD\nnode\npod\n' })).toEqual(['error ids.lock:1:1: this line is no id: write one id a line']);
});

describe('the text of a lock', () => {
  test('has each id once, a line each, sorted', () => {
    expect(lockText(undefined, ['pod', 'node', 'pod'])).toBe('node\npod\n');
    expect(lockText(undefined, [])).toBe('');
  });

  test('keeps what was locked, since only a person may decide that an id is gone', () => {
    expect(lockText(lockOf('old\n\npod\n'), ['pod', 'new'])).toBe('new\nold\npod\n');
  });

  test('does not change when it is written again, and leaves nothing to complain of', () => {
    const id = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.array(id), fc.uniqueArray(id, { minLength: 1, maxLength: 5 }), (before, now) => {
        const text = lockText(lockOf(before.join('\n')), now);
        expect(lockText(lockOf(text), now)).toBe(text);
        expect(problemsIn({ 'a.yaml': fileOf(...now.map((one) => conceptText(one, one))) }, { lock: lockText(undefined, now) })).toEqual(
          [],
        );
      }),
      { numRuns: 50, seed: 1 },
    );
  });
});
