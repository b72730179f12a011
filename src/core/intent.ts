import { UserError } from './errors.ts';

/** What a person asked for, as plain data. Arguments are strings, since they must survive a button. */
export interface Intent {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
}

/** What a Discord button's `custom_id` holds: https://docs.discord.com/developers/components/reference */
export const MAX_INTENT = 100;

const SHAPE = /^[a-z]{1,20}(?:\?[\w.~*%+=&-]*)?$/;

/**
 * Writes an intent as a URL, such as `ask?concept=kubelet&lang=zh`, for a button.
 *
 * @throws Error over {@link MAX_INTENT} characters: free text never rides on a button.
 */
export function encodeIntent({ command, args }: Intent): string {
  const query = new URLSearchParams(args).toString();
  const encoded = query === '' ? command : `${command}?${query}`;
  if (encoded.length > MAX_INTENT) throw new Error(`an intent has ${encoded.length} characters, a button holds ${MAX_INTENT}: ${encoded}`);
  return encoded;
}

/**
 * Reads what {@link encodeIntent} wrote.
 *
 * @throws UserError for anything else, such as a forged button.
 */
export function decodeIntent(encoded: string): Intent {
  if (!isEncoded(encoded)) throw new UserError((words) => words.unknownButton);
  const [command = '', query = ''] = encoded.split('?', 2);
  return { command, args: Object.fromEntries(new URLSearchParams(query)) };
}

const isEncoded = (text: string): boolean => text.length <= MAX_INTENT && SHAPE.test(text);

/** What a button asks for; of one that we never made, something that the bot knows nothing of, and says so. */
export const intentOn = (button: string): Intent => (isEncoded(button) ? decodeIntent(button) : { command: '', args: {} });
