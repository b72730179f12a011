import { expect, test } from 'vitest';
import { editsOf } from '../../../../src/core/content/notes/edits.ts';
import type { Remembered } from '../../../../src/core/content/notes/remembered.ts';

const WAS: Remembered = { id: 'gate', names: ['Gate', '门'], definition: 'A door.', place: 'a.md#A' };

/** What is said to have changed where a concept is so now. */
const changes = (now: Partial<Remembered>) => {
  const concept = { ...WAS, ...now };
  const match = { id: 'gate', was: 'Gate', now: concept.names[0] ?? '', why: 'same name' } as const;
  return editsOf({ matches: [match], remembered: [concept] }, [WAS]).map(({ changed }) => changed);
};

test.each<[Partial<Remembered>, string[] | undefined]>([
  [{}, undefined],
  [{ names: ['Door', '门'] }, ['name']],
  [{ names: ['Gate'] }, ['other names']],
  [{ names: ['Gate', '门', '大门'] }, ['other names']],
  [{ definition: 'The door.' }, ['definition']],
  [{ place: 'b.md#A' }, ['place']],
  [{ names: ['Door'], definition: 'The door.', place: '' }, ['name', 'definition', 'place']],
])('an edit is told by what is not as it was: %j', (now, changed) => {
  expect(changes(now)).toEqual(changed ? [changed] : []);
});
