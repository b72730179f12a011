import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, renderMarkdown } from '../../../src/adapters/discord/markdown.ts';
import { type Drawn, renderReply } from '../../../src/adapters/discord/render.ts';
import { type Block, BUDGET } from '../../../src/core/reply.ts';
import { checkMessage, partsOf } from '../../support/discord/rules.ts';
import { checkBody } from '../../support/discord/schemas.ts';
import { EVERY_BLOCK } from '../../support/every-block.ts';

const draw = (...blocks: Block[]): Drawn => renderReply({ summary: 'said', blocks });

/** The text of all displays. */
const textOf = ({ body }: Drawn): string =>
  partsOf(body.components)
    .flatMap(({ content }) => content ?? [])
    .join('\n');

/** Holds a drawing against everything that Discord says of messages. */
function checkDrawn({ body, files }: Drawn): void {
  checkBody('message', body);
  checkMessage(
    body,
    files.map(({ name }) => name),
  );
}

test('every kind of block is drawn', async () => {
  const drawn = renderReply(EVERY_BLOCK);
  checkDrawn(drawn);
  await expect(`${JSON.stringify({ ...drawn.body, files: drawn.files }, null, 1)}\n`).toMatchFileSnapshot(
    '../../golden/discord/every-block.json',
  );
});

describe('authors’ Markdown', () => {
  test.each([
    ['**bold** and *italic* and `code`', '**bold** and *italic* and `code`'],
    ['**节点（Node）**是一台机器', '**节点（Node）**是一台机器'],
    ['# Title\ntext', '**Title**\ntext'],
    ['- one\n- two\n  - inner', '- one\n- two\n  - inner'],
    ['3. three\n4. four', '3. three\n4. four'],
    ['one\n\ntwo', 'one\n\ntwo'],
    ['> quoted\n> on', '> quoted\n> on'],
    ['[label](https://x.io/a_b) ![picture](y.png)', '[label](<https://x.io/a_b>) picture'],
    ['[label](javascript:alert)', 'label'],
    ['see https://x.io/a_b_c', 'see https://x.io/a_b_c'],
    ['```bash\nls\n```', '```bash\nls\n```'],
    ['`` a`b ``', '`` a`b ``'],
    ['5 * 3 * 2 and snake_case <b>', '5 \\* 3 \\* 2 and snake\\_case \\<b\\>'],
    ['one\n\n---\n\ntwo', 'one\n\n———\n\ntwo'],
    ['hard  \nbreak', 'hard\nbreak'],
  ])('%j is drawn as %j', (text, drawn) => {
    expect(renderMarkdown(text)).toBe(drawn);
  });

  test('cannot leave a block of code', () => {
    expect(textOf(draw({ kind: 'code', language: 'bash', text: 'a\n```\n@everyone' })).match(/```/g)).toHaveLength(2);
  });
});

describe('what people typed', () => {
  test.each([
    ['@everyone <@1> <#2> <t:3> <:a:4>', '\\@everyone \\<\\@1\\> \\<#2\\> \\<t:3\\> \\<:a:4\\>'],
    ['**b** _i_ ~~s~~ `c` ||d||', '\\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~ \\`c\\` \\|\\|d\\|\\|'],
    ['# head\n- item\n1. one\n> quote\n-# small', '\\# head\n\\- item\n1\\. one\n\\> quote\n\\-# small'],
    ['[x](https://x.io/a_b)', '\\[x\\](https://x.io/a_b)'],
    ['什么是 Pod？', '什么是 Pod？'],
  ])('%j has no meaning left: %j', (typed, escaped) => {
    expect(escapeText(typed)).toBe(escaped);
  });

  test.each([
    ['discord:7:42', '-# <#42>'],
    ['discord:42', '-# <#42>'],
    ['discord:user:42', ''],
    ['discord:7:42> @everyone', ''],
  ] as const)('a channel that is meant (%s) is named: %s', (about, named) => {
    expect(textOf(draw({ kind: 'prose', text: 'a' }, { kind: 'caption', text: 'x', about }))).toBe(`a\n-# x${named && `\n${named}`}`);
  });

  test('never pings', () => {
    const drawn = draw({ kind: 'heading', text: '@everyone' }, { kind: 'ranking', rows: [{ rank: 1, name: '<@1>', score: '2' }] });
    expect(drawn.body.allowed_mentions).toEqual({ parse: [] });
    expect(textOf(drawn)).not.toMatch(/(?<!\\)[@<]/);
  });
});

describe('a ranking', () => {
  test('keeps its own numbers, which a list would count anew', () => {
    const rows = [1, 2, 2, 4].map((rank) => ({ rank, name: `N${rank}`, score: '1', isOwn: rank === 4 }));
    expect(textOf(draw({ kind: 'ranking', rows }))).toBe('1 · N1 · 1\n2 · N2 · 1\n2 · N2 · 1\n**▸ 4 · N4 · 1**');
  });
});

describe('a file', () => {
  test('goes beside the message, under a name that the message can refer to', () => {
    const { body, files } = draw({ kind: 'file', name: 'my answers.csv', text: 'a,b' }, { kind: 'file', name: '回答.csv', text: 'c' });
    expect(files).toEqual([
      { name: 'my_answers.csv', data: 'a,b' },
      { name: '1-_.csv', data: 'c' },
    ]);
    expect(JSON.stringify(body.components)).toContain('attachment://my_answers.csv');
  });
});

describe('whatever the core says within its budget', () => {
  const text = (most: number) =>
    fc.string({ unit: fc.constantFrom('*', '`', '@', '<', '_', '\n', 'a', '中', '#', '-', ' '), minLength: 1, maxLength: most });
  const visible = (most: number) => text(most).filter((said) => said.trim() !== '');
  const button = fc.record({
    label: visible(BUDGET.label),
    intent: fc.record({ command: fc.constant('ask'), args: fc.record({ q: fc.string({ maxLength: 8 }) }) }),
  });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constant('heading' as const), text: visible(BUDGET.heading) }),
    fc.record({ kind: fc.constant('prose' as const), text: visible(600) }),
    fc.record({ kind: fc.constant('caption' as const), text: visible(300) }),
    fc.record({ kind: fc.constant('code' as const), language: text(8), text: visible(300) }),
    fc.record({ kind: fc.constant('file' as const), name: visible(20), text: text(40) }),
    fc.record({ kind: fc.constant('divider' as const) }),
    fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { minLength: 1, maxLength: 6 }) }),
  );

  test('is something that Discord takes', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
        const drawn = renderReply({ summary: 'said', blocks: [{ kind: 'heading', text: 'x' }, ...blocks] });
        checkDrawn(drawn);
      }),
    );
  });

  test('is cut where escaping makes it too long', () => {
    const full = draw({ kind: 'prose', text: 'a' }, { kind: 'caption', text: '*'.repeat(BUDGET.characters - 1) });
    checkDrawn(full);
    expect(textOf(full)).toMatch(/…$/);
  });
});
