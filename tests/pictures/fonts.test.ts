import { describe, expect, test } from 'vitest';
import { CHART_LIMITS } from '../../src/core/chart.ts';
import { LANGUAGES } from '../../src/core/content/schema.ts';
import { wordsIn } from '../../src/core/i18n/words.ts';
import { loadFonts } from '../../src/pictures/fonts.ts';
import { createTypesetter } from '../../src/pictures/typesetter.ts';
import { shippedDiagrams } from '../core/diagram/shipped.ts';
import { shippedLibrary } from '../support/notes.ts';

const { metrics } = await loadFonts();
const newTypesetter = () => createTypesetter(metrics);
const regular = { size: 10, weight: 'regular' } as const;

describe('the fonts', () => {
  test('have every letter of the shipped names, diagrams and flows', async () => {
    const { concepts, flows } = await shippedLibrary();
    const names = [...concepts.values()].flatMap(({ wordings }) => Object.values(wordings).map(({ name }) => name));
    const sources = (await shippedDiagrams()).map(({ source }) => source);
    const typesetter = newTypesetter();
    for (const text of [...names, ...sources, ...flows.flatMap(({ title }) => [title.en ?? '', title.zh ?? ''])]) typesetter.drawable(text);
    expect(typesetter.missing()).toEqual([]);
  });

  test('have every letter of our own words in charts', () => {
    const typesetter = newTypesetter();
    for (const language of LANGUAGES) {
      const words = wordsIn(language);
      const texts = [
        words.chartForecast,
        words.chartTooFew,
        words.chartNothing,
        ...words.chartScale,
        words.topScore(CHART_LIMITS.people, CHART_LIMITS.people),
        ...words.mapTimes,
      ];
      for (const text of [...texts, words.chartLearnt(1, 2), words.chartDue(3)]) {
        typesetter.drawable(text);
        expect(typesetter.weightFor(text, 'bold')).toBe('bold');
      }
    }
    expect(typesetter.missing()).toEqual([]);
  });

  test('have Chinese of both kinds, Latin, Greek and Cyrillic letters', () => {
    for (const letter of '骉堃陳體臺龘éüßñΩЖ，。《》①→≤✓〓𬬭') {
      const known = metrics.regular.has(letter.codePointAt(0) ?? 0);
      expect({ letter, known }).toEqual({ letter, known: letter !== '龘' });
    }
    expect(metrics.bold.has('陳'.codePointAt(0) ?? 0)).toBe(false);
  });

  test('tell how wide letters are', () => {
    const widths = Array.from('中Wi', (letter) => metrics.regular.advanceOf(letter.codePointAt(0) ?? 0));
    expect(widths).toEqual([1, 0.878, 0.275]);
    expect(metrics.regular.advanceOf(0x1f433)).toBe(0);
  });
});

describe('a text', () => {
  test.each([
    ['陈堃', '陈堃', []],
    ['小🐳王', '小〓王', ['🐳']],
    ['👩‍💻', '〓', ['👩‍💻']],
    ['김민수', '〓〓〓', ['김', '민', '수']],
    ['Wiśniewska Łukasz', 'Wisniewska Lukasz', []],
    ['e\u0301te\u0301', 'été', []],
    ['a\u202eb\u200bc\u0007d', 'abcd', []],
    ['tab\tand   spaces', 'tab and spaces', []],
    ['two\nlines', 'two\nlines', []],
    ['', '', []],
  ])('%j is drawn as %j', (text, drawn, missing) => {
    const typesetter = newTypesetter();
    expect(typesetter.drawable(text)).toBe(drawn);
    expect(typesetter.missing()).toEqual(missing);
  });

  test('is as wide as its letters', () => {
    expect(newTypesetter().widthOf('中中i', regular)).toBeCloseTo(22.75);
  });

  test('is bold only where bold has all of its letters', () => {
    const { weightFor, widthOf } = newTypesetter();
    expect([weightFor('陈 A', 'bold'), weightFor('陳 A', 'bold'), weightFor('陈', 'regular')]).toEqual(['bold', 'regular', 'regular']);
    expect(widthOf('陳W', { size: 10, weight: 'bold' })).toBe(widthOf('陳W', regular));
  });

  test.each([
    ['one two three', 45, ['one two', 'three']],
    ['控制平面，旧称主节点', 50, ['控制平面，', '旧称主节点']],
    ['a-very-long-word short', 30, ['a-very-long-word', 'short']],
    ['first\nsecond', 100, ['first', 'second']],
    ['', 100, ['']],
  ])('%j is set in lines', (text, width, lines) => {
    expect(newTypesetter().wrap(text, regular, width)).toEqual(lines);
  });

  test('is cut with an ellipsis where it is too wide, and never inside a letter', () => {
    const { clip, widthOf } = newTypesetter();
    expect(clip('abc', regular, 100)).toBe('abc');
    const cut = clip('Aleksandra de Montmorency', regular, 60);
    expect(cut).toMatch(/^Aleks.*…$/);
    expect(widthOf(cut, regular)).toBeLessThanOrEqual(60);
    expect(clip('一'.repeat(100_000), regular, 50)).toBe('一一一一…');
  });
});
