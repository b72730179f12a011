import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/core/content/schema.ts';
import { overBudget, type PictureBlock, type Reply } from '../../../src/core/reply.ts';
import { answer, buttonOf, buttonsOf, textOf, tutorFor } from '../../support/bot.ts';
import { shippedLibrary } from '../../support/notes.ts';

const library = await shippedLibrary();
const shipped = tutorFor({ library });
const small = tutorFor({ findings: { kubelet: answer('kubelet'), pod: answer('pod'), secret: answer('secret') } });
const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const pictures = ({ blocks }: Reply): PictureBlock[] => blocks.filter((block) => block.kind === 'picture');
const about = (concept: string, lang = 'en') => shipped.press({ intent: { command: 'ask', args: { concept, lang } } });

describe('you are here', () => {
  test('stands in the answer about a component: it and what is next to it highlighted', async () => {
    const reply = await small.say('kubelet');
    expect(pictures(reply)).toMatchObject([
      { drawing: { highlight: ['kubelet'], withNeighbours: true }, instead: [{ kind: 'caption', text: 'Where it stands: kubelet → Pod' }] },
    ]);
    expect(labels(reply)).not.toContain('Where is it?');
  });

  test('is behind a button for whatever else is in a diagram, and leads back', async () => {
    const reply = await small.say('pod');
    expect(pictures(reply)).toEqual([]);
    const shown = await small.press(buttonOf(reply, 'Where is it?'));
    expect([shown.summary, shown.replaces]).toEqual(['Where it stands: Pod', true]);
    expect(textOf(shown)).toContain('kubelet → Pod');
    expect((await small.press(buttonOf(shown, '◂ Back'))).summary).toBe(reply.summary);
    expect((await small.press(buttonOf(shown, '中文'))).summary).toBe('它在哪里：Pod');
  });

  test('is not offered for what is in no diagram', async () => {
    expect(labels(await small.say('secret'))).not.toContain('Where is it?');
    const forged = await small.press({ intent: { command: 'where', args: { concept: 'secret' } } });
    expect(forged.summary).toContain('no longer in the notes');
  });

  test.each([
    'kube-apiserver',
    'etcd',
    'kube-scheduler',
    'kube-controller-manager',
    'kubelet',
    'kube-proxy',
    'container-runtime',
    'coredns',
  ])('is part of the answer about %s, in both languages', async (concept) => {
    for (const language of LANGUAGES) expect(pictures(await about(concept, language))).toHaveLength(1);
  });

  test('says where a part of the control plane stands, in a line that fits a phone', async () => {
    expect(textOf(await about('etcd'))).toContain('Control plane, also called master › etcd ↔ API server');
    expect(textOf(await about('etcd', 'zh'))).toContain('控制平面，旧称 master › etcd ↔ API 服务器');
  });

  test.each(LANGUAGES)('keeps the budget for every concept that is in a diagram (%s)', async (lang) => {
    const shown = [];
    for (const concept of library.concepts.keys()) {
      const reply = await shipped.press({ intent: { command: 'where', args: { concept, lang } } });
      expect([concept, ...overBudget(reply)]).toEqual([concept]);
      shown.push(...pictures(reply));
    }
    expect(shown.length).toBeGreaterThan(20);
  });
});
