import { describe, expect, test } from 'vitest';
import { renderReply } from '../../../src/adapters/slack/render.ts';
import { type Block, BUDGET } from '../../../src/core/reply.ts';
import { EVERY_BLOCK } from '../../support/every-block.ts';
import { brokenByMessage } from '../../support/slack/rules.ts';

const draw = (...blocks: Block[]) => renderReply({ summary: 'said', blocks });
const richText = (text: string) =>
  draw({ kind: 'prose', text }).blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : []));

test('every kind of block is drawn', async () => {
  const drawn = renderReply(EVERY_BLOCK);
  expect(brokenByMessage(drawn)).toEqual([]);
  await expect(`${JSON.stringify(drawn, null, 1)}\n`).toMatchFileSnapshot('../../golden/slack/every-block.json');
});

describe('authors’ Markdown', () => {
  test('is bold next to Chinese characters, where marks would not be', () => {
    expect(richText('**节点（Node）**是机器')).toEqual([
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: '节点（Node）', style: { bold: true } },
          { type: 'text', text: '是机器' },
        ],
      },
    ]);
  });

  test('keeps what an author wrote of marks and mentions as text', () => {
    const text = 'see <@U1> & <!channel> 5 * 3 * 2';
    expect(JSON.stringify(richText(text))).toContain('"see <@U1> & "');
    expect(JSON.stringify(richText(text))).toContain('"<!channel>"');
  });

  test('counts on where code stands inside a numbered list', () => {
    expect(richText('1. one\n   ```\n   ls\n   ```\n2. two\n   - inner\n3. three')).toMatchObject([
      { type: 'rich_text_list', style: 'ordered', indent: 0 },
      { type: 'rich_text_preformatted' },
      { type: 'rich_text_list', style: 'ordered', offset: 1 },
      { type: 'rich_text_list', style: 'bullet', indent: 1 },
      { type: 'rich_text_list', style: 'ordered', offset: 2 },
    ]);
  });

  test.each([
    ['[x](javascript:alert(1))', 'an address that is no page is its text'],
    ['[x](relative/page)', 'a relative address too'],
    ['- \n- x', 'an empty item'],
    ['```\n```', 'empty code'],
    ['---', 'nothing but a line'],
    ['![](x.png)', 'a picture without a text'],
    ['<!-- hidden -->', 'a comment'],
    ['[](https://x.io)', 'a link without a text'],
  ])('%j is drawn so that Slack takes it: %s', (text) => {
    const drawn = draw({ kind: 'prose', text }, { kind: 'divider' });
    expect(brokenByMessage(drawn)).toEqual([]);
    expect(JSON.stringify(drawn)).not.toContain('javascript:');
  });

  test('keeps the distance that its author left', () => {
    const texts = (markdown: string) => JSON.stringify(richText(markdown)).match(/"text":"[^"]*"/g);
    expect(texts('one\n\ntwo')).toEqual(['"text":"one"', '"text":"\\n\\n"', '"text":"two"']);
    expect(texts('- one\n\ntwo')).toEqual(['"text":"one"', '"text":"\\n"', '"text":"two"']);
  });
});

describe('whatever people typed', () => {
  test.each(['<!channel>', '<@U0001>', '*bold*', '<https://evil.io|click>', '&amp;', ':tada:'])('%s stands as it was typed', (typed) => {
    const { blocks } = draw(
      { kind: 'heading', text: typed },
      { kind: 'caption', text: typed },
      { kind: 'ranking', rows: [{ rank: 1, name: typed, score: '1' }] },
    );
    const drawn = JSON.stringify(blocks);
    expect(drawn.split(JSON.stringify(typed).slice(1, -1))).toHaveLength(4);
    expect(drawn).not.toContain('mrkdwn');
    expect(drawn.match(/"emoji":false/g)).toHaveLength(2);
  });

  test('mentions nobody in a notification', () => {
    expect(renderReply({ summary: '<!channel> & co', blocks: [] }).text).toBe('&lt;!channel&gt; &amp; co');
  });

  test('a channel that is meant is named, and nothing else that an id may hold', () => {
    const about = (id: string) => JSON.stringify(draw({ kind: 'caption', text: 'x', about: `slack:T1:${id}` }));
    expect(about('C0GENERAL')).toContain('{"type":"mrkdwn","text":"<#C0GENERAL>","verbatim":true}');
    for (const id of ['D0DIRECT', 'U0ANN', 'C1> <!channel']) expect(about(id)).not.toContain('mrkdwn');
  });

  test('an address ends where its link ends', () => {
    const links = [{ label: 'a|b>', url: 'https://x.io/a|b?c=<d>&e' }];
    expect(JSON.stringify(draw({ kind: 'caption', text: 'x', links }))).toContain('<https://x.io/a%7Cb?c=%3Cd%3E&amp;e|a b&gt;>');
  });
});

describe('the fullest replies', () => {
  const buttons = (count: number): Block => ({
    kind: 'buttons',
    buttons: Array.from({ length: count }, (_, at) => ({
      label: 'x'.repeat(BUDGET.label),
      intent: { command: 'ask', args: { concept: `${at}` } },
    })),
  });

  test('that the budget allows fit a message', () => {
    const prose = Array.from({ length: 5 }, (): Block => ({ kind: 'prose', text: '字 **b** `c` '.repeat(58) }));
    const drawn = draw({ kind: 'heading', text: 'x'.repeat(BUDGET.heading) }, ...prose, buttons(25));
    expect(brokenByMessage(drawn)).toEqual([]);
    expect(drawn.blocks).toHaveLength(1 + 5 + 5);
  });

  test('and ones that it does not are cut, not refused', () => {
    const long = Array.from({ length: 60 }, (): Block => ({ kind: 'caption', text: 'x'.repeat(1_000) }));
    const drawn = draw(...long, { kind: 'file', name: 'a.csv', text: 'x'.repeat(100_000) }, buttons(5));
    expect(brokenByMessage(drawn)).toEqual([]);
    expect(drawn.blocks.at(-1)?.type).toBe('actions');
  });

  test('have buttons that Slack tells apart, each with its intent', () => {
    const drawn = draw(buttons(3), buttons(9));
    const all = drawn.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(new Set(all.map(({ action_id }) => action_id)).size).toBe(12);
    expect(all.map((button) => 'value' in button && button.value).slice(0, 2)).toEqual(['ask?concept=0', 'ask?concept=1']);
  });
});
