import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  BUDGET,
  type Button,
  excerpt,
  overBudget,
  paginate,
  proseBlocks,
  shorten,
  sizeOf,
  type TextBlock,
} from '../../src/core/reply.ts';

const prose = (text: string): TextBlock => ({ kind: 'prose', text });
const button = (label: string): Button => ({ label, intent: { command: 'help', args: {} } });
const picture = (alt: string, ...instead: TextBlock[]): Block => ({
  kind: 'picture',
  drawing: { kind: 'diagram', source: 'flowchart LR', highlight: [] },
  alt,
  instead,
});
const reply = (...blocks: Block[]) => ({ summary: '', blocks });

describe('the budget', () => {
  test('is kept by a reply that fills it to the brim', () => {
    const buttons = Array.from({ length: 28 }, () => button('x'.repeat(BUDGET.label)));
    const full = reply(
      { kind: 'heading', text: 'x'.repeat(BUDGET.heading) },
      { kind: 'buttons', buttons },
      prose('x'.repeat(BUDGET.characters - BUDGET.heading)),
    );
    expect(overBudget(full)).toEqual([]);
  });

  test.each([
    ['one character too many', reply(prose('x'.repeat(BUDGET.characters + 1))), '3501 characters'],
    ['one component too many', reply(...Array.from({ length: BUDGET.components + 1 }, () => prose('x'))), '37 components'],
    ['too long a heading', reply({ kind: 'heading', text: 'x'.repeat(BUDGET.heading + 1) }), 'a heading'],
    ['too long a label', reply({ kind: 'buttons', buttons: [button('x'.repeat(BUDGET.label + 1))] }), `the label "${'x'.repeat(76)}"`],
    ['a label with nothing on it', reply({ kind: 'buttons', buttons: [button('')] }), 'the label ""'],
    ['a text with nothing in it', reply(prose(' \n')), 'a prose block with nothing in it'],
    ['a picture without a description', reply(picture(' ', prose('x'))), 'the description " "'],
    ['too long a description', reply(picture('x'.repeat(BUDGET.alt + 1), prose('x'))), `the description "${'x'.repeat(1025)}"`],
    ['a picture that nothing stands for', reply(picture('x')), 'a picture block with nothing in it'],
    ['a picture for which an empty text stands', reply(picture('x', prose(''))), 'a picture block with nothing in it'],
    ['buttons that are none', reply({ kind: 'buttons', buttons: [] }), 'a buttons block with nothing in it'],
  ])('is broken by %s', (_what, broken, complaint) => {
    expect(overBudget(broken)).toEqual([complaint]);
  });

  test('counts the addresses of links, and the rows that buttons stand in', () => {
    const link = { label: 'ab', url: 'https://x.io' };
    expect(sizeOf([{ kind: 'caption', text: '1234', links: [link] }])).toEqual({ components: 1, characters: 4 + 2 + 12 + 6 });
    expect(sizeOf([{ kind: 'buttons', buttons: Array.from({ length: 6 }, () => button('x')) }])).toEqual({ components: 8, characters: 0 });
    expect(sizeOf([{ kind: 'divider' }])).toEqual({ components: 1, characters: 0 });
  });

  test('counts a picture as what stands for it where it cannot be shown', () => {
    expect(sizeOf([picture('described', prose('123'), prose('4'))])).toEqual({ components: 2, characters: 4 });
  });
});

describe('shortening', () => {
  test('leaves alone what fits', () => {
    expect(shorten('twelve chars', 12)).toBe('twelve chars');
  });

  test('cuts between words, and leaves no comma before the ellipsis', () => {
    expect(shorten('files, network and more', 12)).toBe('files…');
    expect(shorten('files, network and more', 15)).toBe('files, network…');
    expect(shorten('单独运行的一个进程', 5)).toBe('单独运行…');
  });

  test('cuts a word that is all there is', () => {
    expect(shorten('x'.repeat(30), 10)).toBe(`${'x'.repeat(9)}…`);
  });

  test('never grows, never exceeds, and never leaves half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 60 }), (text, most) => {
        const short = shorten(text, most);
        expect(short.length).toBeLessThanOrEqual(Math.min(most, Math.max(text.length, 1)));
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });

  test('of Markdown never cuts inline code in two', () => {
    expect(excerpt('Lists Pods with `kubectl get pods` and more', 28)).toBe('Lists Pods with…');
    expect(excerpt('Lists Pods with `kubectl get pods` and more', 40)).toBe('Lists Pods with `kubectl get pods` and…');
  });
});

describe('pages', () => {
  test('hold as many blocks as fit beside what stands on every page', () => {
    const third = prose('x'.repeat(1000));
    expect(paginate([third, third, third], { components: 2, characters: 500 }).map((page) => page.length)).toEqual([3]);
    expect(paginate([third, third, third], { components: 2, characters: 501 }).map((page) => page.length)).toEqual([2, 1]);
  });

  test('count components as well as characters', () => {
    const pages = paginate(
      Array.from({ length: 40 }, () => prose('x')),
      { components: 6, characters: 0 },
    );
    expect(pages.map((page) => page.length)).toEqual([30, 10]);
  });

  test('keep every block, in order, and inside the budget', () => {
    const block = fc.integer({ min: 1, max: 3000 }).map((length): Block => prose('x'.repeat(length)));
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const fixed = { components: 10, characters: 500 };
        const pages = paginate(blocks, fixed);
        expect(pages.flat()).toEqual(blocks);
        for (const page of pages) expect(sizeOf(page).characters + fixed.characters).toBeLessThanOrEqual(BUDGET.characters);
      }),
    );
  });

  test('are one empty page where there is nothing', () => {
    expect(paginate([], { components: 0, characters: 0 })).toEqual([[]]);
  });
});

describe('a long text', () => {
  const texts = (markdown: string) => proseBlocks(markdown).map((block) => (block.kind === 'prose' ? block.text : ''));

  test('stays whole where it fits', () => {
    expect(texts('One.\n\nTwo.')).toEqual(['One.\n\nTwo.']);
    expect(texts('')).toEqual([]);
  });

  test('is cut between paragraphs', () => {
    const paragraph = 'x'.repeat(800);
    expect(texts(`${paragraph}\n\n${paragraph}`)).toEqual([paragraph, paragraph]);
  });

  test('is cut behind a sentence where a paragraph is too long', () => {
    const sentences = `${'word '.repeat(200)}end. ${'word '.repeat(200)}end.`;
    expect(texts(sentences)[0]).toMatch(/end\.$/);
    expect(texts(`${'字'.repeat(1000)}。${'字'.repeat(1000)}。`)[0]).toBe(`${'字'.repeat(1000)}。`);
  });

  test('loses nothing but space, and each part fits a page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.lorem({ maxCount: 300 }), fc.string({ unit: 'grapheme', maxLength: 4000 })), { maxLength: 4 }),
        (paragraphs) => {
          const text = paragraphs.join('\n\n');
          const parts = texts(text);
          expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(1400);
        },
      ),
    );
  });
});
