import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/core/markdown.ts';

/** A tree as text, with bold between angle brackets. */
function outline(node: Nodes): string {
  if ('value' in node) return node.type === 'inlineCode' ? `{${node.value}}` : node.value;
  if (node.type === 'image') return `(${node.alt})`;
  if (!('children' in node)) return '';
  const inside = node.children.map(outline).join('');
  return node.type === 'strong' ? `<${inside}>` : inside;
}

describe('bold', () => {
  test.each([
    ['**树内（in-tree）**插件', '<树内（in-tree）>插件'],
    ['一个**“容器”**在跑', '一个<“容器”>在跑'],
    ['这是**重点。**下一句', '这是<重点。>下一句'],
    ['一个**容器**在跑', '一个<容器>在跑'],
    ['a **bold** word and **two**', 'a <bold> word and <two>'],
    ['- **Pod**: one', '<Pod>: one'],
    ['**Pod**s', '<Pod>s'],
  ])('is read as its author meant it, in Chinese as in English: %s', (text, read) => {
    expect(outline(parseMarkdown(text))).toBe(read);
  });

  test.each([
    ['only **/*.log and *.log', 'only **/*.log and *.log'],
    ['2 ** 3 ** 4', '2 ** 3 ** 4'],
    ['`**kwargs**`', '{**kwargs**}'],
    ['```\n**kwargs**\n```', '**kwargs**'],
    ['![**x**](y.png)', '(x)'],
  ])('is not read into what only looks like it: %j', (text, read) => {
    expect(outline(parseMarkdown(text))).toBe(read);
  });
});

test('a text is read once, as long as not very many others are read', () => {
  const first = parseMarkdown('**one**');
  for (let at = 0; at < 999; at++) parseMarkdown(`text ${at}`);
  expect(parseMarkdown('**one**')).toBe(first);
  for (let at = 0; at < 1_000; at++) parseMarkdown(`other text ${at}`);
  expect(parseMarkdown('**one**')).not.toBe(first);
  expect(parseMarkdown('**one**')).toEqual(first);
});

describe('a line of a thousand list marks', () => {
  const depth = (node: Nodes): number => 1 + ('children' in node ? Math.max(0, ...node.children.map(depth)) : 0);

  test('is read no deeper than any adapter can draw, and nothing of its words is lost', () => {
    const root = parseMarkdown(`${'1. '.repeat(2_000)}end\n\n\`\`\`\n${'1. '.repeat(40)}\n\`\`\`\n`);
    expect(depth(root)).toBeLessThan(40);
    expect(JSON.stringify(root)).toContain('end');
    expect(JSON.stringify(root)).toContain('1. '.repeat(40).trim());
  });

  test('is so below a fence that is none to the parser, too', () => {
    const root = parseMarkdown(`    \`\`\`\n\n${'- '.repeat(1_000)}end`);
    expect(depth(root)).toBeLessThan(200);
    expect(JSON.stringify(root)).toContain('end');
  });
});
