import { describe, expect, test } from 'vitest';
import type { ConversationId } from '../../../src/core/places.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { botOnSlack } from '../../support/slack/bot-on-slack.ts';
import type { Fault } from '../../support/slack/faults.ts';
import type { Channel } from '../../support/slack/workspace.ts';

/** Before anything was said in these tests. */
const SINCE = new Date(0);

const QUIZ: Reply = { summary: 'Quiz', blocks: [{ kind: 'heading', text: 'The quiz of today' }] };
const at = ({ id }: Pick<Channel, 'id'>): ConversationId => `slack:T0TEST:${id}`;
const posts = (calls: readonly { method: string }[]) => calls.filter(({ method }) => method === 'chat.postMessage');

describe('a post that is refused says why', () => {
  const refusals: [string, Partial<Channel>, string][] = [
    ['where the bot is not a member', { botIsMember: false }, 'forbidden'],
    ['where the channel is archived', { isArchived: true }, 'gone'],
  ];
  test.each(refusals)('%s', async (_where, about, kind) => {
    const { slack, adapter } = await botOnSlack('http');
    const channel = slack.workspace.addChannel('other', about);
    await expect(adapter.poster.post(at(channel), QUIZ, 'k')).rejects.toMatchObject({ name: 'PlatformError', refusal: { kind } });
  });

  const faults: [Fault, object][] = [
    [
      { kind: 'too many', retryAfter: 7 },
      { kind: 'later', waitMs: 7_000 },
    ],
    [{ kind: 'broken' }, { kind: 'unknown outcome' }],
    [{ kind: 'lost' }, { kind: 'unknown outcome' }],
    [
      { kind: 'refused', error: 'token_revoked' },
      { kind: 'later', waitMs: 30_000 },
    ],
    [{ kind: 'refused', error: 'channel_not_found' }, { kind: 'gone' }],
    [{ kind: 'refused', error: 'internal_error' }, { kind: 'unknown outcome' }],
    [
      { kind: 'refused', error: 'service_unavailable' },
      { kind: 'later', waitMs: 30_000 },
    ],
    [{ kind: 'refused', error: 'an error of tomorrow' }, { kind: 'forbidden' }],
  ];
  test.each(faults)('when Slack answers with %j', async (fault, refusal) => {
    const { slack, adapter, general } = await botOnSlack('http');
    slack.faults.next('chat.postMessage', fault);
    await expect(adapter.poster.post(at(general), QUIZ, 'k')).rejects.toMatchObject({ refusal });
    expect(posts(slack.calls)).toHaveLength(1);
  });

  test('when Slack cannot be reached at all: then nothing was done', async () => {
    const { slack, adapter, general } = await botOnSlack('http');
    slack.close();
    await expect(adapter.poster.post(at(general), QUIZ, 'k')).rejects.toMatchObject({ refusal: { kind: 'later' } });
  });

  test('for a conversation that is not in Slack', async () => {
    const { adapter } = await botOnSlack('http');
    await expect(adapter.poster.post('discord:7', QUIZ, 'k')).rejects.toMatchObject({ refusal: { kind: 'gone' } });
  });
});

describe('while Slack asks to wait', () => {
  test('no post is sent, and answers are not held up', async () => {
    const { slack, adapter, ann, general } = await botOnSlack('http');
    slack.faults.next('chat.postMessage', { kind: 'too many', retryAfter: 30 });
    await expect(adapter.poster.post(at(general), QUIZ, 'a')).rejects.toMatchObject({ refusal: { kind: 'later' } });
    await expect(adapter.poster.post(at(slack.workspace.addChannel('other')), QUIZ, 'b')).rejects.toMatchObject({
      refusal: { kind: 'later', waitMs: expect.closeTo(30_000, -4) },
    });
    expect(posts(slack.calls)).toHaveLength(1);
    await ann.says(ann.direct(), 'what is kubelet');
    await ann.until(ann.direct(), 'The agent on every node');
  });

  test('posts go on when the time is over', async () => {
    let laterMs = 0;
    const { slack, adapter, ann, general } = await botOnSlack('http', { now: () => new Date(Date.now() + laterMs) });
    slack.faults.next('chat.postMessage', { kind: 'too many', retryAfter: 30 });
    await adapter.poster.post(at(general), QUIZ, 'a').catch(() => {});
    laterMs = 31_000;
    await adapter.poster.post(at(general), QUIZ, 'a');
    expect(ann.sees(general)).toHaveLength(1);
  });
});

describe('a post in doubt', () => {
  test('is found in a direct message, by its key', async () => {
    const { adapter, ann } = await botOnSlack('http');
    const to = at({ id: ann.id });
    const message = await adapter.poster.post(to, QUIZ, 'remind:1');
    expect(await adapter.poster.find(to, 'remind:1', SINCE)).toEqual({ kind: 'found', message });
    expect(await adapter.poster.find(to, 'remind:2', SINCE)).toEqual({ kind: 'absent' });
    expect(await adapter.poster.find(to, 'remind:1', new Date(Date.now() + 60_000))).toEqual({ kind: 'absent' });
  });

  test('is not looked for in a channel without the scope, and is found with it', async () => {
    const { adapter, general } = await botOnSlack('http');
    await adapter.poster.post(at(general), QUIZ, 'quiz:1');
    expect(await adapter.poster.find(at(general), 'quiz:1', SINCE)).toEqual({ kind: 'unsure' });
    const granted = await botOnSlack('http', { scopes: ['chat:write', 'channels:history'] });
    const message = await granted.adapter.poster.post(at(granted.general), QUIZ, 'quiz:1');
    for (let n = 0; n < 150; n++) granted.slack.workspace.add({ channel: granted.general.id, user: granted.ann.id, text: 'hello' });
    expect(await granted.adapter.poster.find(at(granted.general), 'quiz:1', SINCE)).toEqual({ kind: 'found', message });
    expect(await granted.adapter.poster.find(at(granted.general), 'quiz:2', SINCE)).toEqual({ kind: 'absent' });
    for (let n = 0; n < 500; n++) granted.slack.workspace.add({ channel: granted.general.id, user: granted.ann.id, text: 'hello' });
    expect(await granted.adapter.poster.find(at(granted.general), 'quiz:1', SINCE)).toEqual({ kind: 'unsure' });
  });
});
