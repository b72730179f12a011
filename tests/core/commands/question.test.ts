import { describe, expect, test } from 'vitest';
import { answer, buttonOf, buttonsOf, finding, textOf, tutorFor } from '../../support/bot.ts';

const findings = {
  thing: finding({ kind: 'did-you-mean', ids: ['secret', 'config-map'], others: ['pod'] }),
  东西: finding({ kind: 'did-you-mean', ids: ['node'] }),
  soup: finding({ kind: 'unknown', others: ['pod', 'node', 'kubelet', 'secret'] }),
  'secret vs cm': answer('secret', 'config-map'),
  'cm vs secret': answer('config-map', 'secret'),
  'compare secret and cm': answer('secret', 'config-map'),
  'pod vs node': answer('pod', 'node'),
  'pood vs node': { ...answer('pod', 'node'), mended: ['pod'] },
};
const tutor = tutorFor({ findings });

describe('a question that may mean several things', () => {
  test('is answered with a choice, each with what it is', async () => {
    const reply = await tutor.say('thing');
    expect(reply.blocks).toEqual([
      { kind: 'heading', text: 'Did you mean…?' },
      { kind: 'prose', text: 'I am not sure. Choose below, or ask in other words.' },
      { kind: 'prose', text: '- **Secret** — Holds a password or a key.\n- **ConfigMap** — Holds settings that are not secret.' },
      { kind: 'buttons', buttons: [expect.objectContaining({ label: 'Secret' }), expect.objectContaining({ label: 'ConfigMap' })] },
    ]);
    expect(textOf(await tutor.press(buttonOf(reply, 'ConfigMap')))).toContain('ConfigMap: Holds settings');
  });

  test('names its choices to programs as suggestions too', async () => {
    const { outcome } = await tutor.say('thing');
    expect(outcome).toEqual({
      kind: 'did-you-mean',
      concepts: ['secret', 'config-map'],
      suggestions: ['secret', 'config-map'],
      language: 'en',
    });
  });

  test('is answered in Chinese to a Chinese question', async () => {
    expect(textOf(await tutor.say('东西'))).toContain('不太确定');
  });
});

describe('a question that the notes do not answer', () => {
  test('is told so, with up to three of the nearest concepts and a way to browse', async () => {
    const reply = await tutor.say('soup');
    expect(reply.blocks[0]).toEqual({ kind: 'heading', text: 'That is not in the notes' });
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['Pod', 'Node', 'kubelet', 'All topics']);
    expect(textOf(await tutor.press(buttonOf(reply, 'All topics')))).toContain('What the notes cover');
  });

  test('announces no nearest concepts where there are none', async () => {
    const reply = await tutor.say('zzz');
    expect(reply.blocks.map(({ kind }) => kind)).toEqual(['heading', 'prose', 'buttons']);
    expect(reply.outcome).toEqual({ kind: 'unknown', concepts: [], suggestions: [], language: 'en' });
  });
});

describe('a comparison', () => {
  test('puts the difference first, then what each is', async () => {
    const reply = await tutor.say('secret vs cm');
    expect(reply.summary).toBe('How Secret and ConfigMap differ');
    expect(reply.blocks.slice(0, 4)).toEqual([
      { kind: 'heading', text: 'Secret and ConfigMap' },
      { kind: 'prose', text: '**How they differ**\nA Secret is for passwords; a ConfigMap is for settings that anyone may read.' },
      { kind: 'prose', text: '**Secret**\nHolds a password or a key.' },
      { kind: 'prose', text: '**ConfigMap**\nHolds settings that are not secret.' },
    ]);
    expect(reply.blocks[4]).toEqual({ kind: 'caption', text: 'Source: demo/objects.yaml' });
  });

  test('finds the difference under whichever of the two it is written', async () => {
    expect(textOf(await tutor.say('cm vs secret'))).toContain('A Secret is for passwords');
  });

  test('keeps the order of the question, for programs too', async () => {
    expect((await tutor.say('cm vs secret')).outcome?.concepts).toEqual(['config-map', 'secret']);
  });

  test('says what each is where nobody wrote down how they differ', async () => {
    const text = textOf(await tutor.say('pod vs node'));
    expect(text).toContain('The smallest unit');
    expect(text).not.toContain('How they differ\n');
  });

  test('names the term that was understood', async () => {
    expect((await tutor.say('pood vs node')).blocks[1]).toEqual({ kind: 'caption', text: 'Understood as: Pod' });
  });

  test('goes over into the other language and to each of its sides', async () => {
    const reply = await tutor.say('secret vs cm');
    const chinese = await tutor.press(buttonOf(reply, '中文'));
    expect(chinese.blocks[0]).toEqual({ kind: 'heading', text: 'Secret 与 ConfigMap' });
    expect(textOf(chinese)).toContain('Secret 放密码；ConfigMap 放谁都可以看的配置。');
    expect((await tutor.press(buttonOf(chinese, 'Secret'))).blocks[0]).toEqual({ kind: 'heading', text: 'Secret' });
  });

  test('is the same by command and by question', async () => {
    expect(await tutor.say('compare secret and cm')).toEqual(await tutor.say('secret vs cm'));
  });

  test.each([
    ['compare', 'Name two things to compare, for example: compare Secret and ConfigMap'],
    ['比较', '写出要比较的两个概念，例如：比较 Secret 和 ConfigMap'],
  ])('that names nothing ("%s") is told how to ask', async (text, words) => {
    expect((await tutor.say(text)).summary).toBe(words);
  });
});
