import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, inkOn, onRamp, THEMES, type Theme } from '../../src/pictures/theme.ts';

const READABLE = 4.5;
const themes = Object.entries<Theme>(THEMES);

test('contrast is what WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#123456', '#123456')).toBe(1);
});

describe.each(themes)('in the %s theme', (_, theme) => {
  const grounds = [theme.background, ...theme.groups];

  test('all that is written is read well on what it stands on, dimmed or not', () => {
    const pairs = [
      ...Object.values(theme.nodes).map(({ text, fill }) => [text, fill]),
      ...[theme.text, theme.muted, ...Object.values(theme.labels)].flatMap((ink) => grounds.map((ground) => [ink, ground])),
    ];
    for (const [ink = '', ground = ''] of pairs)
      expect({ ink, ground, isRead: contrast(ink, ground) >= READABLE }).toMatchObject({ isRead: true });
  });

  test('lines, borders and bars are seen', () => {
    const pairs = [theme.lines.plain, theme.lines.chosen, theme.nodes.plain.border, theme.bar].map((colour) => [colour, theme.background]);
    for (const [colour = '', ground = ''] of [...pairs, [theme.bar, theme.track]]) {
      expect({ colour, ground, isSeen: contrast(colour, ground) >= 3 }).toMatchObject({ isSeen: true });
    }
  });

  test('every share of the memory map is read on its colour', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const fill = onRamp(theme.ramp, share);
        expect(contrast(inkOn(fill), fill)).toBeGreaterThanOrEqual(READABLE);
      }),
    );
  });

  test('the ramp goes one way, so that more is always lighter or darker', () => {
    const shades = Array.from({ length: 21 }, (_, step) => contrast(onRamp(theme.ramp, step / 20), theme.background));
    expect(shades).toEqual(shades.toSorted((a, b) => a - b));
  });
});
