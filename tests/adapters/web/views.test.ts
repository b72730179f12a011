import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText } from '../../../src/adapters/discord/markdown.ts';
import { renderReply as renderForDiscord } from '../../../src/adapters/discord/render.ts';
import { renderReply as renderForSlack } from '../../../src/adapters/slack/render.ts';
import { escapeMrkdwn } from '../../../src/adapters/slack/text.ts';
import { drawDiscordMarkdown } from '../../../src/adapters/web/discord-markdown.ts';
import { viewOfDiscord } from '../../../src/adapters/web/discord-view.ts';
import { drawMrkdwn } from '../../../src/adapters/web/mrkdwn.ts';
import type { Piece } from '../../../src/adapters/web/protocol.ts';
import { viewOfSlack } from '../../../src/adapters/web/slack-view.ts';
import { LANGUAGES } from '../../../src/core/content/schema.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { EVERY_BLOCK } from '../../support/every-block.ts';
import { SCENES } from '../../support/samples/scenes.ts';
import { outline } from '../../support/web/outline.ts';
import { elementsIn, textOf } from '../../support/web/visitor.ts';

const views = {
  slack: (reply: Reply) => viewOfSlack(renderForSlack(reply)),
  discord: (reply: Reply) => {
    const { body, files } = renderForDiscord(reply);
    return viewOfDiscord({ components: body.components, files });
  },
};
const PLATFORMS = ['slack', 'discord'] as const;
const buttonsIn = (pieces: readonly Piece[]) => elementsIn(pieces).flatMap((element) => (element.tag === 'button' ? [element.label] : []));

describe.each(PLATFORMS)('as on %s', (platform) => {
  test('every kind of block is to be seen', async () => {
    const drawn = views[platform](EVERY_BLOCK);
    await expect(`${outline(drawn)}\n`).toMatchFileSnapshot(`../../golden/web/every-block.${platform}.txt`);
  });

  test.each(SCENES)('all that is seen by who $title is drawn, with all its buttons', async ({ play }) => {
    for (const { reply } of (await Promise.all(LANGUAGES.map((language) => play(language)))).flat()) {
      const drawn = views[platform](reply);
      expect(elementsIn(drawn).filter((element) => 'class' in element && element.class === 'not-drawn')).toEqual([]);
      expect(drawn.map(textOf).join('\n')).not.toMatch(/\*\*|\\[*_~`]|&(?:lt|gt|amp);/);
      const labels = reply.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : []));
      expect(buttonsIn(drawn)).toEqual(labels);
    }
  });
});

describe('what people typed', () => {
  const TEXTS = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          '*',
          '_',
          '~',
          '`',
          '|',
          '<',
          '>',
          '@everyone',
          '<!channel>',
          '&amp;',
          '\\',
          '# ',
          '-# ',
          '- ',
          '1. ',
          '> ',
          '节点',
          'a',
          ' ',
        ),
      )
      .map((parts) => parts.join('')),
  );

  test('is shown on Slack as it was typed, without a mention', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const drawn = drawMrkdwn(escapeMrkdwn(text));
        expect(elementsIn(drawn).filter(({ tag }) => tag === 'a' || tag === 'span')).toEqual([]);
      }),
    );
  });

  test('is shown on Discord as it was typed, with no mark, list, heading or mention of it', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const line = text.replace(/\s+/g, ' ').trim();
        fc.pre(line !== '' && !/https?:/.test(line));
        const drawn = drawDiscordMarkdown(escapeText(line));
        expect(drawn.map(textOf).join('')).toBe(line);
        expect(elementsIn(drawn).map(({ tag }) => tag)).toEqual(['p']);
      }),
    );
  });
});

test('of any text, however it is marked up, no letter is lost', () => {
  const marks = fc.constantFrom(
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '\\',
    '\n',
    '- ',
    '1. ',
    '  - ',
    '# ',
    '> ',
    'a',
    '字',
  );
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const letters = (of: string) => of.replace(/[^a字]/g, '');
      expect(letters(drawDiscordMarkdown(text).map(textOf).join(''))).toBe(letters(text));
      expect(letters(drawMrkdwn(text).map(textOf).join(''))).toBe(letters(text));
    }),
  );
});

test.each([
  ['*bold* _italic_ ~struck~ `code`', 'strong "bold" " " em "italic" " " s "struck" " " code "code"'],
  ['<https://a.example/?a=1&amp;b=2|the page> · x', 'a to https://a.example/?a=1&b=2 "the page" " · x"'],
  ['5 * 3 * 2, snake_case_name', '"5 * 3 * 2, snake_case_name"'],
  ['<!channel> <@U1>', 'span.mention "<!channel>" " " span.mention "<@U1>"'],
])('Slack shows %s', (text, shown) => {
  expect(outline(drawMrkdwn(text)).replace(/\s*\n\s*/g, ' ')).toBe(shown);
});

test.each([
  ['**节点（Node）**是 `kubelet`', 'p strong "节点（Node）" "是 " code "kubelet"'],
  ['## Title\n-# small **print**', 'h2 "Title" p.small "small " strong "print"'],
  ['1. one\n2. two\n   - in\n     side\nafter', 'ol li "one" li "two" ul li "in" p "side" p "after"'],
  ['- a\n\n3. c', 'ul li "a" ol from 3 li "c"'],
  ['> a\n> b', 'blockquote p "a" br "b"'],
  ['```yaml\na: **b**\n```\nc', 'pre code "a: **b**" p "c"'],
  ['[the page](<https://a.example/(b)>) \\*x\\*', 'p a to https://a.example/(b) "the page" " *x*"'],
  ['~~no~~ __under__ *it* ***both***', 'p s "no" " " u "under" " " em "it" " " strong em "both"'],
  ['<@123> @everyone', 'p span.mention "<@123>" " " span.mention "@everyone"'],
])('Discord shows %s', (text, shown) => {
  expect(outline(drawDiscordMarkdown(text)).replace(/\s*\n\s*/g, ' ')).toBe(shown);
});
