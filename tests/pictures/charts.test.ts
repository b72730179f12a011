import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Chart, describeChart, percentOf } from '../../src/core/chart.ts';
import { LANGUAGES, type Language } from '../../src/core/content/schema.ts';
import { drawChart } from '../../src/pictures/charts/chart-svg.ts';
import { loadFonts } from '../../src/pictures/fonts.ts';
import { contrast, THEMES, type ThemeName } from '../../src/pictures/theme.ts';
import { createTypesetter } from '../../src/pictures/typesetter.ts';

const { metrics } = await loadFonts();

const BOARD: Chart = {
  kind: 'leaderboard',
  title: 'Leaderboard',
  caption: 'This week',
  rows: [
    { place: 1, name: '陈堃', score: 12, figure: '12 of 20 right' },
    { place: 2, name: 'Zoë <b>&"', score: 7, figure: '7 of 20 right' },
    { place: 2, name: '김민수', score: 7, figure: '7 of 20 right' },
    { place: 4, name: '陳雅婷', score: 0, figure: '0 of 20 right' },
  ],
};
const PROGRESS: Chart = {
  kind: 'progress',
  title: '我的进度',
  learnt: 87,
  total: 233,
  due: 14,
  forecast: [
    { day: '周一', count: 14 },
    { day: '周二', count: 0 },
    { day: '周三', count: 3 },
  ],
};
const MAP: Chart = {
  kind: 'memory-map',
  title: 'Memory map',
  columns: ['today', 'in a week'],
  rows: [
    { name: 'Pod', recall: [0.984, 0.5] },
    { name: 'kube-proxy', recall: [undefined, 0.3] },
    { name: 'etcd', recall: [0.999, 0.001] },
    { name: 'Service', recall: [1, 0] },
  ],
};

const draw = (chart: Chart, theme: ThemeName = 'light', language: Language = 'en') =>
  drawChart(chart, { theme: THEMES[theme], language, typesetter: createTypesetter(metrics) });

interface Text {
  readonly text: string;
  readonly x: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly fill: string;
  readonly anchor: string;
}

const UNESCAPED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

function textsIn(svg: string): Text[] {
  return Array.from(svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g), ([, attributes = '', text = '']) => {
    const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    return {
      text: text.replace(/&\w+;/g, (entity) => UNESCAPED[entity] ?? entity),
      x: Number(value('x')),
      size: Number(value('font-size')),
      isBold: value('font-weight') === '700',
      fill: value('fill'),
      anchor: value('text-anchor') || 'start',
    };
  });
}

/** Texts that reach beyond the sides of a picture. */
function outside(svg: string): string[] {
  const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
  const { widthOf } = createTypesetter(metrics);
  return textsIn(svg).flatMap(({ text, x, size, isBold, anchor }) => {
    const long = widthOf(text, { size, weight: isBold ? 'bold' : 'regular' });
    const left = anchor === 'middle' ? x - long / 2 : anchor === 'end' ? x - long : x;
    return left < 0 || left + long > width ? [text] : [];
  });
}

describe('a chart', () => {
  test('of a leaderboard shows places, names and figures; 〓 for letters that the fonts lack', () => {
    const texts = textsIn(draw(BOARD)).map(({ text }) => text);
    expect(texts).toEqual([
      ...['Leaderboard', 'This week', '1', '陈堃', '12 of 20 right', '2', 'Zoë <b>&"', '7 of 20 right'],
      ...['2', '〓〓〓', '7 of 20 right', '4', '陳雅婷', '0 of 20 right'],
    ]);
  });

  test('of progress shows what is learnt, due and to come', () => {
    const texts = textsIn(draw(PROGRESS, 'dark', 'zh')).map(({ text }) => text);
    expect(texts).toEqual([
      '我的进度',
      '233 个概念学会了 87 个',
      '今天要复习 14 个',
      '接下来几天要复习的数量',
      '14',
      '周一',
      '0',
      '周二',
      '3',
      '周三',
    ]);
  });

  test('of a memory map shows a share in each cell, and a dash where too few people tell', () => {
    const texts = textsIn(draw(MAP)).map(({ text }) => text);
    expect(texts).toEqual([
      ...['Memory map', 'today', 'in a week', 'Pod', '98%', '50%', 'kube-proxy', '–', '30%', 'etcd', '99%', '1%', 'Service', '100%', '0%'],
      ...['– too few people to tell', 'forgotten 0%', '100% firm'],
    ]);
  });

  test.each([[{ kind: 'leaderboard', title: 'T', rows: [] }], [{ kind: 'memory-map', title: 'T', columns: [], rows: [] }]] satisfies [
    Chart,
  ][])('without figures says so: %j', (chart) => {
    expect(textsIn(draw(chart)).map(({ text }) => text)).toEqual(['T', 'There is nothing to show yet.']);
  });

  test('is written in colours that are read: those of the theme, or black and white on a cell', () => {
    for (const theme of ['light', 'dark'] as const) {
      const { background, text, muted } = THEMES[theme];
      const fills = [BOARD, PROGRESS, MAP].flatMap((chart) => textsIn(draw(chart, theme)).map(({ fill }) => fill));
      expect(fills.filter((fill) => ![text, muted, '#000000', '#ffffff'].includes(fill))).toEqual([]);
      expect(Math.min(contrast(text, background), contrast(muted, background))).toBeGreaterThanOrEqual(4.5);
    }
  });

  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constant('名'.repeat(300)),
  );
  const count = fc.oneof(fc.nat(40), fc.nat(9_999_999), fc.constant(0));

  test('keeps everything inside, whatever the names and figures', () => {
    const board = fc.array(fc.record({ place: count, name, score: count, figure: name }), { maxLength: 30 });
    const forecast = fc.array(fc.record({ day: name, count }), { maxLength: 20 });
    const recall = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }), { maxLength: 8 });
    const chart = fc.oneof(
      fc.record({ kind: fc.constant('leaderboard' as const), title: name, caption: name, rows: board }),
      fc.record({ kind: fc.constant('progress' as const), title: name, learnt: count, total: count, due: count, forecast }),
      fc.record({
        kind: fc.constant('memory-map' as const),
        title: name,
        columns: fc.array(name, { maxLength: 8 }),
        rows: fc.array(fc.record({ name, recall }), { maxLength: 30 }),
      }),
    );
    fc.assert(
      fc.property(chart, fc.constantFrom(...LANGUAGES), (some, language) => {
        const svg = draw(some, 'light', language);
        expect(outside(svg)).toEqual([]);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|(?:width|height|rx)="-/);
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});

describe('a chart in sentences', () => {
  test('says every figure, in both languages', () => {
    expect(describeChart(BOARD, 'en')).toBe(
      'Leaderboard. This week. 1. 陈堃, 12 of 20 right. 2. Zoë <b>&", 7 of 20 right. 2. 김민수, 7 of 20 right. 4. 陳雅婷, 0 of 20 right.',
    );
    expect(describeChart(PROGRESS, 'zh')).toBe('我的进度。233 个概念学会了 87 个。今天要复习 14 个。周一：14 个。周二：0 个。周三：3 个。');
    expect(describeChart(MAP, 'en')).toBe(
      'Memory map. Pod: today 98%, in a week 50%. kube-proxy: today not known, in a week 30%. etcd: today 99%, in a week 1%. Service: today 100%, in a week 0%.',
    );
  });

  test('is never "all" or "nothing" unless it is so', () => {
    expect([0, 0.0001, 0.005, 0.5, 0.996, 1].map(percentOf)).toEqual([0, 1, 1, 50, 99, 100]);
  });
});
