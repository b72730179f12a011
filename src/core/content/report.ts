import type { LoadedConcept } from './load.ts';
import type { Problem } from './problem.ts';

/** Takes down a problem of one concept, at a part of it. */
export type Report = (
  at: LoadedConcept,
  path: readonly PropertyKey[],
  severity: Problem['severity'],
  message: string,
  mend: string,
) => void;

/** Where a concept stands, to be named in the problem of another. */
export const placeOf = ({ concept, locate }: LoadedConcept): string => `${concept.origin.file}:${locate([]).line}`;
