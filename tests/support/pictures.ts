import type { Bot } from '../../src/core/bot.ts';
import type { DrawPicture } from '../../src/core/picture.ts';
import type { Reply } from '../../src/core/reply.ts';

/** The smallest PNG: one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Draws everything at once, alike but for its last bytes, which say what was drawn. */
export const quickPencil: DrawPicture = async (drawing, look) => ({
  png: Buffer.concat([PNG, Buffer.from(JSON.stringify([drawing, look]))]),
  width: 1,
  height: 1,
});

/** Draws nothing until it is told to. */
export function slowPencil() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const draw: DrawPicture = async (drawing, look) => {
    await promise;
    return quickPencil(drawing, look);
  };
  return { draw, finish: resolve };
}

/** One step of something shown in steps: a picture, and the ways on and back. */
export function stepWithPicture(step: number): Reply {
  const to = (label: string, target: number) => ({ label, intent: { command: 'step', args: { n: String(target) } } });
  return {
    summary: `Step ${step}`,
    language: 'en',
    replaces: step > 1,
    blocks: [
      {
        kind: 'picture',
        drawing: { kind: 'diagram', source: `flowchart LR\n  a --> b${step}`, highlight: [] },
        alt: `The picture of step ${step}.`,
        instead: [{ kind: 'code', language: 'text', text: `text of step ${step}` }],
      },
      { kind: 'buttons', buttons: [to('Next', step + 1), to('Plain', 0)] },
    ],
  };
}

const PLAIN: Reply = { summary: 'Plain', language: 'en', replaces: true, blocks: [{ kind: 'prose', text: 'no picture here' }] };

/** Shows a picture whatever is asked, then one for each step; step 0 has none. */
export const stepper: Bot = {
  reply: async ({ intent: { args } }) => (args.n === '0' ? PLAIN : stepWithPicture(Number(args.n ?? 1))),
  audienceOf: () => 'actor',
  formFor: () => undefined,
  suggest: () => [],
};
