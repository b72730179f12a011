import { describe, expect, test } from 'vitest';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { botOnSlack, type Mode } from '../../support/slack/bot-on-slack.ts';
import { buttonsOf, createPerson } from '../../support/slack/people.ts';
import type { Modal } from '../../support/slack/workspace.ts';

type World = Awaited<ReturnType<typeof botOnSlack>>;
type Person = World['ann'];
type Channel = World['general'];

const reasons = async ({ store }: World) => (await store.inbox.verdicts()).map(({ wrong, reasons: said }) => [wrong, ...said]);

/** Has been asked whether an answer was right. */
async function askedIn(
  person: Person,
  channel: Channel,
  question = 'what is etcd',
  labels: readonly [string, string] = ['Was this right?', 'It is wrong'],
) {
  await person.types(channel, question);
  await person.presses(await person.until(channel, labels[0]), labels[0]);
  return person.until(channel, labels[1]);
}

/** Has pressed that an answer is wrong, and sees the modal. */
async function opened(person: Person, channel: Channel): Promise<Modal> {
  await person.presses(await askedIn(person, channel), 'It is wrong');
  return person.modalUntil('What is wrong');
}

describe.each<Mode>(['socket', 'http'])('a form in Slack by %s', (mode) => {
  test('opens as a modal, and what is sent is answered in the place of its button, to that person alone', async () => {
    const world = await botOnSlack(mode, { notes: QUIZ_NOTES });
    const { ann, general, incidents, slack } = world;
    const modal = await opened(ann, general);
    expect(await reasons(world)).toEqual([]);
    expect(await ann.submits(modal, 'It is not the only store.')).toEqual({ status: 200, body: undefined });
    await ann.until(general, 'in doubt');
    expect(ann.sees(general)).toHaveLength(2);
    expect(createPerson(slack, 'bob').sees(general)).toEqual([]);
    expect(await reasons(world)).toEqual([[1, 'it is not the only store']]);
    expect(incidents).toEqual([]);
  });

  test('outlives a restart of the bot', async () => {
    const first = await botOnSlack(mode, { notes: QUIZ_NOTES });
    const { slack, store, ann, general } = first;
    const modal = await opened(ann, general);
    await first.stop();
    const second = await botOnSlack(mode, { notes: QUIZ_NOTES, slack, store });
    await ann.submits(modal, 'Too old.');
    await ann.until(general, 'in doubt');
    expect(await reasons(second)).toEqual([[1, 'too old']]);
  });

  test('that Slack opens no more, since its 3 seconds have passed, is left out: the press counts as it is', async () => {
    const world = await botOnSlack(mode, { notes: QUIZ_NOTES });
    const { ann, general, slack, incidents } = world;
    const asked = await askedIn(ann, general);
    const [button] = buttonsOf(asked).filter(({ text }) => text.text === 'It is wrong');
    if (!button) throw new Error('no button');
    const press = ann.press(asked, button);
    slack.pass(3_001);
    await slack.deliver(press);
    await ann.until(general, 'in doubt');
    expect(slack.workspace.modals.size).toBe(0);
    expect([await reasons(world), incidents]).toEqual([[[1]], []]);
  });

  test('opens once for a press that is delivered twice, and is answered once when it is sent twice', async () => {
    const world = await botOnSlack(mode, { notes: QUIZ_NOTES });
    const { ann, general, slack, incidents, stop } = world;
    const asked = await askedIn(ann, general);
    const [button] = buttonsOf(asked).filter(({ text }) => text.text === 'It is wrong');
    if (!button) throw new Error('no button');
    const press = ann.press(asked, button);
    await Promise.all([slack.deliver(press), slack.deliver({ ...press, retry: 1 })]);
    const sent = ann.submission(await ann.modalUntil('What is wrong'), 'Once.');
    await Promise.all([slack.deliver(sent), slack.deliver({ ...sent, retry: 1 })]);
    await ann.until(general, 'in doubt');
    await stop();
    expect(slack.calls.filter(({ method }) => method === 'views.open').length).toBeLessThanOrEqual(2);
    expect(incidents).toEqual([]);
  });

  test.each([
    ['too long', (modal: Modal) => [modal, 'x'.repeat(2_999)] as const, 'at most 240 characters'],
    ['for a button that we never made', (modal: Modal) => [forged(modal, 'drop?table=gap'), 'x'] as const, 'do not know this button'],
    ['for a button without a form', (modal: Modal) => [forged(modal, 'lang?to=zh'), 'x'] as const, 'do not know this button'],
  ])('that is %s is refused kindly', async (_what, forge, said) => {
    const world = await botOnSlack(mode, { notes: QUIZ_NOTES });
    const { ann, general, incidents } = world;
    await ann.submits(...forge(await opened(ann, general)));
    await ann.until(general, said);
    expect([await reasons(world), incidents]).toEqual([[], []]);
  });

  test.each(['', 'null', '{"button":1}', '[]'])(
    'of which nobody knows where it came from is closed, and left alone: %j',
    async (private_metadata) => {
      const { ann, general, incidents } = await botOnSlack(mode, { notes: QUIZ_NOTES });
      const modal = await opened(ann, general);
      expect(await ann.submits({ ...modal, private_metadata }, 'x')).toEqual({ status: 200, body: undefined });
      expect(incidents).toEqual([]);
    },
  );
});

const forged = (modal: Modal, button: string): Modal => ({
  ...modal,
  private_metadata: JSON.stringify({ ...JSON.parse(modal.private_metadata ?? ''), button }),
});

test.each([
  ['en', 'what is etcd', 'Was this right?', 'It is wrong', 'What is wrong'],
  ['zh', 'etcd 是什么', '答得对吗？', '答错了', '哪里不对'],
] as const)('the modal as it is seen, in %s', async (language, question, first, second, title) => {
  const { ann, general } = await botOnSlack('socket', { notes: QUIZ_NOTES });
  await ann.presses(await askedIn(ann, general, question, [first, second]), second);
  const { id: _id, private_metadata: _where, ...shown } = await ann.modalUntil(title);
  await expect(`${JSON.stringify(shown, null, 1)}\n`).toMatchFileSnapshot(`../../golden/slack/judge-form.${language}.json`);
});
