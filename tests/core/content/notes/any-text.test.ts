import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCards } from '../../../../src/core/content/notes/cards.ts';
import { keyOf } from '../../../../src/core/content/notes/found.ts';
import { parseNote } from '../../../../src/core/content/notes/parse.ts';

/** What notes are made of, and what has a meaning in Markdown, in front matter and in Hugo. */
const PIECES = [
  'Pod¦容器¦API server¦镜像（Image）¦kube-proxy¦是¦ is ¦概述¦What is ¦最小的部署单位。¦the smallest unit¦小A',
  '：¦:¦，¦、¦ - ¦——¦ / ¦(¦)¦（¦）¦。¦?¦"¦“¦”¦🐳¦\u200b¦\u3000¦\t¦ ¦    ¦定义：¦- [ ] ¦#¦1.2 ¦一、',
  '\n¦\n\n¦\n* ¦\n  * ¦\n    - ¦\n1. ¦\n2、¦\n# ¦\n## ¦\n### ¦\n> ¦\n---\n¦\n===\n¦\n: ¦\n| ¦ | ¦\n|-|-|\n',
  '**¦*¦_¦__¦~~¦==¦`¦\n```\n¦\n```mermaid\n¦\n~~~\n¦[¦]¦](http://x)¦![¦[[¦]]¦[^1]¦\\¦&amp;',
  '<b>¦</b>¦<br>¦<!--¦-->¦<div>¦http://a.b:80/c¦09:30¦nginx:1.27¦---\n¦+++\n¦title: "x"\n¦\r\n¦\0¦\ud83d',
  'Q: ¦A: ¦\n问：¦\n答：¦ :: ¦::¦==Pod==¦==容器==¦<details><summary>¦</summary>¦</details>¦Answer¦\n\n',
  '{{< mermaid >}}¦{{< /mermaid >}}¦{{% note %}}¦{{<¦>}}',
].flatMap((pieces) => pieces.split('¦'));

const anyPiece = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
);
const soup = fc.array(anyPiece, { maxLength: 60 }).map((pieces) => pieces.join(''));

/** Nearly always nothing, so that most lines stay in shape. */
const dirt = fc.oneof({ weight: 12, arbitrary: fc.constant('') }, { weight: 1, arbitrary: anyPiece });
const name = fc.constantFrom(
  'Pod',
  '容器',
  'API server',
  '镜像（Image）',
  '`kube-proxy`',
  '**Node**',
  '__etcd__',
  'Service，服务',
  '[Helm](http://x)',
  'A *new* **Job**',
);
const marker = fc.constantFrom('* ', '- ', '1. ', '  * ', '    - ', '> ', '# ', '## ', '### ', '', '', '| ', '：', ': ', '1、', '\n');
const sign = fc.constantFrom('：', ': ', ' - ', '\n', '\n\n', ' 是', ' is ', ' | ', '\n---\n', '：\n  - ', '  \n', '');
const meaning = fc.constantFrom(
  '最小的部署单位。',
  'the smallest unit',
  '负责运行容器，包括：',
  '',
  '- kubelet\n  - etcd',
  'x ![](y) z',
  '<!-- c -->',
);
const line = fc.tuple(marker, dirt, name, dirt, sign, dirt, meaning, dirt, fc.constantFrom('\n', '\n\n')).map((parts) => parts.join(''));
const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.array(line, { maxLength: 12 }).map((lines) => lines.join('')) },
  { weight: 2, arbitrary: soup },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
);

const TAGS = /<[^>]*>|\[\^[^\]]*\]|\{\{[<%].*?[>%]\}\}|&amp;/g;
const IMAGES = /!\[[^[\]]*\]\([^)]*\)|!\[\[.*?\]\]/g;
const TARGETS = /\]\([^)]*\)/g;

/** Whether a line holds a name, which may have mark-up between its letters. */
function holds(written: string, wanted: string): boolean {
  const letters = (text: string) => text.toWellFormed().replace(/[^\p{L}\p{N}]/gu, '');
  const bare = [written, written.replace(TAGS, ''), written.replace(TAGS, '').replace(IMAGES, '')];
  return [...bare, ...bare.map((text) => text.replace(TARGETS, ''))].some((text) => letters(text).includes(letters(wanted)));
}

describe('any text', () => {
  test('is read without an error, and each find stands on a line of the file', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const note = parseNote({ path: 'a.md', text });
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line } of [...note.terms, ...note.lists, ...note.diagrams, ...note.skipped]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('gives terms that have a name and a definition on one line each, no two of one name', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { terms } = parseNote({ path: 'a.md', text });
        for (const { names, definition } of terms) {
          expect(names.length).toBeGreaterThan(0);
          for (const written of [definition, ...names.map((name) => name.text)]) expect(written).toMatch(/^\S(.*\S)?$/);
        }
        const firsts = terms.map(({ names: [first] }) => keyOf(first?.text ?? ''));
        expect(new Set(firsts).size).toBe(firsts.length);
      }),
      { numRuns: 1_000 },
    );
  });

  test('holds the first name of each term on that term’s line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        for (const { names, line } of parseNote({ path: 'a.md', text }).terms) {
          expect(lines[line - 1]).toSatisfy((written: string) => holds(written, names[0]?.text ?? '-'));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('gives cards with two sides and an id of their own each', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const note = parseNote({ path: 'a.md', text });
        const cards = createCards({ note, ids: note.terms.map((_, index) => `note-${index}`) });
        expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
        for (const { front, back } of cards) expect([front.trim(), back.trim()]).not.toContain('');
      }),
      { numRuns: 300 },
    );
  });

  test('gives the same after its line ends became those of Windows', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const unix = text.replace(/\r\n?/g, '\n');
        expect(parseNote({ path: 'a.md', text: unix.replaceAll('\n', '\r\n') })).toEqual(parseNote({ path: 'a.md', text: unix }));
      }),
      { numRuns: 300 },
    );
  });
});
