import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { temporaryDir } from '../../support/databases.ts';
import { createTutor, type Given, openBotInServer } from '../../support/discord/bot.ts';
import { opened } from '../../support/discord/opened.ts';
import { checkModal } from '../../support/discord/rules.ts';
import { textOf } from '../../support/discord/seen.ts';
import type { Modal } from '../../support/discord/world.ts';

const MODAL = 9;

/** A bot that keeps what people say of answers. */
async function judged(options: Given & { readonly discord?: object } = {}) {
  const store = await openStore(temporaryDir(), { as: 'tool', now: () => new Date() });
  onTestFinished(() => store.close());
  const bot = createTutor({ inbox: store.inbox, reviews: store.reviews }).bot;
  const server = await openBotInServer({ bot, ...options });
  const { world, people, channel } = server;
  const ann = people.person('Ann');
  /** Has been asked whether an answer was right. */
  async function asked(question = 'what is kubelet', label = 'Was this right?') {
    const answer = await world.until(people.types(ann, channel, question).answer);
    return world.until(people.presses(ann, answer, label).answer);
  }
  async function openedModal() {
    const press = people.presses(ann, await asked(), 'It is wrong');
    await world.until(() => press.modal);
    return press;
  }
  const reasons = async () => (await store.inbox.verdicts()).map(({ wrong, reasons: said }) => [wrong, ...said]);
  return { ...server, store, ann, asked, openedModal, reasons };
}

describe('a form on Discord', () => {
  test('opens as a modal, and what is sent is answered in the place of its button, to that person alone', async () => {
    const { world, people, channel, ann, openedModal, reasons, incidents } = await judged();
    const press = await openedModal();
    expect([press.ack, await reasons()]).toEqual([MODAL, []]);
    const answer = await world.until(people.submits(ann, press, 'It does more than that.').answer);
    expect(answer).toMatchObject({ id: press.pressed, visibleTo: ann.id });
    expect(textOf(answer)).toContain('in doubt');
    expect(world.seenBy(people.person('Bob'), channel)).toEqual([]);
    expect([await reasons(), incidents]).toEqual([[[1, 'it does more than that']], []]);
  });

  test('outlives a restart of the bot', async () => {
    const { adapter, restart, world, people, ann, openedModal, reasons } = await judged();
    const press = await openedModal();
    await adapter.stop();
    await restart();
    await world.until(people.submits(ann, press, '').answer);
    expect(await reasons()).toEqual([[1]]);
  });

  test.each([
    ['too long', (modal: Modal) => modal, 'x'.repeat(3_000), 'at most 240 characters'],
    ['for a button that we never made', (modal: Modal) => ({ ...modal, custom_id: 'drop?table=gap' }), 'x', 'do not know this button'],
    ['for a button without a form', (modal: Modal) => ({ ...modal, custom_id: 'lang?to=zh' }), 'x', 'do not know this button'],
  ])('that is %s is refused kindly', async (_what, forge, text, said) => {
    const { world, people, ann, openedModal, reasons, incidents } = await judged();
    const press = await openedModal();
    if (press.modal) press.modal = forge(press.modal);
    const answer = await world.until(people.submits(ann, press, text).answer);
    expect(answer.visibleTo).toBe(ann.id);
    expect(textOf(answer)).toContain(said);
    expect([await reasons(), incidents]).toEqual([[], []]);
  });

  test('opens once for a double click', async () => {
    const { world, people, ann, asked, reasons, incidents } = await judged();
    const message = await asked();
    const presses = [people.presses(ann, message, 'It is wrong'), people.presses(ann, message, 'It is wrong')] as const;
    for (const press of presses) await world.until(() => press.modal);
    for (const press of presses) await world.until(people.submits(ann, press, 'Twice.').answer);
    expect([await reasons(), incidents]).toEqual([[[1, 'twice']], []]);
  });

  test.each([
    ['en', 'what is kubelet', 'Was this right?', 'It is wrong'],
    ['zh', 'kubelet 是什么', '答得对吗？', '答错了'],
  ])('as it is seen, in %s', async (language, question, first, second) => {
    const { world, people, ann, asked } = await judged();
    const press = people.presses(ann, await asked(question, first), second);
    const modal = await world.until(() => press.modal);
    await expect(`${JSON.stringify(modal, null, 1)}\n`).toMatchFileSnapshot(`../../golden/discord/judge-form.${language}.json`);
  });
});

describe('our Discord', () => {
  const field = (id = 'a', more: object = {}) => ({ type: 18, label: 'L', component: { type: 4, custom_id: id, style: 2, ...more } });
  const modal = (more: object = {}) => ({ type: MODAL, data: { custom_id: 'a', title: 'T', components: [field()], ...more } });

  test('opens a modal for a command and a press, not for what is typed, and none for a modal', async () => {
    const { people, channel, ann, call, world, asks } = await opened();
    const respond = ({ id, token }: { id: string; token: string }, body: unknown) =>
      call(`POST /interactions/${id}/${token}/callback`, body);
    const { asked } = asks();
    expect((await respond(asked, modal())).status).toBe(204);
    const sent = people.submits(ann, asked, 'x');
    expect(await respond(sent, modal())).toMatchObject({ status: 400, body: { code: 50035 } });
    expect((await respond(sent, { type: 4, data: { content: 'x' } })).status).toBe(204);
    expect((await respond(people.completes(ann, channel, 'x'), modal())).status).toBe(400);
    const message = world.put({ id: world.snowflake(), channelId: channel.id, authorId: world.application.id, content: 'x', files: [] });
    expect((await respond(people.forges(ann, message, channel, 'b'), modal())).status).toBe(204);
  });

  test.each([
    ['an id of 101 characters', modal({ custom_id: 'x'.repeat(101) })],
    ['no id', modal({ custom_id: '' })],
    ['a title of 46 characters', modal({ title: 'x'.repeat(46) })],
    ['no title', modal({ title: '' })],
    ['no field', modal({ components: [] })],
    ['6 fields', modal({ components: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => field(id)) })],
    ['two fields with one id', modal({ components: [field(), field()] })],
    ['a label of 46 characters', modal({ components: [{ ...field(), label: 'x'.repeat(46) }] })],
    ['a description of 101 characters', modal({ components: [{ ...field(), description: 'x'.repeat(101) }] })],
    ['a field of 4,001 characters', modal({ components: [field('a', { max_length: 4_001 })] })],
    ['a placeholder of 101 characters', modal({ components: [field('a', { placeholder: 'x'.repeat(101) })] })],
    ['a text beside its fields', modal({ content: 'x' })],
  ])('takes no modal with %s', async (_what, body) => {
    expect(await (await opened()).asks().respond(body)).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  test('takes a modal that is as full as can be', async () => {
    const fields = ['a', 'b', 'c', 'd', 'e'].map((id) => field(id, { max_length: 4_000, placeholder: 'x'.repeat(100) }));
    const full = modal({ custom_id: 'x'.repeat(100), title: 'x'.repeat(45), components: fields });
    checkModal(full.data as Modal);
    expect((await (await opened()).asks().respond(full)).status).toBe(204);
  });
});
