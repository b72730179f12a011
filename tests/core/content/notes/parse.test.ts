import { describe, expect, test } from 'vitest';
import { parseNote } from '../../../../src/core/content/notes/parse.ts';
import { remarks, terms } from './read.ts';

const read = (text: string) => parseNote({ path: 'note.md', text });

describe('a note', () => {
  test.each([
    ['---\ntitle: "K8s: a start"\ntags: [a]\n---\n# Other', 'K8s: a start'],
    ["+++\ntitle = 'K8s'\n+++\ntext", 'K8s'],
    ['---\ntitle: K8s 入门 # draft\n---\ntext', 'K8s 入门'],
    ['## Part\n\n# **K8s** notes', 'K8s notes'],
    ['## Part', undefined],
    ['---\ntitle:\n---\ntext', undefined],
  ])('has the title that its front matter or first heading says: %j', (text, title) => {
    expect(read(text).title).toBe(title);
  });

  test.each([
    ['Pod 是 Kubernetes 里最小的部署单位。', 'zh'],
    ['An image (镜像) is a template for containers.', 'en'],
    ['用 `kubectl get pods --all-namespaces -o wide` 看', 'zh'],
    ['看：\n\n```\na b c d e f g\n```', 'zh'],
    ['', 'en'],
  ])('is in the language of most of its text: %j', (text, language) => {
    expect(read(text).language).toBe(language);
  });

  test('says of each name in which language it is', () => {
    expect(read('* API 服务器（API server）：入口').terms[0]?.names).toEqual([
      { text: 'API 服务器', language: 'zh' },
      { text: 'API server', language: 'en' },
    ]);
  });

  test('explains a term once, and lends it the names of the second explanation', () => {
    const note = '* Pod：最小的部署单位\n* Node：机器\n* pod（容器组）：一组容器';
    expect(terms(note)).toEqual(['Pod | 容器组 = 最小的部署单位', 'Node = 机器']);
    expect(remarks(note)).toEqual(['3: “pod” is explained on line 1 already: the first explanation counts.']);
  });

  test('is read in quotes as outside of them', () => {
    expect(terms('> * Pod：最小的部署单位\n>\n> **Node** is a machine.')).toEqual(['Pod = 最小的部署单位', 'Node = a machine.']);
  });

  test('may have foot-notes and call-outs, which are no terms', () => {
    expect(terms('* Pod[^1]：最小的部署单位[^2]\n\nThanks\n\n[^1]: **Note**: a note')).toEqual(['Pod = 最小的部署单位']);
    expect(terms('# Pod\n> [!info]\n> The smallest unit.')).toEqual(['Pod = The smallest unit.']);
  });

  test('is skipped with a reason where it is no text', () => {
    const note = [
      ...['---', 'title: x', '---', '{{< toc >}}', '{{% notice info %}}', '* Pod：最小的部署单位 {{< icon "a: b" >}}', '{{% /notice %}}'],
      ...['', '![a](b.png) and ![[c.png]]', '', '<!-- a', 'comment -->', '', '<div>', '</div>', '', '```bash', 'x: y', '```'],
      ...['', '* [a](b)', '* <https://x.y>', '', '1. https://x.y'],
    ].join('\n');
    expect(terms(note)).toEqual(['Pod = 最小的部署单位']);
    expect(remarks(note)).toEqual([
      '1: Front matter: only its title is read.',
      '4: A Hugo short code (toc).',
      '5: A Hugo short code (notice).',
      '6: A Hugo short code (icon).',
      '9: An image: the tutor reads only text.',
      '9: An image: the tutor reads only text.',
      '11: An HTML comment.',
      '14: A block of HTML: the tutor reads Markdown.',
      '17: A code block (bash).',
      '21: A list of links.',
      '24: Only a link.',
    ]);
  });
});

describe('the diagrams of a note', () => {
  const sources = (text: string) => read(text).diagrams;

  test('are its mermaid fences, wherever they stand, without their indentation', () => {
    expect(sources('* item\n  ```mermaid\n  graph TD\n    a --> b\n  ```\n\n> ~~~ Mermaid\n> pie\n> ~~~')).toEqual([
      { source: 'graph TD\n  a --> b', line: 2 },
      { source: 'pie', line: 7 },
    ]);
  });

  test('are also what stands between two Hugo short codes, blank lines and all', () => {
    expect(sources('a\n\n{{< mermaid align="left" >}}\n    graph TD\n\n      a --> b\n{{< /mermaid >}}\nb')).toEqual([
      { source: 'graph TD\n\n  a --> b', line: 3 },
    ]);
    expect(sources('{{<mermaid>}}pie{{</mermaid>}}')).toEqual([{ source: 'pie', line: 1 }]);
  });

  test('count once where only white space differs, at their first place', () => {
    const note = '```mermaid\ngraph TD\n  a-->b\n```\n{{< mermaid >}}\ngraph TD\n\n    a --> b\n{{< /mermaid >}}';
    expect(sources(note)).toEqual([{ source: 'graph TD\n  a-->b', line: 1 }]);
    expect(remarks(note)).toEqual(['5: The same diagram as on line 1: it counts once.']);
  });

  test('are none where a short code stays open, is shown in code, or holds nothing', () => {
    const note = '{{< mermaid >}}\nunclosed\n\n```md\n{{< mermaid >}}\n{{< /mermaid >}}\n```\n\n```mermaid\n```';
    expect(sources(note)).toEqual([]);
    expect(remarks(note)).toEqual([
      '1: A Hugo short code (mermaid) that is not closed.',
      '2: “unclosed” explains no term: write it as “name: text”, or below a heading that is a term.',
      '4: A code block (md).',
      '9: An empty diagram.',
    ]);
  });
});
