import { describe, expect, test } from 'vitest';
import { faultOf } from '../../../src/adapters/slack/errors.ts';
import { StoreError } from '../../../src/core/errors.ts';
import { botOnSlack, type Mode } from '../../support/slack/bot-on-slack.ts';
import { buttonsOf } from '../../support/slack/people.ts';

const gate = () => Promise.withResolvers<void>();

/** A store that tells when it is asked whether a delivery is new, and does not answer before it is let. */
function slowStore() {
  const [asked, opened] = [gate(), gate()];
  const isNew = async () => {
    asked.resolve();
    await opened.promise;
    return true;
  };
  return { asked, opened, seen: { isNew } };
}

describe.each<Mode>(['socket', 'http'])('in Slack by %s', (mode) => {
  test('what is delivered again is answered once: commands, messages and buttons', async () => {
    const { slack, ann, general, stop } = await botOnSlack(mode);
    const command = ann.command(general, 'what is kubelet');
    const origin = { channel: general.id, user: ann.id };
    await slack.deliver(command, origin);
    await slack.deliver({ ...command, retry: 1 }, origin);
    expect(ann.sees(general)).toHaveLength(1);

    const message = ann.message(ann.direct(), 'what is kubelet');
    await Promise.all([slack.deliver(message), slack.deliver({ ...message, retry: 1 })]);
    const answer = await ann.until(ann.direct(), 'The agent on every node');
    await slack.deliver({ ...message, retry: 2 });

    const [button] = buttonsOf(answer);
    if (!button) throw new Error('no button');
    const press = ann.press(answer, { ...button, value: 'random' });
    await Promise.all([slack.deliver(press), slack.deliver({ ...press, retry: 1 })]);
    await ann.until(ann.direct(), 'Another one');
    // Whatever was still under way has been said by then.
    await stop();
    expect(ann.sees(ann.direct())).toHaveLength(2);
  });

  test('a slow store costs nobody the acknowledgement: the answer comes later', async () => {
    const { asked, opened, seen } = slowStore();
    const { slack, ann, general } = await botOnSlack(mode, { seen });
    const taken = ann.types(general, 'what is kubelet');
    await asked.promise;
    expect((await taken)?.status).toBe(200);
    expect(ann.sees(general)).toEqual([]);
    opened.resolve();
    await ann.until(general, 'The agent on every node');
    expect(slack.violations).toEqual([]);
  });

  test('while the store fails, questions are answered all the same', async () => {
    const seen = { isNew: () => Promise.reject(new StoreError('gone', { retry: true })) };
    const { ann, general, incidents } = await botOnSlack(mode, { seen });
    await ann.types(general, 'what is kubelet');
    expect(JSON.stringify(ann.sees(general))).toContain('The agent on every node');
    expect(incidents).toHaveLength(1);
  });

  test('when Slack asks to wait, an answer waits, and comes once', async () => {
    const { slack, ann, general } = await botOnSlack(mode);
    slack.faults.next('chat.postMessage', { kind: 'too many', retryAfter: 1 });
    await ann.says(ann.direct(), 'what is kubelet');
    await ann.until(ann.direct(), 'The agent on every node');
    expect(ann.sees(ann.direct())).toHaveLength(1);
    await ann.types(general, 'what is kubelet');
    slack.faults.next('response_url', { kind: 'too many', retryAfter: 1 });
    await ann.presses(await ann.until(general, 'Share here'), 'Share here');
    await ann.until(general, 'Shared by ann');
  });

  test.each(['lost', 'broken'] as const)('an answer of which nobody knows whether it came is not sent twice (%s)', async (kind) => {
    const { slack, ann, incidents, stop } = await botOnSlack(mode);
    slack.faults.next('chat.postMessage', { kind });
    await ann.says(ann.direct(), 'what is kubelet');
    await stop();
    expect(ann.sees(ann.direct())).toHaveLength(kind === 'lost' ? 1 : 0);
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    expect(incidents).toHaveLength(1);
  });

  test.each([
    ['chat.postMessage', { kind: 'refused', error: 'channel_not_found' }, 'channel_not_found'],
    ['chat.postMessage', { kind: 'broken', status: 503 }, '503'],
    ['chat.postMessage', { kind: 'lost' }, 'no_answer'],
    ['response_url', { kind: 'broken', status: 404 }, '404'],
    ['response_url', { kind: 'lost' }, 'no_answer'],
  ] as const)('an answer that Slack does not take is counted by its code: %s, %o', async (call, fault, code) => {
    const { slack, ann, general, incidents, stop } = await botOnSlack(mode);
    if (call === 'response_url') await ann.types(general, 'what is kubelet');
    slack.faults.next(call, fault);
    if (call === 'response_url') await ann.presses(await ann.until(general, 'Share here'), 'Share here');
    else await ann.says(ann.direct(), 'what is kubelet');
    await stop();
    expect(incidents.map(({ error }) => faultOf(error))).toEqual([code]);
  });

  test.each([
    ['forged', 'drop?table=learner', 'I do not know this button'],
    ['older than its command', 'gone?x=1', 'I do not know this button'],
    ['not a button of ours', '<script>', 'I do not know this button'],
    ['for a concept that is gone', 'ask?concept=gone', 'no longer in the notes'],
  ])('a button that is %s is answered kindly', async (_what, value, said) => {
    const { ann, general, incidents } = await botOnSlack(mode);
    await ann.types(general, 'what is kubelet');
    const [answer] = ann.sees(general);
    const [button] = buttonsOf(answer ?? {});
    if (!answer || !button) throw new Error('no button');
    await ann.slack.deliver(ann.press(answer, { ...button, value }));
    await ann.until(general, said);
    expect(incidents).toEqual([]);
  });

  test.each([
    ['a press without a button', { type: 'block_actions', trigger_id: 't', user: { id: 'U1' }, actions: [] }],
    ['a shortcut of another name', { type: 'message_action', callback_id: 'other', trigger_id: 't', user: { id: 'U1' } }],
    ['a modal that we did not open', { type: 'view_submission', trigger_id: 't', user: { id: 'U1' }, view: {} }],
  ])('%s is acknowledged and left alone', async (_what, body) => {
    const { slack, incidents } = await botOnSlack(mode);
    expect(await slack.deliver({ kind: 'interactive', body: { team: { id: 'T0TEST' }, ...body } })).toEqual({
      status: 200,
      body: undefined,
    });
    expect(incidents).toEqual([]);
  });

  test('what a bot said, and what was edited or deleted, is not answered', async () => {
    const { slack, ann, stop } = await botOnSlack(mode);
    const inner = { type: 'message', channel_type: 'im', channel: ann.direct().id, user: ann.id, ts: '1.0', text: 'what is kubelet' };
    for (const other of [{ bot_id: 'B1' }, { subtype: 'message_changed' }, { subtype: 'message_deleted' }, { channel_type: 'channel' }]) {
      await ann.tells({ ...inner, ...other });
    }
    await stop();
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  test('what has begun is finished before the bot stops', async () => {
    const { asked, opened, seen } = slowStore();
    const { ann, general, stop, adapter } = await botOnSlack(mode, { seen });
    const taken = ann.types(general, 'what is kubelet');
    await asked.promise;
    const stopped = stop();
    // It is acknowledged at once, since it cannot be known how long the answer takes.
    expect((await taken)?.body).toBeUndefined();
    expect(adapter.isReady()).toBe(false);
    opened.resolve();
    await stopped;
    expect(JSON.stringify(ann.sees(general))).toContain('The agent on every node');
  });

  test('two bots on one store answer everything once', async () => {
    const { slack, store, ann, general } = await botOnSlack(mode);
    const other = await botOnSlack(mode, { slack, store });
    const origin = { channel: general.id, user: ann.id };
    for (let n = 0; n < 10; n++) {
      const command = ann.command(general, 'what is kubelet');
      // Each of the two gets one of these.
      await Promise.all([slack.deliver(command, origin), slack.deliver({ ...command, retry: 1 }, origin)]);
    }
    expect(ann.sees(general)).toHaveLength(10);
    await other.stop();
  });
});
