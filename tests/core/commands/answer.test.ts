import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/core/reply.ts';
import { answer, buttonOf, buttonsOf, finding, textOf, tutorFor } from '../../support/bot.ts';
import { libraryOf, NOTES } from '../../support/notes.ts';

const findings = {
  kubelet: answer('kubelet'),
  节点: answer('node'),
  swarm: answer('swarm'),
  小A: answer('xiao-a'),
  kublet: finding({ kind: 'answer', ids: ['kubelet'], mended: ['kubelet'] }),
  'a pod': finding({ kind: 'answer', ids: ['pod'], others: ['node', 'pod', 'secret', 'gone'] }),
};
const say = (text: string, locale: 'en' | 'zh' = 'en') => tutorFor({ findings, locale }).say(text);
const kinds = (reply: Reply) => reply.blocks.map(({ kind }) => kind);
const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);

describe('an answer', () => {
  test('says what it is, what it is not, shows an example, and ends with where that is from', async () => {
    const reply = await say('kubelet');
    expect(kinds(reply)).toEqual(['heading', 'prose', 'prose', 'caption', 'picture', 'prose', 'caption', 'code', 'caption', 'buttons']);
    expect(reply.blocks[1]).toEqual({ kind: 'prose', text: '**The agent on every node that starts the Pods assigned to it.**' });
    expect(reply.blocks[5]).toEqual({
      kind: 'prose',
      text: '**Not the same as**\n- **Pod**: The kubelet starts Pods; a Pod is what is started.',
    });
    expect(reply.blocks[8]).toEqual({
      kind: 'caption',
      text: 'Component · part of Node · runs on Node\nSource: demo/nodes.yaml',
      links: [{ label: 'kubernetes.io', url: 'https://kubernetes.io/docs/concepts/architecture/' }],
    });
  });

  test('says the same words to everyone, in the language of each, and new ones once the notes are others', async () => {
    const [one, other] = [tutorFor({ findings, locale: 'en' }), tutorFor({ findings, locale: 'zh' })];
    const shown = await Promise.all([one, other, one, other].map(async (tutor) => textOf(await tutor.say('kubelet'))));
    expect(shown.slice(2)).toEqual(shown.slice(0, 2));
    expect(shown[1]).toContain('管理员');
    const mended = NOTES.map(({ path, text }) => ({ path, text: text.replace('The agent on every node', 'The watchman on every node') }));
    expect(textOf(await tutorFor({ library: libraryOf(mended), findings }).say('kubelet'))).toContain('The watchman on every node');
  });

  test('is summed up in one sentence without marks', async () => {
    expect((await say('kubelet')).summary).toBe('kubelet: The agent on every node that starts the Pods assigned to it.');
    const marked = NOTES.map(({ path, text }) => ({ path, text: text.replace('Holds a password', 'Holds `a password`') }));
    const tutor = tutorFor({ library: libraryOf(marked), findings: { secret: answer('secret') } });
    expect((await tutor.say('secret')).summary).toBe('Secret: Holds a password or a key.');
  });

  test('has the name in both languages where they differ', async () => {
    expect((await say('节点')).blocks[0]).toEqual({ kind: 'heading', text: '节点 · Node' });
    expect((await say('kubelet')).blocks[0]).toEqual({ kind: 'heading', text: 'kubelet' });
  });

  test('offers what is related, then the other language', async () => {
    expect(labels(await say('kubelet'))).toEqual(['Pod', 'Node', '中文']);
    expect(labels(await say('kubelet', 'zh'))).toEqual(['Pod', '节点', 'English']);
  });

  test('offers what else was found, but neither itself nor what is gone', async () => {
    expect(labels(await say('a pod'))).toEqual(['Node', 'Secret', 'Where is it?', '中文']);
  });

  test('says so where the notes have it in the other language only', async () => {
    const english = await say('swarm', 'zh');
    expect(english.blocks[1]).toEqual({ kind: 'caption', text: '这一条笔记只有英文。' });
    expect(textOf(english)).toContain('Written in English only.');
    expect(textOf(await say('小A', 'en'))).toContain('只有中文。');
    expect(textOf(await say('swarm', 'en'))).not.toContain('only in');
  });

  test('names the term that was understood in place of a misspelt one', async () => {
    expect((await say('kublet')).blocks[1]).toEqual({ kind: 'caption', text: 'Understood as: kubelet' });
  });

  test('carries what came of the look-up, for programs', async () => {
    expect((await say('kubelet')).outcome).toEqual({ kind: 'answer', concepts: ['kubelet'], suggestions: [], language: 'en' });
  });

  test('takes the place of the message whose button was pressed, and not of the question', async () => {
    const tutor = tutorFor({ findings });
    const reply = await tutor.say('kubelet');
    expect(reply.replaces).toBeUndefined();
    expect((await tutor.press(buttonOf(reply, 'Pod'))).replaces).toBe(true);
  });

  test('tells a writer of Traditional Chinese that they were understood', async () => {
    const tutor = tutorFor({ findings: { 節點是什麼: answer('node') } });
    expect((await tutor.say('節點是什麼')).blocks[1]).toEqual({ kind: 'caption', text: '我看得懂繁体，不过用简体回答。' });
  });
});

describe('a team’s own note about a shipped concept', () => {
  const own = (wordings: string) => [{ path: 'team.yaml', text: `concepts:\n  - id: pod\n${wordings}` }];
  const withNote = (wordings: string) => tutorFor({ library: libraryOf(NOTES, own(wordings)), findings: { pod: answer('pod') } });
  const both = '    en: { name: Pod, definition: Ours run in Berlin. }\n    zh: { name: Pod, definition: 我们的在柏林。 }\n';

  test('comes first, with its place', async () => {
    const { blocks } = await withNote(both).say('pod');
    expect(blocks.slice(1, 4)).toEqual([
      { kind: 'prose', text: 'Ours run in Berlin.' },
      { kind: 'caption', text: 'From your team’s notes: team.yaml' },
      { kind: 'prose', text: '**The smallest unit that Kubernetes places on a node.**' },
    ]);
  });

  test('is shown in the reader’s language where it is written in both', async () => {
    const english = textOf(await withNote(both).say('pod'));
    expect(english).toContain('Berlin');
    expect(english).not.toContain('柏林');
  });

  test('is shown in the other language rather than not at all', async () => {
    const tutor = withNote('    zh: { name: Pod, definition: 我们的在柏林。 }\n');
    expect(textOf(await tutor.say('pod'))).toContain('我们的在柏林。');
  });

  test('stands below what is written in the reader’s language where it is in the other', async () => {
    const { blocks } = await withNote('    zh: { name: Pod, definition: 我们的在柏林。 }\n').say('pod');
    expect(blocks.slice(1, 4)).toEqual([
      { kind: 'prose', text: '**The smallest unit that Kubernetes places on a node.**' },
      { kind: 'prose', text: '我们的在柏林。' },
      { kind: 'caption', text: 'From your team’s notes: team.yaml' },
    ]);
  });
});

describe('an answer that is too long for one message', () => {
  const body = Array.from({ length: 5 }, (_, at) => `Part ${at} ${'word '.repeat(250)}`).join('\n\n');
  const own = [
    {
      path: 'long.yaml',
      text: `concepts:\n  - id: pod\n    en: { name: Pod, definition: Long., body: ${JSON.stringify(body.slice(0, 1499))} }`,
    },
  ];
  const notes = [1, 2, 3].map((at) => ({ ...own[0], path: `${at}/long.yaml` }) as { path: string; text: string });

  test('goes on behind “More ▸”, says all of it once, and leads back', async () => {
    const tutor = tutorFor({ library: libraryOf(NOTES, notes), findings: { pod: answer('pod') } });
    const first = await tutor.say('pod');
    const second = await tutor.press(buttonOf(first, 'More ▸'));
    const texts = [first, second].flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'prose' ? [block.text] : [])));
    expect(texts.filter((text) => text.startsWith('Long.'))).toHaveLength(3);
    expect(texts.filter((text) => text.includes('The smallest unit'))).toHaveLength(1);
    expect(first.blocks[0]).toEqual(second.blocks[0]);
    expect(textOf(await tutor.press(buttonOf(second, '◂ Back')))).toBe(textOf(first));
  });

  test('has the same pages whether or not it was reached with remarks above it', async () => {
    const reached = finding({ kind: 'answer', ids: ['pod'], mended: ['pod'] });
    const tutor = tutorFor({ library: libraryOf(NOTES, notes), findings: { pod: answer('pod'), pood: reached } });
    const proseOf = (reply: Reply) => reply.blocks.filter(({ kind }) => kind === 'prose');
    expect(proseOf(await tutor.say('pood'))).toEqual(proseOf(await tutor.say('pod')));
  });

  test('shows the last page where a page is asked for that is no longer there', async () => {
    const tutor = tutorFor();
    const reply = await tutor.press({ intent: { command: 'ask', args: { concept: 'pod', page: '99' } } });
    expect(textOf(reply)).toContain('The smallest unit');
  });
});

describe('a team’s own concept that is called as a shipped one is', () => {
  const own = (more = '') => [
    {
      path: 'team.yaml',
      text: `concepts:\n  - id: room\n    related: [node, kubelet, secret, config-map]\n    en: { name: Pod, definition: A room. }\n${more}`,
    },
  ];
  const asked = (more: string, found: Parameters<typeof tutorFor>[0]) => tutorFor({ library: libraryOf(NOTES, own(more)), ...found });

  test('has a button to that one before all others, and says so', async () => {
    const reply = await asked('', { findings: { pod: { ...answer('room'), others: ['pod'] } } }).say('pod');
    expect(reply.blocks[0]).toEqual({ kind: 'heading', text: 'Pod' });
    expect(textOf(reply)).toContain('My own notes have something else of this name: Pod · demo');
    expect(buttonsOf(reply)[0]).toEqual({ label: 'Pod · demo', intent: { command: 'ask', args: { concept: 'pod', lang: 'en' } } });
  });

  test('says nothing of what is called otherwise', async () => {
    const reply = await asked('', { findings: { pod: { ...answer('room'), others: ['swarm'] } } }).say('pod');
    expect(textOf(reply)).not.toContain('something else of this name');
  });

  test('is one of two choices that can be told apart', async () => {
    const reply = await asked('', { findings: { pod: finding({ kind: 'did-you-mean', ids: ['room', 'pod'] }) } }).say('pod');
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['Pod · notes', 'Pod · demo']);
  });
});
