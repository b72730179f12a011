import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { buttonOf, buttonsOf, textOf, tutorFor } from '../../support/bot.ts';
import { atNoon, newFilePlace } from '../../support/databases.ts';

const explain = (lang: 'en' | 'zh') => ({ intent: { command: 'terms', args: { text: 'whatever', lang } } });

describe('the terms of a message', () => {
  test('are explained in a line each, with a button to each', async () => {
    const tutor = tutorFor({ terms: ['kubelet', 'pod'] });
    const reply = await tutor.say('terms the kubelet starts pods');
    expect(textOf(reply)).toContain('**kubelet** — The agent on every node');
    expect(textOf(await tutor.press(buttonOf(reply, 'Pod')))).toContain('Pod');
  });

  test('are at most five, in the language of who asks', async () => {
    const tutor = tutorFor({ terms: ['kubelet', 'pod', 'node', 'secret', 'config-map', 'container'] });
    const reply = await tutor.bot.reply({
      id: '1',
      ...explain('zh'),
      actor: { id: 'test:ann', name: 'Ann', locale: undefined, account: async () => ({ canManage: false }) },
      conversation: { id: 'test:room', space: 'test:space', isDirect: true },
    });
    expect(textOf(reply)).toContain('这条消息里的术语');
    expect(textOf(reply).match(/ —— /g)).toHaveLength(5);
  });

  test('begin with those that the person knows least, and leave out what there is no room for', async () => {
    const { where } = await newFilePlace();
    const { reviews, close } = await openStore(where, { as: 'tool', now: atNoon });
    onTestFinished(close);
    const learn = (concept: string) => reviews.log.learn({ actor: 'test:ann', concept, evidence: { kind: 'known' }, seen: 0 });
    await learn('pod');
    const six = { terms: ['kubelet', 'pod', 'node', 'secret', 'config-map', 'swarm'], services: { reviews, now: atNoon } };
    const labels = buttonsOf(await tutorFor(six).say('terms of a long message')).map(({ label }) => label);
    expect(labels).toEqual(['kubelet', 'Node', 'Secret', 'ConfigMap', 'Swarm']);
    const five = { ...six, terms: six.terms.slice(0, 5) };
    expect(buttonsOf(await tutorFor(five).say('terms of a message')).map(({ label }) => label)).toEqual([
      'kubelet',
      'Node',
      'Secret',
      'ConfigMap',
      'Pod',
    ]);
  });

  test('are explained in the order of the text while the store is away', async () => {
    const { where } = await newFilePlace();
    const { reviews, close } = await openStore(where, { as: 'tool', now: atNoon });
    onTestFinished(close);
    await reviews.log.learn({ actor: 'test:ann', concept: 'kubelet', evidence: { kind: 'known' }, seen: 0 });
    const tutor = tutorFor({ terms: ['kubelet', 'pod'], services: { reviews, now: atNoon } });
    const labels = async () => buttonsOf(await tutor.say('terms of a message')).map(({ label }) => label);
    expect(await labels()).toEqual(['Pod', 'kubelet']);
    rmSync(join(where, 'kubetutor.db'));
    expect(await labels()).toEqual(['kubelet', 'Pod']);
  });

  test('are asked for where the text was forgotten', async () => {
    const tutor = tutorFor({ terms: ['pod'] });
    expect((await tutor.say('terms')).summary).toContain('for example: terms The kubelet');
    expect((await tutor.say('解释术语')).summary).toContain('例如：解释术语');
  });

  test('may be none, which is told', async () => {
    expect(textOf(await tutorFor().say('terms good morning'))).toContain('I know no term in this message.');
    expect(textOf(await tutorFor().say('解释术语 早上好'))).toContain('这条消息里没有我认识的术语');
  });
});

describe('the page where a person begins', () => {
  test('says what there is and offers it, in the language of the person’s account', async () => {
    const account = async () => ({ canManage: false, locale: 'zh' as const });
    const turn = { actor: { id: 'test:ann' as const, name: 'Ann', locale: undefined, account } };
    const reply = await tutorFor({ turn }).press({ intent: { command: 'home', args: {} } });
    expect(textOf(reply)).toContain('/k8s kubelet 是什么');
    for (const label of ['全部主题', '学习路线', '小A的故事', 'English', '中文']) buttonOf(reply, label);
  });
});
