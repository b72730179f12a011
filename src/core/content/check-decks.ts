import type { LoadedDeck } from './load.ts';
import type { Problem } from './problem.ts';

/** Finds what is wrong with decks: two that are one, subjects that are not there, nothing in them. */
export function checkDecks(decks: readonly LoadedDeck[], isKnown: (id: string) => boolean): Problem[] {
  return decks.flatMap((loaded, index) => [
    ...twin(loaded, decks.slice(0, index)),
    ...unknownSubjects(loaded, isKnown),
    ...(loaded.isEmpty ? [empty(loaded)] : []),
  ]);
}

function twin({ deck, file, locate }: LoadedDeck, earlier: readonly LoadedDeck[]): Problem[] {
  const other = earlier.find((one) => one.deck.id === deck.id);
  if (!other) return [];
  const message = `the deck ${deck.id} is also in ${other.file}`;
  return [{ severity: 'error', file, ...locate(['id']), message, mend: 'give one of the two another id' }];
}

function unknownSubjects({ deck, file, locate }: LoadedDeck, isKnown: (id: string) => boolean): Problem[] {
  const named = [
    ...deck.about.map((id, index) => ({ id, path: ['about', index] })),
    ...deck.alike.flatMap((group, index) => group.map((id, place) => ({ id, path: ['alike', index, place] }))),
  ];
  return named.flatMap(({ id, path }): Problem[] => {
    if (isKnown(id)) return [];
    const mend = `mend the id under ${path[0]}, or take it out`;
    return [{ severity: 'error', file, ...locate(path), message: `there is no concept ${id}`, mend }];
  });
}

const empty = ({ deck, file, locate }: LoadedDeck): Problem => ({
  severity: 'warning',
  file,
  ...locate(['id']),
  message: `the deck ${deck.id} has no concepts`,
  mend: 'add a file of concepts or a note beside it, or remove the deck',
});
