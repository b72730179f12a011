import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../../src/core/content/problem.ts';
import { overBudget, type Reply } from '../../../src/core/reply.ts';
import { buttonOf, buttonsOf, personCalled, ROOM, textOf, tutorFor } from '../../support/bot.ts';
import { libraryOf, NOTES } from '../../support/notes.ts';

const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);

/** A file with so many concepts, under a title or none. */
function fileOf(path: string, count: number, title?: string): SourceFile {
  const prefix = path.replace(/\.yaml$|[^a-z0-9]/g, '').slice(0, 12);
  const concept = (at: number) => `  - id: ${prefix}-${at}\n    en: { name: n${prefix} ${at}, definition: Number ${at}. }\n`;
  const topic = title === undefined ? '' : `topic: { en: ${title} }\n`;
  return { path, text: `${topic}concepts:\n${Array.from({ length: count }, (_, at) => concept(at)).join('')}` };
}

describe('topics', () => {
  const tutor = tutorFor();

  test('are listed with the number of their concepts', async () => {
    const reply = await tutor.say('topics');
    expect(reply.summary).toBe('The notes explain 7 concepts.');
    expect(labels(reply)).toEqual(['Nodes (2)', 'Objects (5)', '中文']);
  });

  test('open on their concepts, in the order of the file', async () => {
    const reply = await tutor.press(buttonOf(await tutor.say('topics'), 'Nodes (2)'));
    expect(reply.blocks[1]).toEqual({
      kind: 'prose',
      text: '- **kubelet** — The agent on every node that starts the Pods assigned to it.\n- **Node** — A machine of the cluster that runs Pods.',
    });
    expect(labels(reply)).toEqual(['kubelet', 'Node', 'All topics', '中文']);
    expect(textOf(await tutor.press(buttonOf(reply, 'kubelet')))).toContain('The agent on every node');
  });

  test.each(['topics nodes', 'Topic Nodes', '主题 节点', '主题节点'])('open by their name: %s', async (text) => {
    expect(labels(await tutor.say(text)).slice(0, 2)).toEqual(/主/.test(text) ? ['kubelet', '节点'] : ['kubelet', 'Node']);
  });

  test.each(['topics of interest', '主题公园'])('are no answer where none is called so: %s', async (text) => {
    expect((await tutor.say(text)).outcome?.kind).toBe('unknown');
  });

  test('are there in both languages', async () => {
    const chinese = await tutor.press(buttonOf(await tutor.say('topics'), '中文'));
    expect(labels(chinese)).toEqual(['节点（2）', '对象（5）', 'English']);
    expect(textOf(await tutor.press(buttonOf(chinese, '节点（2）')))).toContain('节点');
  });

  test('of one name in two decks are two topics, and one that is empty is none', async () => {
    const notes = [fileOf('a/pods.yaml', 1, 'Mine'), fileOf('a/empty.yaml', 0, 'Nothing'), { path: 'a/deck.yaml', text: 'id: a' }];
    const shipped = [fileOf('b/pods.yaml', 2, 'Shipped'), { path: 'b/deck.yaml', text: 'id: b' }];
    const both = tutorFor({
      library: libraryOf([...notes, ...shipped].map((file, at) => ({ ...file, text: file.text.replaceAll('bpods', `b${at}pods`) }))),
    });
    expect(labels(await both.say('topics'))).toEqual(['Mine (1)', 'Shipped (2)', '中文']);
  });

  test('of one name in two folders of a deck are one, called as the first is', async () => {
    const files = [fileOf('a/one.yaml', 1, 'First'), { ...fileOf('a/sub/one.yaml', 1, 'Second') }];
    const tutorWithNotes = tutorFor({
      library: libraryOf(files.map((file, at) => ({ ...file, text: file.text.replaceAll(/id: \S*/g, `id: c-${at}`) }))),
    });
    expect(labels(await tutorWithNotes.say('topics'))).toEqual(['First (2)', '中文']);
  });

  test('that are called after a file with a long or Chinese name can be opened too', async () => {
    const files = [
      fileOf(`${'很长的名字'.repeat(20)}.yaml`, 1),
      fileOf(`notes/${'long-name-'.repeat(12)}.yaml`, 1),
      fileOf('notes/a b&c=d.yaml', 1),
    ];
    const tutorWithNotes = tutorFor({
      library: libraryOf(files.map((file, at) => ({ ...file, text: file.text.replaceAll(/id: \S*/g, `id: c-${at}`) }))),
    });
    const reply = await tutorWithNotes.say('topics');
    expect(overBudget(reply)).toEqual([]);
    expect(buttonsOf(reply)).toHaveLength(4);
    for (const button of buttonsOf(reply)) expect((await tutorWithNotes.press(button)).blocks[1]?.kind).toBe('prose');
  });

  test('have pages of ten concepts, of which the last is shown for one that is no more', async () => {
    const many = tutorFor({ library: libraryOf([fileOf('many.yaml', 23, 'Many')]) });
    const first = await many.press(buttonOf(await many.say('topics'), 'Many (23)'));
    expect(textOf(first)).toContain('Page 1 of 3');
    const second = await many.press(buttonOf(first, 'More ▸'));
    expect(labels(second)).toEqual(expect.arrayContaining(['nmany 10', 'nmany 19', '◂ Back', 'More ▸']));
    const third = await many.press(buttonOf(second, 'More ▸'));
    expect(labels(third)).toEqual(['nmany 20', 'nmany 21', 'nmany 22', '◂ Back', 'All topics', '中文']);
    const beyond = await many.press({ intent: { command: 'topics', args: { topic: 'notes.many', page: '9999', lang: 'en' } } });
    expect(beyond).toEqual(third);
  });

  test('are themselves paged where there are many', async () => {
    const files = Array.from({ length: 45 }, (_, at) => fileOf(`t${at}.yaml`, 1, `T${at}`));
    const many = tutorFor({ library: libraryOf(files) });
    const first = await many.say('topics');
    expect(overBudget(first)).toEqual([]);
    const second = await many.press(buttonOf(first, 'More ▸'));
    expect(labels(second)).toEqual(expect.arrayContaining(['T20 (1)', 'T39 (1)', 'More ▸', '◂ Back']));
    expect(labels(await many.press(buttonOf(second, 'More ▸')))).toEqual([
      'T40 (1)',
      'T41 (1)',
      'T42 (1)',
      'T43 (1)',
      'T44 (1)',
      '◂ Back',
      '中文',
    ]);
  });

  test.each(['topics', 'random', 'path'])('are missed kindly by "%s" where there are no notes', async (text) => {
    expect((await tutorFor({ library: libraryOf([]) }).say(text)).summary).toBe('There are no notes yet.');
  });
});

describe('random', () => {
  test('shows a concept by chance, and another on demand', async () => {
    const numbers = [0, 0.999];
    const tutor = tutorFor({ services: { random: () => numbers.shift() ?? 0 } });
    const first = await tutor.say('random');
    expect(first.blocks[0]).toEqual({ kind: 'heading', text: 'kubelet' });
    expect(labels(first)).toEqual(['Pod', 'Node', 'Another one', '中文']);
    expect((await tutor.press(buttonOf(first, 'Another one'))).blocks[0]).toEqual({ kind: 'heading', text: '小A' });
  });

  test('stays in the language of its button', async () => {
    const tutor = tutorFor();
    const chinese = await tutor.say('随机');
    expect((await tutor.press(buttonOf(chinese, '再来一个'))).blocks[1]).toEqual({
      kind: 'prose',
      text: '**每个节点上的代理程序：把分配给本节点的 Pod 跑起来。**',
    });
  });
});

describe('help', () => {
  test('says how to ask in at most ten lines, and nothing that does not work', async () => {
    for (const [word, languages] of [
      ['help', 'en'],
      ['帮助', 'zh'],
    ] as const) {
      const tutor = tutorFor({ locale: languages });
      const reply = await tutor.say(word);
      const text = reply.blocks.map((block) => (block.kind === 'prose' ? block.text : '')).join('\n');
      expect(text.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(10);
      for (const button of buttonsOf(reply)) expect((await tutor.press(button)).blocks.length).toBeGreaterThan(1);
    }
  });

  test('names the slash command as it is called here', async () => {
    expect(textOf(await tutorFor({ services: { commandName: 'kube' } }).say('help'))).toContain('`/kube topics`');
  });
});

describe('lang', () => {
  test('offers both languages where none is named, and keeps the one that is pressed', async () => {
    const tutor = tutorFor();
    const reply = await tutor.say('lang');
    expect(labels(reply)).toEqual(['English', '中文']);
    expect((await tutor.press(buttonOf(reply, '中文'))).summary).toBe('好，以后用中文回答你。');
    expect((await tutor.say('help')).summary).toBe('可以这样问我');
  });

  test('is one person’s own', async () => {
    const tutor = tutorFor();
    await tutor.say('lang zh');
    const other = {
      id: 'turn',
      intent: { command: 'help', args: {} },
      actor: personCalled('Bob'),
      conversation: ROOM,
    } as const;
    expect((await tutor.bot.reply(other)).summary).toBe('What you can ask me');
  });
});

test('every note of the fixture can be reached by browsing', async () => {
  const tutor = tutorFor();
  const topics = buttonsOf(await tutor.say('topics')).filter(({ intent }) => intent.args.topic);
  const reached = await Promise.all(topics.map(async (topic) => labels(await tutor.press(topic))));
  const names = [...libraryOf(NOTES).concepts.values()].map(({ wordings }) => wordings.en?.name ?? wordings.zh?.name);
  expect(reached.flat()).toEqual(expect.arrayContaining(names));
});
