import { describe, expect, test } from 'vitest';
import { brokenByHome, brokenByMessage, brokenByModal, RULES } from '../../support/slack/rules.ts';
import { problemsOfBlock, withLimits } from '../../support/slack/schema.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const button = (text: string, more: object = {}) => ({ type: 'button', text: plain(text), value: 'help', action_id: 'a', ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const section = (text = 'x') => ({ type: 'section', text: { type: 'mrkdwn', text } });
const richText = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });
const said = (...blocks: object[]) => brokenByMessage({ text: 'said', blocks: blocks as never });
const home = (...blocks: object[]) => brokenByHome({ type: 'home', blocks } as never);
const field = (more: object = {}) => ({
  type: 'input',
  label: plain('x'),
  element: { type: 'plain_text_input', action_id: 'a', ...more },
});
const modal = (more: object = {}) =>
  brokenByModal({ type: 'modal', title: plain('x'), submit: plain('x'), blocks: [field()], ...more } as never);
const many = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

/** For each rule something that breaks it. */
const BREAKS: Record<keyof typeof RULES, () => { rule: string }[]> = {
  'a block is as its type says': () => said({ type: 'header', text: { type: 'mrkdwn', text: 'x' } }),
  'block_id is used once': () => said({ type: 'divider', block_id: 'b' }, { type: 'divider', block_id: 'b' }),
  'action_id is used once in a block': () => said(actions(button('x'), button('y'))),
  'rich text holds something': () => said(richText({ type: 'text', text: '' })),
  'actions hold something': () => said(actions()),
  'a message has at most 50 blocks': () => said(...many(51, { type: 'divider' })),
  'text has at most 40,000 characters': () => brokenByMessage({ text: 'x'.repeat(40_001) }),
  'a message has text or blocks': () => brokenByMessage({ text: '' }),
  'blocks have a text beside them, for notifications and screen readers': () => brokenByMessage({ blocks: [{ type: 'divider' }] }),
  'all blocks together stay under 13,200 characters': () => said(...many(5, section('x'.repeat(2_900)))),
  'a message has one table': () => said(...many(2, { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] })),
  'no input or alert stands in a message': () => said({ type: 'alert', text: plain('x') }),
  'a view is as its type says': () => brokenByHome({ type: 'home', blocks: [], title: 'x' } as never),
  'a view has at most 100 blocks': () => home(...many(101, { type: 'divider' })),
  'no markdown, table, alert or file stands in App Home': () => home({ type: 'markdown', text: 'x' }),
  'a modal is as its type says': () => modal({ colour: 'red' }),
  'a modal’s title and its buttons have at most 24 characters': () => modal({ close: plain('x'.repeat(25)) }),
  'a modal’s private_metadata has at most 3,000 characters': () => modal({ private_metadata: 'x'.repeat(3_001) }),
  'a modal’s callback_id has at most 255 characters': () => modal({ callback_id: 'x'.repeat(256) }),
  'a modal has at most 100 blocks': () => modal({ blocks: many(101, { type: 'divider' }) }),
  'a modal that asks for something can be sent': () => modal({ submit: undefined }),
  'a text field takes at most 3,000 characters': () => modal({ blocks: [field({ max_length: 3_001 })] }),
};

describe('our Slack holds messages and views against Slack’s rules', () => {
  test.each(Object.entries(BREAKS))('%s', (rule, breaking) => {
    expect(breaking().map((broken) => broken.rule)).toContain(rule);
  });

  test.each(Object.entries(RULES))('each rule stands with its page: %s', (_rule, { page }) => {
    expect(page).toMatch(/^https:\/\/docs\.slack\.dev\/reference\//);
  });

  test('and has nothing against what breaks none', () => {
    const blocks = [
      { type: 'header', text: plain('x'.repeat(150)) },
      richText({ type: 'text', text: 'x', style: { bold: true } }),
      section('x'.repeat(3_000)),
      actions(button('x'.repeat(75), { value: 'v'.repeat(2_000) })),
      { type: 'divider' },
    ];
    const full = modal({
      title: plain('x'.repeat(24)),
      private_metadata: 'x'.repeat(3_000),
      blocks: [...many(99, { type: 'divider' }), field({ max_length: 3_000 })],
    });
    expect([said(...blocks), home(...blocks), full]).toEqual([[], [], []]);
  });
});

describe('Slack’s types say', () => {
  test.each([
    ['a header’s 150 characters', { type: 'header', text: plain('x'.repeat(151)) }],
    ['a section’s 3,000 characters', section('x'.repeat(3_001))],
    ['that a section holds a text', section('')],
    ['a section’s 10 fields', { type: 'section', fields: many(11, plain('x')) }],
    ['a context’s 10 elements', { type: 'context', elements: many(11, plain('x')) }],
    ['the 25 elements of actions', actions(...Array.from({ length: 26 }, (_, at) => button('x', { action_id: `a${at}` })))],
    ['a button’s 75 characters', actions(button('x'.repeat(76)))],
    ['the 2,000 characters of a value', actions(button('x', { value: 'v'.repeat(2_001) }))],
    ['the 255 characters of an action_id', actions(button('x', { action_id: 'a'.repeat(256) }))],
    ['that a picture has an alternative text', { type: 'image', image_url: 'https://example.com/a.png' }],
    ['the 2,000 characters of an alternative text', { type: 'image', image_url: 'https://e.com/a.png', alt_text: 'x'.repeat(2_001) }],
    ['the 12,000 characters of Markdown', { type: 'markdown', text: 'x'.repeat(12_001) }],
    ['which fields there are', { type: 'divider', colour: 'red' }],
    ['which kinds of block there are', { type: 'banner' }],
  ])('%s', (_what, block) => {
    expect(problemsOfBlock(block)).not.toEqual([]);
  });

  test('a description without a limit adds none', () => {
    expect(withLimits({ type: 'string', description: 'The text.' })).toEqual({ type: 'string', description: 'The text.' });
  });
});
