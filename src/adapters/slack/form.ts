import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { FILLED, type Form } from '../../core/form.ts';
import { encodeIntent, type Intent } from '../../core/intent.ts';

/** Where a modal's button stood: the modal carries it, so that the answer finds its way after a restart and on another process. */
const origin = z.object({
  /** What the button carries. */
  button: z.string(),
  channel: z.string(),
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('home') }),
    z
      .object({
        kind: z.literal('address'),
        responseUrl: z.url(),
        thread: z.string().optional(),
        isKept: z.boolean(),
        message: z.string().optional(),
      })
      .transform(({ thread, message, ...place }) => ({ ...place, thread, ...(message !== undefined && { message }) })),
  ]),
  pressed: z
    .object({ isPublic: z.boolean(), message: z.string().optional() })
    .transform(({ isPublic, message }) => ({ isPublic, ...(message !== undefined && { message }) }))
    .optional(),
});
type Origin = z.output<typeof origin>;

/** What {@link formView} wrote; `undefined` for anything else. */
export function readOrigin(metadata: string): Origin | undefined {
  try {
    return origin.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}

/** What stands in the one field of a modal of ours. */
export const writtenIn = (
  values: Readonly<Record<string, Readonly<Record<string, { readonly value?: string | null | undefined }>>>>,
): string => values[FILLED]?.[FILLED]?.value ?? '';

/** A form as a modal: https://docs.slack.dev/reference/views/modal-views */
export function formView(
  { title, label, hint, longest, isOptional, send, cancel }: Form,
  {
    intent,
    channel,
    place,
    pressed,
  }: { readonly intent: Intent; readonly channel: string; readonly place: object; readonly pressed?: object },
): ModalView {
  const text = (said: string) => ({ type: 'plain_text', text: said, emoji: false }) as const;
  return {
    type: 'modal',
    callback_id: intent.command,
    private_metadata: JSON.stringify({ button: encodeIntent(intent), channel, place, pressed }),
    title: text(title),
    submit: text(send),
    close: text(cancel),
    blocks: [
      {
        type: 'input',
        block_id: FILLED,
        label: text(label),
        hint: text(hint),
        optional: isOptional,
        element: { type: 'plain_text_input', action_id: FILLED, multiline: true, max_length: longest },
      },
    ],
  };
}
