import { describe, expect, test } from 'vitest';
import { illustrate, picturesIn } from '../../src/core/illustrate.ts';
import type { Drawing } from '../../src/core/picture.ts';
import { quickPencil, stepWithPicture } from '../support/pictures.ts';

const both = { ...stepWithPicture(1), blocks: [...stepWithPicture(1).blocks, ...stepWithPicture(2).blocks] };
const isSecond = (drawing: Drawing) => drawing.kind === 'diagram' && drawing.source.includes('b2');

describe('the pictures of a reply', () => {
  test('are drawn in the language of the reply, each for its block', async () => {
    const pictures = await illustrate({ ...both, language: 'zh' }, quickPencil, 'dark');
    expect([...pictures.keys()]).toEqual(picturesIn(both));
    expect([...pictures.values()].map(({ png }) => String(Buffer.from(png)).slice(-35))).toEqual([
      expect.stringContaining('{"language":"zh","theme":"dark"}'),
      expect.stringContaining('{"language":"zh","theme":"dark"}'),
    ]);
  });

  test('that cannot be drawn are left out, and the others are there', async () => {
    const pictures = await illustrate(both, async (drawing, look) => (isSecond(drawing) ? undefined : quickPencil(drawing, look)), 'light');
    expect([...pictures.keys()]).toEqual(picturesIn(stepWithPicture(1)));
  });
});
