import { z } from 'zod';
import { type Memory, type MemoryModel, RATINGS, type Rating } from './memory.ts';
import { type LogLine, whatCounts } from './replay.ts';

/** One rating in the history of a concept, as the optimizer wants it. */
export interface RatedAfter {
  readonly rating: Rating;
  /** Whole days since the rating before; 0 for the first. */
  readonly days: number;
}

const DAY_MS = 86_400_000;

const whatSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rated'), rating: z.enum(RATINGS) }),
  z.object({ kind: z.literal('hit'), choices: z.int().min(2) }),
  z.object({ kind: z.enum(['missed', 'unsure', 'known']) }),
  z.object({ kind: z.literal('undone'), line: z.string() }),
]);
const exportSchema = z.object({
  log_line: z.array(z.object({ id: z.string(), concept: z.string(), what_json: z.string(), at_ms: z.coerce.number() })),
});

/**
 * The log of whoever asked for their data by `export`, whose JSON this is.
 *
 * @throws ZodError where it is something else.
 */
export function logInExport(json: string): LogLine[] {
  const { log_line } = exportSchema.parse(JSON.parse(json));
  return log_line.map(({ id, concept, what_json, at_ms }) => ({
    ...{ id, concept, at: new Date(at_ms) },
    what: whatSchema.parse(JSON.parse(what_json)),
  }));
}

/** Several people's logs as one, in which each has concepts of their own. */
export const together = (logs: readonly (readonly LogLine[])[]): LogLine[] =>
  logs.flatMap((log, person) => log.map((line) => ({ ...line, concept: `${person} ${line.concept}` })));

/**
 * What FSRS's weights can be fitted to: for each rating but the first of a
 * concept, the history up to and including it.
 *
 * Misses and "I don't know" in a quiz are ratings of Again. Hits are left out:
 * no rating says that it may have been a guess (ADR 9).
 */
export function historiesOf(lines: readonly LogLine[]): RatedAfter[][] {
  const byConcept = Map.groupBy(whatCounts(lines), ({ concept }) => concept);
  return [...byConcept.values()].flatMap((log) => {
    const rated = log.flatMap(({ what, at }) => {
      const rating = ratingOf(what);
      return rating === undefined ? [] : [{ rating, at }];
    });
    const history = rated.map(({ rating, at }, index): RatedAfter => ({ rating, days: daysSince(rated[index - 1]?.at, at) }));
    return history.slice(1).map((_, index) => history.slice(0, index + 2));
  });
}

/** How badly a model predicts what is rated: the mean log loss over all ratings but the first of each concept; 0 is perfect. */
export function logLossOf(lines: readonly LogLine[], model: MemoryModel): number {
  const memories = new Map<string, Memory>();
  const losses: number[] = [];
  for (const { concept, what, at } of whatCounts(lines)) {
    if (what.kind === 'undone') continue;
    const memory = memories.get(concept);
    const rating = ratingOf(what);
    if (memory && rating !== undefined) {
      const recall = Math.min(0.9999, Math.max(0.0001, model.recall(memory, at)));
      losses.push(-Math.log(rating === 'again' ? 1 - recall : recall));
    }
    memories.set(concept, model.learn(memory, what, at));
  }
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** A rating as FSRS counts it: 1 for Again to 4 for Easy. */
export const numberOf = (rating: Rating): number => RATINGS.indexOf(rating) + 1;

function ratingOf(what: LogLine['what']): Rating | undefined {
  if (what.kind === 'rated') return what.rating;
  return what.kind === 'missed' || what.kind === 'unsure' ? 'again' : undefined;
}

const daysSince = (before: Date | undefined, at: Date): number => (before ? Math.round((at.getTime() - before.getTime()) / DAY_MS) : 0);
