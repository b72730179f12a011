import type { Concept } from './concept.ts';
import type { Library, Topic } from './library.ts';
import { LANGUAGES, type Language, MAX_ID_LENGTH, otherLanguage } from './schema.ts';

/** A topic as it is browsed: with its concepts, and with a key short enough for a button. */
export interface Shelf {
  readonly key: string;
  readonly topic: Topic;
  readonly concepts: readonly Concept[];
}

/** All topics that have concepts. */
export function shelvesOf({ topics: all, concepts }: Library): Shelf[] {
  const byKey = Map.groupBy(concepts.values(), ({ deck, topic }) => keyOf(deck, topic));
  return all.flatMap((topic) => {
    const key = keyOf(topic.deck, topic.id);
    const found = byKey.get(key);
    return found ? [{ key, topic, concepts: found }] : [];
  });
}

/** Two decks may have a topic of one name; a topic that is called after a file with a long or Chinese name gets a number for it. */
function keyOf(deck: string, topic: string): string {
  const name = `${deck}.${topic}`;
  if (name.length <= 2 * MAX_ID_LENGTH && /^[\w.-]+$/.test(name)) return name;
  let hash = 0n;
  for (const character of name) hash = BigInt.asUintN(60, hash * 1_000_003n + BigInt(character.codePointAt(0) ?? 0));
  return hash.toString(36);
}

/** Some of the notes, to be asked about: a deck or a topic. */
export interface Subject {
  readonly key: string;
  readonly title: (language: Language) => string;
  readonly concepts: readonly Concept[];
}

/** Everything that one can be asked about by itself: every deck, and every topic. */
export function subjectsOf(library: Library): Subject[] {
  const decks = library.decks.map(
    ({ id, titles }): Subject => ({
      key: id,
      title: (language) => titles[language]?.title ?? titles[otherLanguage(language)]?.title ?? id,
      concepts: library.concepts
        .values()
        .filter(({ deck }) => deck === id)
        .toArray(),
    }),
  );
  const topics = shelvesOf(library).map(
    ({ key, topic: { id, titles }, concepts }): Subject => ({
      key,
      title: (language) => titles[language] ?? titles[otherLanguage(language)] ?? id,
      concepts,
    }),
  );
  return [...decks, ...topics].filter(({ concepts }) => concepts.length > 0);
}

/** The subject that somebody names: by its title in either language, its file or its key. */
export function findSubject(library: Library, said: string): Subject | undefined {
  const wanted = said.trim().toLowerCase();
  return subjectsOf(library).find(({ key, title }) => {
    const names = [key, key.split('.').at(-1) ?? key, ...LANGUAGES.map(title)];
    return names.some((name) => name.toLowerCase() === wanted);
  });
}
