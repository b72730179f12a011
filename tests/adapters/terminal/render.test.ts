import { stripVTControlCharacters, styleText } from 'node:util';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../src/adapters/terminal/layout.ts';
import { plainScreen, renderMarkdown, renderReply, type Screen } from '../../../src/adapters/terminal/render.ts';
import { LANGUAGES } from '../../../src/core/content/schema.ts';
import type { Block } from '../../../src/core/reply.ts';
import { answer, tutorFor } from '../../support/bot.ts';
import { shippedLibrary } from '../../support/notes.ts';

const narrow: Screen = { ...plainScreen, columns: 40 };
const colourful: Screen = { columns: 40, paint: (style, text) => styleText(style, text, { validateStream: false }) };
const draw = (...blocks: Block[]) => renderReply({ summary: '', blocks }, plainScreen);
const markdown = (text: string, screen = plainScreen) => renderMarkdown(text, screen);

describe('authors’ Markdown', () => {
  test.each([
    ['**bold** and *italic* and `code`', 'bold and italic and code'],
    ['- one\n- two', '• one\n• two'],
    ['3. three\n4. four', '3. three\n4. four'],
    ['Lead:\n- close', 'Lead:\n• close'],
    ['Lead:\n\n- apart', 'Lead:\n\n• apart'],
    ['- outer\n  - inner', '• outer\n  • inner'],
    ['one\n\ntwo', 'one\n\ntwo'],
    ['hard  \nbreak', 'hard\nbreak'],
    ['# Title\ntext', 'Title\ntext'],
    ['> quoted', 'quoted'],
    ['[label](https://x.io) ![picture](y.png)', 'label picture'],
    ['```bash\nls\ncd\n```', '    ls\n    cd'],
    ['a <b> c', 'a <b> c'],
    ['5 * 3 * 2', '5 * 3 * 2'],
    ['one\n\n---\n\ntwo', `one\n\n${'─'.repeat(24)}\n\ntwo`],
  ])('%j is drawn as %j', (text, drawn) => {
    expect(markdown(text)).toBe(drawn);
  });

  test('hangs the lines of a bullet below its first', () => {
    expect(
      markdown('- The agent on every node that starts Pods\n- 每个节点上的代理程序把分配给本节点的容器跑起来', {
        ...plainScreen,
        columns: 24,
      }),
    ).toBe(['• The agent on every', '  node that starts Pods', '• 每个节点上的代理程序把', '  分配给本节点的容器跑起', '  来'].join('\n'));
  });
});

describe('a reply', () => {
  test('numbers the buttons through all its rows', () => {
    const button = (label: string) => ({ label, intent: { command: 'help', args: {} } });
    expect(
      draw({ kind: 'buttons', buttons: [button('a'), button('b')] }, { kind: 'divider' }, { kind: 'buttons', buttons: [button('c')] }),
    ).toBe(`[1] a   [2] b\n\n${'─'.repeat(24)}\n\n[3] c`);
  });

  test('shows addresses in full, each on a line of its own', () => {
    expect(draw({ kind: 'caption', text: 'Source', links: [{ label: 'x.io', url: 'https://x.io/a' }] })).toBe('Source\nhttps://x.io/a');
  });

  test('never moves the cursor nor changes colours, whoever wrote it', () => {
    const evil = '\u001b[2J\u001b]0;title\u0007red\r\u202e\u200b';
    const label = { label: evil, intent: { command: 'help', args: {} } };
    const links = [{ label: '', url: `https://x.io/${evil}` }];
    const blocks = [
      ...(['heading', 'prose', 'caption'] as const).map((kind): Block => ({ kind, text: evil })),
      { kind: 'code', language: 'text', text: evil } as const,
      { kind: 'caption', text: 'x', links } as const,
      { kind: 'buttons', buttons: [label] } as const,
    ];
    for (const block of blocks) expect(draw(block).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test('has no colours where it is not drawn on a terminal, and every kind of them where it is', async () => {
    const reply = await tutorFor({ findings: { kubelet: answer('kubelet') } }).say('kubelet');
    expect(renderReply(reply, plainScreen)).not.toContain('\u001b');
    const drawn = renderReply(reply, colourful);
    for (const code of [1, 2, 4, 33, 36]) expect(drawn).toContain(`\u001b[${code}m`);
    expect(stripVTControlCharacters(drawn)).toBe(renderReply(reply, narrow));
  });
});

describe('the shipped notes', () => {
  const library = shippedLibrary();

  test.each(LANGUAGES)('show no marks of Markdown, and fit a narrow window but for code and addresses (%s)', async (lang) => {
    const tutor = tutorFor({ library: await library });
    for (const concept of (await library).concepts.values()) {
      const reply = await tutor.press({ intent: { command: 'ask', args: { concept: concept.id, lang } } });
      const prose = reply.blocks.filter(({ kind }) => kind !== 'code');
      const lines = renderReply({ ...reply, blocks: prose }, narrow).split('\n');
      expect(lines.filter((line) => /\*\*[\p{L}“（]|[\p{L}。”）]\*\*|`/u.test(line)).map((line) => `${concept.id}: ${line}`)).toEqual([]);
      expect(lines.filter((line) => columnsOf(line) > 40 && line.trim().includes(' ') && !line.startsWith('['))).toEqual([]);
    }
  });
});
