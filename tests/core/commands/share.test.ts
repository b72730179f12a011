import { describe, expect, test } from 'vitest';
import { overBudget } from '../../../src/core/reply.ts';
import { answer, buttonOf, buttonsOf, CHANNEL, personCalled, textOf, tutorFor } from '../../support/bot.ts';

const findings = { 'what is kubelet': answer('kubelet'), 'pod and kubelet': answer('pod', 'kubelet') };
const inChannel = { findings, turn: { conversation: CHANNEL } };

describe('an answer in a channel', () => {
  test('is shown to the one who asked, and can be shown to everyone', async () => {
    const ann = tutorFor(inChannel);
    const button = buttonOf(await ann.say('what is kubelet'), 'Share here');
    expect(ann.bot.audienceOf(button.intent)).toBe('everyone');
    const shared = await ann.press(button);
    expect(textOf(shared)).toContain('Shared by Ann');
    expect(shared.blocks[0]).toEqual({ kind: 'heading', text: 'kubelet' });
    expect(overBudget(shared)).toEqual([]);
    expect(buttonsOf(shared).map(({ label }) => label)).not.toContain('Share here');
  });

  test('of two things compared is shared as a comparison', async () => {
    const ann = tutorFor(inChannel);
    const shared = await ann.press(buttonOf(await ann.say('pod and kubelet'), 'Share here'));
    expect(shared.summary).toBe('How Pod and kubelet differ');
    expect(textOf(shared)).toContain('Shared by Ann');
  });

  test('has nobody to be shared with where the person is alone with the bot', async () => {
    const labels = buttonsOf(await tutorFor({ findings }).say('what is kubelet')).map(({ label }) => label);
    expect(labels).not.toContain('Share here');
  });

  test('that everyone sees already can be deleted by the one who asked, in place of being shared', async () => {
    const ann = tutorFor({ findings, turn: { conversation: CHANNEL, isOpen: true } });
    const reply = await ann.say('what is kubelet');
    expect(buttonsOf(reply).map(({ label }) => label)).not.toContain('Share here');
    expect(buttonOf(reply, 'Delete').intent).toEqual({ command: 'unshare', args: { by: 'test:ann' } });
  });

  test('that is gone from the notes is not shared', async () => {
    const reply = await tutorFor(inChannel).press({ intent: { command: 'share', args: { concept: 'gone' } } });
    expect(reply.summary).toMatch(/no longer in the notes/);
  });
});

describe('a shared answer', () => {
  const sharedByAnn = async () => {
    const ann = tutorFor(inChannel);
    return ann.press(buttonOf(await ann.say('what is kubelet'), 'Share here'));
  };
  const pressedBy = (actor: ReturnType<typeof personCalled>) =>
    tutorFor({ findings, turn: { actor, conversation: CHANNEL, pressed: { isPublic: true } } });

  test.each([
    ['whoever shared it', personCalled('Ann'), true],
    ['whoever manages the channel', personCalled('Boss', { canManage: true }), true],
    ['nobody else', personCalled('Bob'), undefined],
  ])('can be deleted by %s', async (_who, actor, removes) => {
    const reply = await pressedBy(actor).press(buttonOf(await sharedByAnn(), 'Delete'));
    expect(reply.removes).toBe(removes);
  });

  test('stays as it is when someone presses a button on it: they get an answer of their own', async () => {
    const other = (await sharedByAnn()).blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))[0];
    expect((await pressedBy(personCalled('Bob')).press(other ?? { intent: { command: '', args: {} } })).replaces).toBeUndefined();
    expect((await tutorFor({ findings }).press(other ?? { intent: { command: '', args: {} } })).replaces).toBe(true);
  });
});
