import { stripVTControlCharacters, styleText } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, columnsOf, wrap } from '../../../src/adapters/terminal/layout.ts';

const bold = (text: string) => styleText('bold', text, { validateStream: false });

describe('the width of a text', () => {
  test.each([
    ['abc', 3],
    ['镜像', 4],
    ['，。', 4],
    ['Pod 是', 6],
    ['👍', 2],
    ['e\u0301', 1],
    ['', 0],
  ])('of "%s" is %i columns', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  test('does not count colours', () => {
    expect(columnsOf(bold('abc'))).toBe(3);
  });
});

describe('running text', () => {
  test('is broken at spaces', () => {
    expect(wrap('The agent on every node', 10)).toBe('The agent\non every\nnode');
  });

  test('is broken between Chinese characters, but never before a full stop or behind an opening quote', () => {
    expect(wrap('容器跑起来。', 10)).toBe('容器跑起\n来。');
    expect(wrap('他说过：“好”', 10)).toBe('他说过：\n“好”');
  });

  test('keeps its own lines, and its words, in both languages', () => {
    expect(wrap('one\n\ntwo', 20)).toBe('one\n\ntwo');
    expect(wrap('节点上的 kubelet 会启动', 12)).toBe('节点上的\nkubelet 会启\n动');
  });

  test('leaves an address whole, so that it can be clicked', () => {
    const url = 'https://kubernetes.io/docs/concepts/architecture/';
    expect(wrap(`see ${url} there`, 20)).toBe(`see\n${url}\nthere`);
  });

  test('is broken where it would be without its colours', () => {
    const painted = `${bold('The agent on')} every node`;
    expect(stripVTControlCharacters(wrap(painted, 10))).toBe(wrap('The agent on every node', 10));
  });

  test('stays as it is where lines have no end', () => {
    expect(wrap('a  b '.repeat(50), Number.POSITIVE_INFINITY)).toBe('a  b '.repeat(50));
  });

  test('loses nothing but spaces, and no line is wider than asked but for one word', () => {
    const pieces = fc.constantFrom('Pod', 'kubelet', '容器', '，', '。', '（', '）', '“', '”', ' ', ' ', 'a-b/c', '👍', bold('粗'), '—');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.integer({ min: 12, max: 40 }), (parts, columns) => {
        const text = parts.join('');
        const lines = wrap(text, columns).split('\n');
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines.filter((one) => columnsOf(one) > columns)) expect(line).not.toContain(' ');
      }),
    );
  });
});

describe('buttons', () => {
  test('stand beside one another as long as there is room, and are never broken', () => {
    expect(arrange(['[1] Pod', '[2] Node', '[3] API server'], 20)).toBe('[1] Pod   [2] Node\n[3] API server');
    expect(arrange(['[1] a very long label'], 10)).toBe('[1] a very long label');
  });

  test('stand in columns where there are many, Chinese ones too', () => {
    const cells = ['[1] 镜像', '[2] a', '[3] b', '[4] 容器', '[5] c', '[6] d', '[7] 节点'];
    expect(arrange(cells, 30)).toBe('[1] 镜像   [2] a      [3] b\n[4] 容器   [5] c      [6] d\n[7] 节点');
    for (const row of arrange(cells, 30).split('\n')) expect(columnsOf(row)).toBeLessThanOrEqual(30);
  });

  test('are none where there are none', () => {
    expect(arrange([], 40)).toBe('');
  });
});
