import type { Words } from './i18n/words.ts';

/** A mistake that a person can mend; what it says is shown to that person in their language. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly say: (words: Words) => string;

  constructor(say: (words: Words) => string) {
    super('a mistake that the person can mend');
    this.say = say;
  }
}

/** A mistake in the notes or in how the program was called, for an author or an admin: says what is wrong and how to mend it. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

/** How a platform refused a message: the place is gone, or not open to us; come back later; or nobody knows whether it was done. */
export type Refusal =
  | { readonly kind: 'gone' | 'forbidden' | 'unknown outcome' }
  /** Nothing was done: the platform asks us to wait, or cannot be reached at all. */
  | { readonly kind: 'later'; readonly waitMs: number };

/** A platform did not do what was asked of it. Says to whoever runs the bot what is the matter. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly refusal: Refusal;

  constructor(message: string, refusal: Refusal, cause?: unknown) {
    super(message, { cause });
    this.refusal = refusal;
  }
}

/** What was to be kept could not be, or not be read: nothing was changed. Says to whoever runs the bot what is the matter. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** Whether it is worth trying again, because what is the matter can pass: a full disk, a lost connection, a lock. */
  readonly retry: boolean;

  constructor(message: string, { retry, cause }: { readonly retry: boolean; readonly cause?: unknown }) {
    super(message, { cause });
    this.retry = retry;
  }
}
