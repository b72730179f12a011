import { z } from 'zod';
import type { Words } from '../i18n/words.ts';

const count = z.number().int().nonnegative();

/** Why a concept was chosen, as it is kept beside its question. */
const whySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), members: count, of: count }),
  z.object({ kind: z.literal('long-ago'), members: count, of: count, days: count }),
  z.object({ kind: z.literal('missed'), misses: count, answers: count }),
  z.object({ kind: z.literal('first') }),
  z.object({ kind: z.literal('rested'), days: count }),
]);

/** Says in a few words why a question was chosen. */
export function sayWhy(kept: unknown, words: Words): string {
  const why = whySchema.parse(kept);
  switch (why.kind) {
    case 'new':
      return words.whyNew(why.members, why.of);
    case 'long-ago':
      return words.whyLongAgo(why.members, why.of, why.days);
    case 'missed':
      return words.whyMissed(why.misses, why.answers);
    case 'first':
      return words.whyFirst;
    case 'rested':
      return words.whyRested(why.days);
  }
}
