/** A concept of somebody's Markdown notes that has an id from an earlier load. */
export interface Remembered extends Unnamed {
  readonly id: string;
}

/** A concept that has just been read and has no id yet. */
export interface Unnamed {
  /** The author's own first. */
  readonly names: readonly string[];
  readonly definition: string;
  /** See {@link placeOf}. */
  readonly place: string;
}

/** Why a fresh concept was taken for a remembered one. */
export type Reason = 'same name' | 'same place, near name' | 'same place, near definition' | 'near-identical definition';

/** A pair of indices, into the fresh concepts and the remembered ones. */
export interface Pair {
  readonly fresh: number;
  readonly old: number;
  readonly why: Reason;
}

/** Where a term stands: `file#Heading › Heading`. */
export const placeOf = (path: string, context: readonly string[]): string => `${path}#${context.join(' › ')}`;
