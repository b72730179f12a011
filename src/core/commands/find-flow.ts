import Fuse from 'fuse.js';
import { type Flow, LANGUAGES } from '../content/schema.ts';
import { soundKey } from '../search/sound.ts';
import { spellingKey, tidy } from '../search/text.ts';

/** How unlike what was typed a name may be, from 0 to 1. */
const MOST_UNLIKE = 0.4;
/** Shorter than this, nearly anything is near. */
const SHORTEST = 2;

/** The flow that a person names, however they spell it: by its id, its title or an alias in either language, or a part of one. */
export function findFlow(typed: string, flows: readonly Flow[]): Flow | undefined {
  const key = spellingKey(tidy(typed));
  if (key.length < SHORTEST) return undefined;
  const names = flows.flatMap((flow) =>
    [flow.id, ...flow.aliases, ...LANGUAGES.flatMap((language) => flow.title[language] ?? [])].map((name) => {
      const spelt = spellingKey(name);
      return { flow, spelt, sound: soundKey(spelt) };
    }),
  );
  const exact = names.find(({ spelt }) => spelt === key);
  if (exact) return exact.flow;
  // Of names within what was typed, the longest says most: "a rolling update of my app".
  const inside = names
    .filter(({ spelt }) => spelt.length > SHORTEST && key.includes(spelt))
    .toSorted((a, b) => b.spelt.length - a.spelt.length);
  if (inside[0]) return inside[0].flow;
  const options = { threshold: MOST_UNLIKE, ignoreLocation: true, minMatchCharLength: SHORTEST, includeScore: true };
  const bySpelling = new Fuse(names, { ...options, keys: ['spelt'] }).search(key)[0];
  return (bySpelling ?? new Fuse(names, { ...options, keys: ['sound'] }).search(soundKey(key))[0])?.item.flow;
}
