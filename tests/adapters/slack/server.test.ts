import { LogLevel, WebClient } from '@slack/web-api';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { createPerson } from '../../support/slack/people.ts';
import { createSlackServer } from '../../support/slack/server.ts';

/** Our Slack, with a person, a channel and a client with the bot's token. */
async function open(options?: Parameters<typeof createSlackServer>[0]) {
  const slack = await createSlackServer(options);
  onTestFinished(() => slack.close());
  const client = new WebClient(slack.tokens.bot, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
  const general = slack.workspace.addChannel('general');
  return { slack, client, general, ann: createPerson(slack, 'ann'), bob: createPerson(slack, 'bob') };
}

const say = (url: string, message: object) => fetch(url, { method: 'POST', body: JSON.stringify(message) });
const rules = (slack: { violations: readonly { rule: string }[] }) => slack.violations.map(({ rule }) => rule);

describe('our Slack’s addresses for answers', () => {
  test('take five messages, and no sixth', async () => {
    const { slack, general, ann } = await open();
    const url = slack.newResponseUrl({ channel: general.id, user: ann.id });
    const statuses = [];
    for (let use = 1; use <= 6; use++) statuses.push((await say(url, { text: 'x' })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(rules(slack)).toEqual(['response_url: used_url']);
  });

  test('take messages for 30 minutes', async () => {
    const { slack, general, ann } = await open();
    const url = slack.newResponseUrl({ channel: general.id, user: ann.id });
    slack.pass(29 * 60_000);
    expect((await say(url, { text: 'x' })).status).toBe(200);
    slack.pass(2 * 60_000);
    expect((await say(url, { text: 'x' })).status).toBe(404);
    expect(rules(slack)).toEqual(['response_url: expired_url']);
  });

  test('show a message to one person unless it is for the channel', async () => {
    const { slack, general, ann, bob } = await open();
    const url = slack.newResponseUrl({ channel: general.id, user: ann.id });
    await say(url, { text: 'for ann' });
    await say(url, { text: 'for all', response_type: 'in_channel' });
    expect([ann.sees(general).length, bob.sees(general).length]).toEqual([2, 1]);
  });

  test('replace, and delete, the message whose button was pressed', async () => {
    const { slack, general, ann } = await open();
    const { ts } = slack.workspace.add({ channel: general.id, user: 'U0BOT', text: 'old' });
    const url = slack.newResponseUrl({ channel: general.id, user: ann.id, message: ts });
    await say(url, { text: 'new', replace_original: true });
    expect(ann.sees(general)).toMatchObject([{ ts, text: 'new' }]);
    await say(url, { delete_original: true });
    expect(ann.sees(general)).toEqual([]);
  });

  test('refuse a message that breaks a rule', async () => {
    const { slack, general, ann } = await open();
    const url = slack.newResponseUrl({ channel: general.id, user: ann.id });
    expect((await say(url, { text: 'x', blocks: [{ type: 'banner' }] })).status).toBe(400);
    expect(rules(slack)).toEqual(['a block is as its type says']);
  });
});

describe('our Slack’s deliveries', () => {
  const listen = async (
    slack: Awaited<ReturnType<typeof open>>['slack'],
    answer: (envelope: { envelope_id: string }) => object | undefined,
  ) => {
    const client = new WebClient(slack.tokens.app, { slackApiUrl: slack.apiUrl });
    const { url = '' } = await client.apps.connections.open({});
    const socket = new WebSocket(url);
    socket.on('message', (text) => {
      const envelope = JSON.parse(String(text)) as { envelope_id?: string; type: string };
      const acked = envelope.envelope_id === undefined ? undefined : answer({ envelope_id: envelope.envelope_id });
      if (acked) socket.send(JSON.stringify(acked));
    });
    await slack.workspace.until(() => (slack.connections() > 0 ? true : undefined));
    return url;
  };

  test('must be acknowledged in time', async () => {
    const { slack, general, ann } = await open({ ackDeadlineMs: 20 });
    await listen(slack, () => undefined);
    expect(await ann.types(general, 'x')).toBeUndefined();
    expect(rules(slack)).toEqual(['an app acknowledges within 3 seconds']);
  });

  test('carry a message in the acknowledgement of a command only', async () => {
    const { slack, general, ann, bob } = await open();
    await listen(slack, ({ envelope_id }) => ({ envelope_id, payload: { text: 'hello' } }));
    await ann.types(general, 'x');
    expect([ann.sees(general).length, bob.sees(general).length, rules(slack)]).toEqual([1, 0, []]);
    await ann.says(general, '<@U0BOT> x');
    expect(rules(slack)).toEqual(['only a command’s acknowledgement carries a message']);
  });

  test('over a socket need a new address each time', async () => {
    const { slack } = await open();
    const url = await listen(slack, () => undefined);
    const again = new WebSocket(url);
    await new Promise((resolve) => again.once('error', resolve));
    expect(slack.connections()).toBe(1);
  });
});

describe('our Slack’s methods', () => {
  test('take a trigger once, within 3 seconds', async () => {
    const { slack, client } = await open();
    const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] };
    const first = slack.newTrigger('U1');
    await client.views.open({ trigger_id: first, view });
    await expect(client.views.open({ trigger_id: first, view })).rejects.toThrow('exchanged_trigger_id');
    await expect(client.views.open({ trigger_id: 'other', view })).rejects.toThrow('invalid_trigger_id');
    const second = slack.newTrigger('U1');
    slack.pass(3_001);
    await expect(client.views.open({ trigger_id: second, view })).rejects.toThrow('expired_trigger_id');
  });

  test.each([
    ['not_in_channel', { botIsMember: false }],
    ['is_archived', { isArchived: true }],
  ])('let the bot speak where it may: %s', async (error, about) => {
    const { slack, client } = await open();
    const channel = slack.workspace.addChannel('other', about).id;
    await expect(client.chat.postMessage({ channel, text: 'x' })).rejects.toThrow(error);
  });

  test('change and show what the bot said to all, and nothing else', async () => {
    const { slack, client, general, ann } = await open();
    const of = (user: string, onlyFor?: string) => slack.workspace.add({ channel: general.id, user, text: 'x', onlyFor }).ts;
    const update = (ts: string) => client.chat.update({ channel: general.id, ts, text: 'y' });
    await expect(update(of(ann.id))).rejects.toThrow('cant_update_message');
    await expect(update(of('U0BOT', ann.id))).rejects.toThrow('message_not_found');
    await update(of('U0BOT'));
    const { messages = [] } = await client.conversations.history({ channel: general.id });
    expect(messages.map(({ text }) => text)).toEqual(['y', 'x']);
  });

  test('need their scopes', async () => {
    const { client, general, ann } = await open({ scopes: ['chat:write'] });
    await client.chat.postMessage({ channel: general.id, text: 'x' });
    await expect(client.users.info({ user: ann.id })).rejects.toThrow('missing_scope');
    await expect(client.conversations.history({ channel: ann.direct().id })).rejects.toThrow('missing_scope');
  });

  test('need a token that holds', async () => {
    const { slack } = await open();
    const stranger = new WebClient('xoxb-other', { slackApiUrl: slack.apiUrl });
    await expect(stranger.auth.test()).rejects.toThrow('invalid_auth');
    slack.tokens.refusedFor = 'token_revoked';
    await expect(new WebClient(slack.tokens.bot, { slackApiUrl: slack.apiUrl }).auth.test()).rejects.toThrow('token_revoked');
  });

  test('refuse a view that breaks a rule', async () => {
    const { slack, client, ann } = await open();
    const view = { type: 'home' as const, blocks: [{ type: 'markdown' as const, text: 'x' }] };
    await expect(client.views.publish({ user_id: ann.id, view })).rejects.toThrow('invalid_arguments');
    expect(rules(slack)).toContain('no markdown, table, alert or file stands in App Home');
  });

  test('are none that Slack does not have', async () => {
    const { client } = await open();
    await expect(client.apiCall('chat.shout')).rejects.toThrow('unknown_method');
  });

  test('may ask to wait, break, or do all and say nothing', async () => {
    const { slack, client, general, ann } = await open();
    slack.faults.next('chat.postMessage', { kind: 'too many', retryAfter: 3 }, { kind: 'broken' }, { kind: 'lost' });
    const post = () => client.chat.postMessage({ channel: general.id, text: 'x' });
    await expect(post()).rejects.toMatchObject({ retryAfter: 3 });
    await expect(post()).rejects.toMatchObject({ statusCode: 500 });
    await expect(post()).rejects.toThrow();
    expect(ann.sees(general)).toHaveLength(1);
  });

  test('take files in two steps', async () => {
    const { slack, client, ann } = await open();
    await client.filesUploadV2({ channel_id: ann.direct().id, filename: 'a.csv', content: 'a,b' });
    expect([...slack.files.values()]).toMatchObject([{ name: 'a.csv', text: expect.stringContaining('a,b'), channel: ann.direct().id }]);
  });
});

describe('our Slack tells that the bot was brought into a channel', () => {
  test('only an app with the scope for it, and from then on the bot may speak there', async () => {
    for (const scopes of [['channels:read', 'chat:write'], ['chat:write']]) {
      const { slack, client, ann } = await open({ scopes });
      const team = slack.workspace.addChannel('team', { botIsMember: false });
      await expect(client.chat.postMessage({ channel: team.id, text: 'x' })).rejects.toThrow('not_in_channel');
      expect(ann.invites(team) !== undefined).toBe(scopes.includes('channels:read'));
      await client.chat.postMessage({ channel: team.id, text: 'x' });
      expect(ann.sees(team)).toHaveLength(1);
    }
  });
});
