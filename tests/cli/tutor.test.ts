import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Content } from '../../src/cli/content.ts';
import { openTutor, type Tutor } from '../../src/cli/tutor.ts';
import { parseText } from '../../src/core/command.ts';
import { COMMANDS } from '../../src/core/commands/index.ts';
import type { SpaceId } from '../../src/core/places.ts';
import { personCalled, ROOM, textOf } from '../support/bot.ts';
import { configFor } from '../support/config.ts';
import { folderWith, replaceFile } from '../support/folders.ts';

/** A tutor on a folder of own notes that is watched; it looks when it is told to. */
async function tutorOn(files: Readonly<Record<string, string>>) {
  const folder = await folderWith({
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`notes/${name}`, text])),
    'data/x': '',
  });
  return watching(join(folder, 'notes'), join(folder, 'data'));
}

async function watching(notes: string, dataDir: string) {
  const tutor = await openTutor(configFor({ dataDir, contentDir: notes }));
  const loads: Content[] = [];
  const watch = tutor.watch((content) => loads.push(content));
  onTestFinished(() => watch?.stop());
  return {
    ...tutor,
    loads,
    look: async () => watch?.look(),
    write: (name: string, text: string) => replaceFile(join(notes, name), text),
    remove: (name: string) => rm(join(notes, name)),
    answerTo: (text: string, space?: SpaceId) => answerTo(tutor, text, space),
    ownIds: () => [...tutor.knowledge().library.concepts.values()].filter(({ isOwn }) => isOwn).map(({ id }) => id),
  };
}

async function answerTo({ bot }: Tutor, text: string, space: SpaceId = ROOM.space): Promise<string> {
  const intent = parseText(text, COMMANDS, 'k8s');
  const turn = {
    id: 'turn',
    intent,
    typed: text,
    actor: { ...personCalled('Ann'), locale: 'en' },
    conversation: { ...ROOM, space },
  } as const;
  return textOf(await bot.reply(turn));
}

describe('notes in a folder that is called as a workspace or a server', () => {
  const note = (id: string, name: string, definition: string) =>
    `concepts:\n  - { id: ${id}, en: { name: ${name}, definition: ${definition} } }\n`;
  const [acme, other, server] = ['slack:T0ACME0001', 'slack:T0OTHER001', 'discord:123456789012345678'] as const;

  test('are for that one alone, beside what is for all', async () => {
    const tutor = await tutorOn({
      'a.yaml': note('blimp', 'Blimp', 'For all.'),
      'T0ACME0001/b.yaml': note('zeppelin', 'Zeppelin', 'Only at Acme.'),
      'T0ACME0001/c.md': '* Blue Box: the machine under the stairs.\n',
      '123456789012345678/d.yaml': note('zeppelin', 'Zeppelin', 'Only on that server.'),
    });
    for (const space of [acme, other, server, ROOM.space]) expect(await tutor.answerTo('what is Blimp', space)).toContain('For all.');
    expect(await tutor.answerTo('what is Zeppelin', acme)).toContain('Only at Acme.');
    expect(await tutor.answerTo('what is the blue box', acme)).toContain('under the stairs');
    expect(await tutor.answerTo('what is Zeppelin', server)).toContain('Only on that server.');
    for (const space of [other, ROOM.space]) {
      expect(await tutor.answerTo('what is Zeppelin', space)).not.toContain('Only');
      expect(await tutor.answerTo('what is the blue box', space)).not.toContain('stairs');
    }
    const suggested = (space: SpaceId) => tutor.bot.suggest('zepp', personCalled('Ann'), space).map(({ label }) => label);
    expect([suggested(acme).length, suggested(other).length]).toEqual([2, 1]);
  });

  test('are not known by a button from elsewhere', async () => {
    const tutor = await tutorOn({ 'T0ACME0001/b.yaml': note('zeppelin', 'Zeppelin', 'Only at Acme.') });
    const forged = { command: 'ask', args: { concept: 'zeppelin' } };
    const said = await tutor.bot.reply({ id: '1', intent: forged, actor: personCalled('Eve'), conversation: { ...ROOM, space: other } });
    expect(textOf(said)).not.toContain('Acme');
    expect(tutor.ownIds()).toEqual([]);
  });

  test('change as they are saved, keep their last good version, and tell what is wrong', async () => {
    const tutor = await tutorOn({ 'T0ACME0001/b.yaml': note('zeppelin', 'Zeppelin', 'Only at Acme.') });
    await tutor.write('T0ACME0001/b.yaml', note('zeppelin', 'Zeppelin', 'Mended at Acme.'));
    await tutor.look();
    expect(await tutor.answerTo('what is Zeppelin', acme)).toContain('Mended at Acme.');
    await tutor.write('T0ACME0001/b.yaml', 'concepts: [');
    await tutor.look();
    expect(await tutor.answerTo('what is Zeppelin', acme)).toContain('Mended at Acme.');
    expect(tutor.loads.at(-1)?.standIns).toEqual(['T0ACME0001/b.yaml']);
    expect(tutor.problems().map(({ file }) => file)).toContain('T0ACME0001/b.yaml');
  });
});

describe('a team’s own notes', () => {
  test('are known beside the shipped ones, from YAML and from Markdown', async () => {
    const tutor = await tutorOn({
      'a.yaml': 'concepts:\n  - { id: blimp, en: { name: Blimp, definition: Our deploy bot. } }\n',
      'b.md': '* Blue Box: the machine under the stairs.\n',
    });
    expect(await tutor.answerTo('what is Blimp')).toContain('Our deploy bot.');
    expect(await tutor.answerTo('what is the blue box')).toContain('the machine under the stairs.');
    expect(await tutor.answerTo('what is kubelet')).toContain('kubernetes.io');
    expect(tutor.ownIds()).toEqual(['blimp', 'blue-box']);
  });

  test('are shown above the shipped words, with the place that they are from', async () => {
    const tutor = await tutorOn({ 'ours.md': '# Ours\n* kubelet: we call it the caretaker.\n' });
    const answer = await tutor.answerTo('what is kubelet');
    const [ours, place, shipped] = ['we call it the caretaker.', 'From your team’s notes: ours.md › Ours', 'kubernetes.io'].map((text) =>
      answer.lastIndexOf(text),
    );
    expect(ours).toBeGreaterThan(0);
    expect(place).toBeGreaterThan(ours ?? 0);
    expect(shipped).toBeGreaterThan(place ?? 0);
  });

  test('are all of them found, also by the names that a second note gives', async () => {
    const tutor = await tutorOn({ 'a.md': '* Gateway: our only door.\n', 'b.md': '* Gateway，大闸门: 我们唯一的一道门。\n' });
    expect(await tutor.answerTo('大闸门是什么')).toContain('我们唯一的一道门。');
    expect(tutor.ownIds()).toEqual(['gateway']);
  });
});

describe('while the tutor runs', () => {
  test('a changed note is loaded, a new one too, and a removed one is forgotten', async () => {
    const tutor = await tutorOn({ 'a.md': '* Blue Box: the old machine.\n' });
    await tutor.write('a.md', '* Blue Box: the new machine.\n');
    await tutor.write('b.md', '* Red Box: another machine.\n');
    await tutor.look();
    expect(await tutor.answerTo('what is the blue box')).toContain('the new machine.');
    expect(tutor.ownIds()).toEqual(['blue-box', 'red-box']);
    await tutor.remove('a.md');
    await tutor.look();
    expect(tutor.ownIds()).toEqual(['red-box']);
  });

  test('a file that breaks keeps its last good version, while the others are loaded, until it is mended or removed', async () => {
    const good = 'concepts:\n  - { id: blimp, en: { name: Blimp, definition: Our deploy bot. } }\n';
    const tutor = await tutorOn({ 'a.yaml': good, 'b.md': '* Blue Box: the old machine.\n' });
    await tutor.write('a.yaml', 'concepts: [');
    await tutor.write('b.md', '* Blue Box: the new machine.\n');
    await tutor.look();
    expect(tutor.loads.at(-1)?.standIns).toEqual(['a.yaml']);
    expect(tutor.problems().map(({ file }) => file)).toEqual(['a.yaml']);
    expect(await tutor.answerTo('what is Blimp')).toContain('Our deploy bot.');
    expect(await tutor.answerTo('what is the blue box')).toContain('the new machine.');

    // Broken in another way, it still has its last good version.
    await tutor.write('a.yaml', '\0');
    await tutor.look();
    expect(await tutor.answerTo('what is Blimp')).toContain('Our deploy bot.');

    await tutor.write('a.yaml', good.replace('deploy', 'build'));
    await tutor.look();
    expect([tutor.loads.at(-1)?.standIns, tutor.problems()]).toEqual([[], []]);
    expect(await tutor.answerTo('what is Blimp')).toContain('Our build bot.');

    await tutor.write('a.yaml', 'concepts: [');
    await tutor.look();
    await tutor.remove('a.yaml');
    await tutor.look();
    expect(tutor.ownIds()).toEqual(['blue-box']);
  });

  test('a Markdown note that has become binary keeps its last good version, and its concepts their ids', async () => {
    const tutor = await tutorOn({ 'a.md': '* Blue Boxx: the machine under the stairs.\n' });
    await tutor.write('a.md', '\0');
    await tutor.look();
    expect(tutor.loads.at(-1)?.standIns).toEqual(['a.md']);
    await tutor.write('a.md', '* Blue Box: the machine under the stairs.\n');
    await tutor.look();
    expect(tutor.ownIds()).toEqual(['blue-boxx']);
    expect(tutor.loads.at(-1)?.edits).toMatchObject([{ was: 'Blue Boxx', now: 'Blue Box' }]);
  });

  test('a mounted ConfigMap that is swapped is loaded anew', async () => {
    const folder = await folderWith({ 'notes/..1/a.md': '* Blue Box: the old machine.\n', 'data/x': '' });
    const notes = join(folder, 'notes');
    await symlink('..1', join(notes, '..data'));
    await symlink('..data/a.md', join(notes, 'a.md'));
    const tutor = await watching(notes, join(folder, 'data'));
    await mkdir(join(notes, '..2'));
    await writeFile(join(notes, '..2/a.md'), '* Blue Box: the new machine.\n');
    await symlink('..2', join(notes, '..data_tmp'));
    await rename(join(notes, '..data_tmp'), join(notes, '..data'));
    await tutor.look();
    expect(await tutor.answerTo('what is the blue box')).toContain('the new machine.');
    expect(tutor.ownIds()).toEqual(['blue-box']);
  });
});

describe('the ids of a team’s notes', () => {
  test('are kept over an edit while nothing runs', async () => {
    const folder = await folderWith({ 'notes/a.md': '* Blue Boxx: the machine under the stairs.\n', 'data/x': '' });
    const config = configFor({ dataDir: join(folder, 'data'), contentDir: join(folder, 'notes') });
    await openTutor(config);
    await writeFile(join(folder, 'notes/a.md'), '* Blue Box: the machine under the stairs.\n');
    const { library } = (await openTutor(config)).knowledge();
    expect(library.concepts.get('blue-boxx')?.wordings.en?.name).toBe('Blue Box');
  });

  test('need nothing to be remembered where there is no Markdown note', async () => {
    const folder = await folderWith({ 'notes/a.yaml': 'concepts: []\n', file: '' });
    const tutor = await openTutor(configFor({ dataDir: join(folder, 'file/data'), contentDir: join(folder, 'notes') }));
    expect(tutor.knowledge().library.concepts.size).toBeGreaterThan(200);
  });
});

test('a folder that is not there is told, with what to do', async () => {
  await expect(openTutor(configFor({ dataDir: '/nowhere', contentDir: '/nowhere' }))).rejects.toThrow(
    'There is no folder or file /nowhere. Check the path.',
  );
});
