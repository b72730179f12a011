import { UserError } from './errors.ts';
import type { Intent } from './intent.ts';

/** One text that a person is asked for when they press a button: a dialog where the platform has such, else the next line. */
export interface Form {
  /** At most {@link FORM_LIMITS}.title characters, as all that stands on it has its limit there. */
  readonly title: string;
  readonly label: string;
  /** What to write, and who reads it. */
  readonly hint: string;
  /** How many characters may be written. */
  readonly longest: number;
  /** Whether it may be sent with nothing in it. */
  readonly isOptional: boolean;
  /** What the button says that sends it. */
  readonly send: string;
  readonly cancel: string;
}

/**
 * What the tightest platform holds: https://docs.slack.dev/reference/views/modal-views (title, submit, close 24),
 * https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element (3,000 characters) and
 * https://docs.discord.com/developers/components/reference#label-label-structure (label 45, description 100).
 */
export const FORM_LIMITS = { title: 24, label: 45, hint: 100, longest: 3_000, button: 24 } as const;

/** The argument in which an intent brings along what was written; it never rides on a button. */
export const FILLED = 'filled';

/** Whether an intent is what a form has sent, rather than what opens it. */
export const isFilled = ({ args }: Intent): boolean => args[FILLED] !== undefined;

/** The intent of a button, with what was written into its form. */
export const fill = ({ command, args }: Intent, written: string): Intent => ({ command, args: { ...args, [FILLED]: written.trim() } });

/**
 * Holds what was written against its form: both may be forged.
 *
 * @throws UserError where there is no such form, or it does not take this.
 */
export function mustTake(form: Form | undefined, { [FILLED]: written }: Intent['args']): void {
  if (written === undefined) return;
  if (!form) throw new UserError((words) => words.unknownButton);
  const { longest, isOptional } = form;
  if (written.length > longest) throw new UserError((words) => words.formTooLong(longest));
  if (written === '' && !isOptional) throw new UserError((words) => words.formEmpty);
}
