import type { Tables } from './tables.ts';

/** By which columns the rows of a table are told apart, and whether the first of them counts up by itself. */
export interface TableKey {
  /** Empty where rows have no key: such a table is small, and copied in one go. */
  readonly columns: readonly string[];
  readonly countsUp?: true;
}

/** Every table that holds what is remembered, each behind those that it refers to. One that is missing does not compile. */
export const TABLE_KEYS: {
  readonly [Table in Exclude<keyof Tables, 'migration'>]: TableKey & { readonly columns: readonly (keyof Tables[Table])[] };
} = {
  learner: { columns: ['id'], countsUp: true },
  actor: { columns: ['id'] },
  preference: { columns: ['learner'] },
  known_concept: { columns: ['scope', 'id'] },
  schedule: { columns: ['conversation'] },
  quiz: { columns: ['id'], countsUp: true },
  question: { columns: ['quiz', 'position'] },
  asked: { columns: ['scope', 'item'] },
  attempt: { columns: ['id'], countsUp: true },
  standing: { columns: ['scope', 'period', 'learner'] },
  post: { columns: ['key'] },
  pace: { columns: ['lane'] },
  log_line: { columns: ['id'] },
  memory: { columns: ['learner', 'concept'] },
  face: { columns: ['learner', 'concept', 'face'] },
  look_up: { columns: [] },
  hold: { columns: ['learner', 'from_at_ms'] },
  reminder: { columns: ['learner'] },
  link_code: { columns: ['hash'] },
  link_try: { columns: [] },
  pending: { columns: ['id'] },
  seen_delivery: { columns: ['delivery'] },
  inviter: { columns: ['conversation'] },
  installation: { columns: ['space'] },
  departure: { columns: ['space'] },
  greeting: { columns: ['place'] },
  gap: { columns: ['id'], countsUp: true },
  gap_asker: { columns: ['gap', 'who'] },
  verdict: { columns: ['learner', 'concept'] },
  sent_picture: { columns: ['space', 'hash'] },
  personal_file: { columns: ['space', 'file'] },
  digest: { columns: ['conversation'] },
};
