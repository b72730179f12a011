import { createCache } from './cache.ts';
import type { ActorId } from './turn.ts';

/** So many concepts are remembered of a person, */
const MOST_CONCEPTS = 5;
/** and of so many people; of more, the one who was quiet longest is forgotten. */
const MOST_PEOPLE = 5_000;

/** What people have looked up last, newest first, to be offered while they type; in memory alone, since nobody waits there for the store. */
export interface Recent {
  of(actor: ActorId): readonly string[];
  add(actor: ActorId, concept: string): void;
  forget(actor: ActorId): void;
}

export function createRecent(): Recent {
  const lookedUp = createCache<readonly string[]>(MOST_PEOPLE);
  return {
    of: (actor) => lookedUp.find(actor) ?? [],
    add(actor, concept) {
      const others = (lookedUp.find(actor) ?? []).filter((other) => other !== concept);
      lookedUp.keep(actor, [concept, ...others].slice(0, MOST_CONCEPTS));
    },
    forget: lookedUp.drop,
  };
}
