import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { kubetutor } from '../support/run.ts';

const PLATFORM = `# Our platform

* Gateway，网关：The one door through which all our traffic comes in.
* Kublet: looks after the Pods of our machines.

## Parts of the gateway
* filter
* router

\`\`\`mermaid
graph LR
  a --> b
\`\`\`
\`\`\`mermaid
graph LR
  a -->  b
\`\`\`
`;

/** Shows a note, or a folder of them, as data; ids are remembered in a folder. */
async function dataOf(path: string, memory: string) {
  const { out, err } = await kubetutor(['notes', path, '--json'], { env: { DATA_DIR: memory } });
  return { ...(JSON.parse(out) as { concepts: { id: string; names: string[]; merged?: boolean }[] }), told: err };
}

describe('kubetutor notes --json', () => {
  test('prints what was understood in the form that other programs rely on', async () => {
    const folder = await folderWith({ 'platform.md': PLATFORM });
    const { code, out, err } = await kubetutor(['notes', join(folder, 'platform.md'), '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trimEnd()).not.toContain('\n');
    const gateway = { id: 'gateway', names: ['Gateway', '网关'], definition: 'The one door through which all our traffic comes in.' };
    const kubelet = { id: 'kubelet', names: ['Kublet'], definition: 'looks after the Pods of our machines.' };
    expect(JSON.parse(out)).toStrictEqual({
      concepts: [
        { ...gateway, context: ['Our platform'], line: 3 },
        { ...kubelet, context: ['Our platform'], line: 4, merged: true },
      ],
      cards: [
        { id: 'gateway:define', front: 'What is Gateway（网关）?', back: gateway.definition, concept: 'gateway' },
        { id: 'gateway:name', front: gateway.definition, back: 'Gateway（网关）', concept: 'gateway' },
        { id: 'kubelet:define', front: 'What is Kublet?', back: kubelet.definition, concept: 'kubelet' },
        { id: 'kubelet:name', front: kubelet.definition, back: 'Kublet', concept: 'kubelet' },
        { id: 'gateway:parts', front: 'Name the parts of gateway.', back: 'filter, router', concept: 'gateway' },
      ],
      diagrams: [{ id: 'platform-1', source: 'graph LR\n  a --> b', line: 10 }],
      skipped: [{ line: 14, why: 'The same diagram as on line 10: it counts once.' }],
    });
    expect(Object.keys(JSON.parse(out).concepts[1])).toEqual(['id', 'names', 'definition', 'context', 'line', 'merged']);
  });

  test('brings a folder together: one concept, card and diagram for what two notes have, and no id twice', async () => {
    const diagram = (to: string) => `\n\`\`\`mermaid\ngraph LR\n  a --> ${to}\n\`\`\`\n`;
    const folder = await folderWith({
      'a/notes.md': `* Blue Box: the old machine.\n${diagram('b')}`,
      'b/notes.md': `* Blue Box: the machine under the stairs.\n${diagram('c')}${diagram('b')}`,
    });
    const { out } = await kubetutor(['notes', folder, '--json']);
    const { concepts, cards, diagrams } = JSON.parse(out);
    expect(concepts.map(({ id, merged = false }: { id: string; merged?: boolean }) => [id, merged])).toEqual([
      ['blue-box', false],
      ['blue-box', true],
    ]);
    expect(cards.map(({ id, back }: { id: string; back: string }) => [id, back])).toEqual([
      ['blue-box:define', 'the old machine.'],
      ['blue-box:name', 'Blue Box'],
    ]);
    expect(diagrams.map(({ id, line }: { id: string; line: number }) => [id, line])).toEqual([
      ['notes-1', 3],
      ['notes-1-2', 3],
    ]);
  });
});

describe('between two looks at notes', () => {
  const BEFORE = `# House
## Doors
* Gatehuose: the small house at the gate where visitors wait.
* Cellar: the room below the stairs with the old machine.
* Attic: the room under the roof.
* Porch: the place before the door.
* Hall: the room behind the door.
`;
  const AFTER = `# House
## Doors
* Gatehouse: the small house at the gate where visitors wait.
* Cellar: the room below the stairs with the new machine.
* Porch，门廊: the place before the door.
* Hall: the room behind the door.
## Rooms
* Attic: the room under the roof.
`;

  test('concepts keep their ids over edits, and each that was edited is told once', async () => {
    const folder = await folderWith({ 'note.md': BEFORE, 'data/x': '' });
    const [note, memory] = [join(folder, 'note.md'), join(folder, 'data')];
    const before = await dataOf(note, memory);
    await writeFile(note, AFTER);
    const after = await dataOf(note, memory);
    const again = await dataOf(note, memory);
    const ids = ['gatehuose', 'cellar', 'attic', 'porch', 'hall'];
    for (const { concepts } of [before, after, again]) expect(concepts.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect([before.told, again.told]).toEqual(['', '']);
    expect(after.told.split('\n')).toEqual([
      'Edited since the last time, and still the same concept to everyone who is learning it:',
      '  Gatehouse [gatehuose] was called Gatehuose (same place, near name)',
      '  Cellar [cellar] is explained otherwise',
      '  Porch [porch] has other names besides',
      '  Attic [attic] stands elsewhere',
      '',
    ]);
  });

  test('concepts keep their ids when their file gets another name in its folder', async () => {
    const folder = await folderWith({ 'notes/old.md': BEFORE, 'data/x': '' });
    const [notes, memory] = [join(folder, 'notes'), join(folder, 'data')];
    await dataOf(notes, memory);
    await writeFile(join(notes, 'old.md'), AFTER);
    await dataOf(notes, memory);
    await rename(join(notes, 'old.md'), join(notes, 'new.md'));
    const { concepts, told } = await dataOf(notes, memory);
    expect(concepts.find(({ names }) => names.includes('Gatehouse'))?.id).toBe('gatehuose');
    expect(told).toContain('  Gatehouse [gatehuose] stands elsewhere\n');
  });
});

describe('kubetutor notes', () => {
  test('shows an author what was understood, what is known already, and what was skipped', async () => {
    const folder = await folderWith({ 'platform.md': `---\ntitle: Ours\n---\n${PLATFORM}` });
    const { code, out } = await kubetutor(['notes', folder]);
    expect(code).toBe(0);
    expect(out).toBe(`platform.md (Ours): 1 concept of its own, 1 known already, 5 cards, 1 diagram

Its own concepts:
  line 6    Gateway / 网关 [gateway], under Our platform
            The one door through which all our traffic comes in.

Known already; your words are shown above those that are there (give what is another thing a fuller name):
  line 7    Kublet, that is kubelet [kubelet], under Our platform
            looks after the Pods of our machines.

Diagrams:
  line 13   [platform-1]

Skipped:
  line 1    Front matter: only its title is read.
  line 17   The same diagram as on line 13: it counts once.
`);
  });

  test('tells why a diagram is shown as text', async () => {
    const folder = await folderWith({
      'a.md': '* Gate: a door.\n\n```mermaid\nflowchart LR\n  a ~~~ b\n```\n\n```mermaid\npie title Pets\n```\n',
    });
    const { out } = await kubetutor(['notes', folder]);
    expect(out).toContain(
      'Diagrams:\n' +
        '  line 3    [a-1] is shown as text; its line 2 cannot be drawn: "~~~ b" is not understood here\n' +
        '  line 8    [a-2] is shown as text; its line 1 cannot be drawn: only mermaid flowcharts are drawn',
    );
  });

  test('tells how a term is written where there is none', async () => {
    const folder = await folderWith({
      'a.md': '',
      'b.md': '\n\n',
      'c.md': 'Only a sentence without a heading.\n',
      'd.md': '```\ncode\n```\n',
    });
    const { code, out, err } = await kubetutor(['notes', folder]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/^[a-d]\.md: 0 concepts of its own, 0 cards, 0 diagrams$/gm)).toHaveLength(4);
    expect(out.match(/^No term is explained in it\. A term is a heading with a sentence below it/gm)).toHaveLength(4);
  });

  test('says how cards are listed, where a deck holds none', async () => {
    const { code, out } = await kubetutor(['notes', await folderWith({ 'empty.csv': 'front,back\n' })]);
    expect([code, out]).toEqual([0, expect.stringContaining('No card is in it. A row is a card')]);
  });

  test('tells what is the matter with a path that is no note', async () => {
    const folder = await folderWith({ 'a.txt': 'Pod: a thing', 'hollow/x.yaml': 'concepts: []\n' });
    const failed = async (path: string) => kubetutor(['notes', path]);
    expect(await failed(join(folder, 'gone.md'))).toEqual({
      ...{ code: 1, out: '' },
      err: `There is no folder or file ${join(folder, 'gone.md')}. Check the path.\n`,
    });
    expect((await failed(join(folder, 'a.txt'))).err).toBe(
      `${join(folder, 'a.txt')} is no note: its name does not end in .md, .markdown, .csv or .tsv. Cards that Anki exported are read once it ends in .tsv.\n`,
    );
    expect((await failed(join(folder, 'hollow'))).err).toContain('There is no note in ');
  });

  test('tells of a file that cannot be read, with exit code 1, and shows the others', async () => {
    const folder = await folderWith({ 'bad.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'good.md': '* Gateway: our only door.\n' });
    const { code, out, err } = await kubetutor(['notes', folder]);
    expect({ code, err }).toEqual({
      code: 1,
      err: `${join(folder, 'bad.md')}:1:1: this is a binary file: save it as plain text in UTF-8, or move it out of the notes\n`,
    });
    expect(out).toContain('[gateway]');
    const alone = await kubetutor(['notes', join(folder, 'bad.md'), '--json']);
    expect([alone.code, JSON.parse(alone.out)]).toEqual([1, { concepts: [], cards: [], diagrams: [], skipped: [] }]);
  });

  test('is held against the concepts of YAML files beside the notes, too', async () => {
    const folder = await folderWith({
      'a.yaml': 'concepts:\n  - { id: our-box, en: { name: Blue Box, definition: Ours. } }\n',
      'b.md': '* Blue Box: the machine under the stairs.\n',
    });
    const { out } = await kubetutor(['notes', folder]);
    expect(out).toContain('Blue Box [our-box]');
    expect(out).toContain('0 concepts of its own, 1 known already');
  });

  test('answers, and says so, where nothing can be remembered', async () => {
    const folder = await folderWith({ 'a.md': '* Gateway: our only door.\n', file: '' });
    const { code, out, err } = await kubetutor(['notes', join(folder, 'a.md')], { env: { DATA_DIR: join(folder, 'file/data') } });
    expect(code).toBe(0);
    expect(err).toMatch(/^My memory cannot be opened\. Your notes are read all the same, .*One cannot write in the folder/);
    expect(out).toContain('[gateway]');
  });
});
