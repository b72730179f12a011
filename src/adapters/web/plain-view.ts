import { encodeIntent } from '../../core/intent.ts';
import type { Button } from '../../core/reply.ts';
import type { Piece } from './protocol.ts';

/** Draws what the terminal shows; its numbered buttons can be pressed. */
export function viewOfPlain({ text, buttons }: { readonly text: string; readonly buttons: readonly Button[] }): Piece[] {
  const numbered = buttons.map(({ label, intent }, at) => ({
    tag: 'button' as const,
    press: encodeIntent(intent),
    label: `[${at + 1}] ${label}`,
  }));
  return [
    { tag: 'div', class: 'lines', children: [text] },
    ...(numbered.length > 0 ? [{ tag: 'div', class: 'buttons', children: numbered } as const] : []),
  ];
}
