import { describe, expect, test } from 'vitest';
import { dailyOn } from '../../../src/cli/ticking.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { botOnSlack } from '../../support/slack/bot-on-slack.ts';
import { createPerson } from '../../support/slack/people.ts';
import { createSlackServer } from '../../support/slack/server.ts';
import { encoded, signatureOf } from '../../support/slack/transport.ts';

describe('a token that Slack does not take', () => {
  test.each([
    ['socket', 'invalid_auth'],
    ['http', 'account_inactive'],
  ] as const)('is named at the start, with what to do (%s)', async (mode, error) => {
    const slack = await createSlackServer();
    slack.tokens.refusedFor = error;
    const starting = botOnSlack(mode, { slack });
    await expect(starting).rejects.toThrow(`Slack does not take SLACK_BOT_TOKEN (${error}). Install the app again`);
    slack.close();
  });

  test('for the socket is named too', async () => {
    const slack = await createSlackServer();
    slack.faults.next('apps.connections.open', { kind: 'refused', error: 'invalid_auth' });
    await expect(botOnSlack('socket', { slack })).rejects.toThrow(/SLACK_APP_TOKEN \(invalid_auth\).*connections:write/);
    slack.close();
  });

  test('any more while the bot runs is told once, and it is not ready', async () => {
    const { slack, ann, adapter, told } = await botOnSlack('http');
    slack.tokens.refusedFor = 'token_revoked';
    await ann.says(ann.direct(), 'what is kubelet');
    await ann.says(ann.direct(), 'what is kubelet');
    await slack.workspace.until(() => (adapter.isReady() ? undefined : true));
    expect(told.filter((line) => line.includes('SLACK_BOT_TOKEN (token_revoked)'))).toHaveLength(1);
  });

  test('is told when a post meets it, and no quiz of the day ends for it; once a call is taken, the bot is ready again', async () => {
    const { slack, store, services, adapter, told, general, ann } = await botOnSlack('http', { notes: QUIZ_NOTES });
    await createPerson(slack, 'boss', { isAdmin: true }).types(general, 'daily 09:30 Asia/Shanghai');
    await createPerson(slack, 'chief', { isAdmin: true }).types(general, 'daily now');
    slack.tokens.refusedFor = 'token_revoked';
    const daily = dailyOn(store.records, new Map([['slack', adapter.poster]]), services);
    await daily.tick();
    await daily.settled();
    expect(await store.records.schedules.find(`slack:T0TEST:${general.id}`)).toMatchObject({ state: 'on' });
    expect([adapter.isReady(), told]).toEqual([false, [expect.stringContaining('SLACK_BOT_TOKEN (token_revoked)')]]);
    slack.tokens.refusedFor = undefined;
    await ann.says(ann.direct(), 'what is etcd');
    await slack.workspace.until(() => adapter.isReady() || undefined);
    expect(told.at(-1)).toBe('Slack takes SLACK_BOT_TOKEN again.');
  });
});

describe('the socket', () => {
  test.each(['refresh', 'drop'] as const)('is opened again at once when Slack closes it (%s)', async (how) => {
    const { slack, ann, general, adapter } = await botOnSlack('socket');
    slack[how]();
    await slack.workspace.until(() => (slack.connections() === 0 || how === 'refresh' ? true : undefined));
    await slack.workspace.until(() =>
      slack.calls.filter(({ method }) => method === 'apps.connections.open').length === 2 ? true : undefined,
    );
    await slack.workspace.until(() => (slack.connections() === 1 ? true : undefined));
    await ann.types(general, 'what is kubelet');
    expect(ann.sees(general)).toHaveLength(1);
    expect(adapter.isReady()).toBe(true);
  });

  test('is tried again while Slack is out of order, and nobody is ready meanwhile', async () => {
    const { slack, adapter, told } = await botOnSlack('socket');
    slack.faults.next('apps.connections.open', { kind: 'broken' }, { kind: 'broken' });
    slack.drop();
    await slack.workspace.until(() =>
      slack.calls.filter(({ method }) => method === 'apps.connections.open').length === 3 ? true : undefined,
    );
    expect(adapter.isReady()).toBe(false);
    await slack.workspace.until(() => (slack.connections() === 1 ? true : undefined));
    await slack.workspace.until(() => (told.includes('Slack is heard again.') ? true : undefined));
    expect(told.some((line) => line.startsWith('Slack is not heard: '))).toBe(true);
  });
});

describe('a request', () => {
  const request = async (change: (at: number, text: string) => { at?: number; signature?: string; text?: string }) => {
    const { slack, ann, general, address } = await botOnSlack('http');
    const { text, type } = encoded(ann.command(general, 'what is kubelet'));
    const now = Math.floor(Date.now() / 1_000);
    const { at = now, text: sent = text, signature = signatureOf(slack.signingSecret, at, sent) } = change(now, text);
    const headers = { 'content-type': type, 'x-slack-request-timestamp': String(at), 'x-slack-signature': signature };
    const send = () => fetch(address, { method: 'POST', body: sent, headers });
    return { send, first: await send() };
  };

  test('that Slack signed just now is taken', async () => {
    expect((await request(() => ({}))).first.status).toBe(200);
  });

  test.each([
    ['with a wrong signature', () => ({ signature: `v0=${'0'.repeat(64)}` })],
    ['signed with another secret', (at: number, text: string) => ({ signature: signatureOf('f'.repeat(32), at, text) })],
    ['without a signature', () => ({ signature: '' })],
    ['that is six minutes old', (at: number) => ({ at: at - 360 })],
    ['from the future', (at: number) => ({ at: at + 360 })],
    ['with no timestamp to speak of', () => ({ at: Number.NaN })],
  ])('%s is refused', async (_what, change) => {
    const { first } = await request(change);
    expect([first.status, await first.text()]).toEqual([401, '']);
  });

  test('that somebody sends again is answered with nothing', async () => {
    const { send, first } = await request(() => ({}));
    expect(await first.text()).toContain('The agent on every node');
    const again = await send();
    expect([again.status, await again.text()]).toEqual([200, '']);
  });

  test('of four million bytes is refused, and the next one is answered', async () => {
    const { first } = await request(() => ({ text: `text=${'x'.repeat(4_000_000)}` }));
    expect(first.status).toBe(413);
    expect((await request(() => ({}))).first.status).toBe(200);
  });

  test('that is no delivery is refused', async () => {
    const { address } = await botOnSlack('http');
    expect((await fetch(address)).status).toBe(405);
  });
});
