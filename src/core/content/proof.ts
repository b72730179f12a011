import { z } from 'zod';
import { spellingKey } from '../search/text.ts';
import { type Concept, wordingsOf } from './concept.ts';
import type { Problem, SourceFile } from './problem.ts';
import { parseYaml } from './yaml-file.ts';

/** An example question: what the notes must answer, or must refuse. */
const exampleSchema = z
  .strictObject({
    ask: z.string().min(1).describe('The question, as a person types it.'),
    lang: z.enum(['en', 'zh', 'mixed']).describe('Its language; mixed where it holds words of both.'),
    kind: z.string().min(1).describe('What sort of question it is, for the report: definition, paraphrase, trap …'),
    reach: z.array(z.string()).min(1).max(2).optional().describe('The concept that must be found; both, in order, for a comparison.'),
    refuse: z.literal(true).optional().describe('The notes do not answer it, and must say so.'),
  })
  .refine(({ reach, refuse }) => (reach === undefined) !== (refuse === undefined), { error: 'needs either reach: or refuse: true' });

export type Example = z.output<typeof exampleSchema>;

/** A file of example questions. */
export interface Proof {
  readonly file: string;
  readonly examples: readonly Example[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a file of example questions and holds it against the notes: an example
 * that stands word for word among the ways to ask proves nothing.
 */
export function readProof(source: SourceFile, concepts: ReadonlyMap<string, Concept>): Proof {
  const { value = [], problems, locate } = parseYaml(source, z.array(exampleSchema));
  const asks = new Map(
    [...concepts.values()].flatMap((concept) => asksOf(concept).map((text) => [spellingKey(text), concept.id] as const)),
  );
  const found = value.flatMap(({ ask, reach = [] }, index): Problem[] => {
    const problem = (path: readonly PropertyKey[], message: string, mend: string): Problem => ({
      severity: 'error',
      file: source.path,
      ...locate([index, ...path]),
      message,
      mend,
    });
    const indexed = asks.get(spellingKey(ask));
    return [
      ...reach.flatMap((id, at) => (concepts.has(id) ? [] : [problem(['reach', at], `there is no concept ${id}`, 'mend the id')])),
      ...(indexed === undefined ? [] : [problem(['ask'], `"${ask}" is also a way to ask for ${indexed}`, 'take it out here or there')]),
    ];
  });
  return { file: source.path, examples: value, problems: [...problems, ...found] };
}

const asksOf = (concept: Concept): string[] => wordingsOf(concept).flatMap(({ asks }) => asks);
