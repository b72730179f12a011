import { describe, expect, onTestFinished, test } from 'vitest';
import { StoreError } from '../../../src/core/errors.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { openStore } from '../../../src/store/store.ts';
import { temporaryDir } from '../../support/databases.ts';
import { arrangement } from '../../support/quiz.ts';
import { botOnSlack } from '../../support/slack/bot-on-slack.ts';
import { APP } from '../../support/slack/oauth.ts';

const SECRET_KEY = 'a key that nobody can guess, of 32 and more';
const access = {
  kind: 'oauth',
  clientId: APP.clientId,
  clientSecret: APP.clientSecret,
  stateSecret: 's'.repeat(32),
  secretKey: SECRET_KEY,
} as const;
const HOUR_MS = 60 * 60_000;
const NOTICE: Reply = { summary: 'x', blocks: [{ kind: 'caption', text: 'x' }] };
const refreshes = (calls: readonly { method: string; args: object }[]) =>
  calls.filter(({ method, args }) => method === 'oauth.v2.access' && Reflect.get(args, 'grant_type') === 'refresh_token');

/** Somebody begins to install the app, in a browser. */
async function beginAt(address: string) {
  const at = (path: string) => address.replace('/slack/events', path);
  const begun = await fetch(at('/slack/install'));
  const page = await begun.text();
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  const state = /state=([^"&]+)/.exec(page)?.[1] ?? '';
  const finish = (headers: Record<string, string>, code: string = APP.code) =>
    fetch(at(`/slack/oauth_redirect?code=${code}&state=${state}`), { headers, redirect: 'manual' });
  return { page, cookie, finish };
}

/** A bot whose app somebody is about to install. */
async function installed(now = () => new Date()) {
  const bot = await botOnSlack('http', { access, now });
  const begun = await beginAt(bot.address);
  return { ...bot, ...begun, conversation: `slack:${bot.slack.workspace.team}:${bot.general.id}` as const };
}

describe('a workspace that installs the app by itself', () => {
  test('is asked for the scopes, and is answered from then on', async () => {
    const { page, cookie, finish, ann, general, store, slack } = await installed();
    expect(page).toMatch(/oauth\/v2\/authorize\?scope=commands(?:%2C|,)app_mentions/);
    await ann.says(ann.direct(), 'what is kubelet');
    expect((await finish({ cookie })).status).toBe(200);
    await ann.types(general, 'what is kubelet');
    await ann.until(general, 'The agent on every node');
    await ann.says(ann.direct(), 'what is pod');
    await ann.until(ann.direct(), 'The smallest unit');
    // What was said before could not be answered.
    expect(ann.sees(ann.direct())).toHaveLength(1);
    expect(await store.installations(SECRET_KEY).find('slack:T0TEST')).toContain(slack.tokens.bot);
  });

  test.each([
    ['in another browser', {}, APP.code],
    ['with a code that is not Slack’s', undefined, 'forged'],
  ])('is not installed by somebody else: %s', async (_what, headers, code) => {
    const { cookie, finish, store } = await installed();
    expect((await finish(headers ?? { cookie }, code)).status).toBeGreaterThanOrEqual(400);
    expect(await store.installations(SECRET_KEY).find('slack:T0TEST')).toBeUndefined();
  });

  test('is not a whole organization: whoever tries is told why, and what to do, in both languages', async () => {
    const { cookie, finish, store } = await installed();
    const refused = await finish({ cookie }, APP.codeForAll);
    const page = await refused.text();
    expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    for (const said of ['I work in single workspaces only', '我只能在单个工作区里工作', '<a href="install">']) expect(page).toContain(said);
    expect(await store.installations(SECRET_KEY).find('slack:E0TEST')).toBeUndefined();
  });

  test.each([
    ['app_uninstalled', {}],
    ['tokens_revoked', { tokens: { bot: ['U0BOT'] } }],
  ])('is left alone at once when it uninstalls the app (%s)', async (type, more) => {
    const { cookie, finish, ann, adapter, conversation, slack } = await installed();
    await finish({ cookie });
    await adapter.poster.post(conversation, NOTICE, 'k');
    await ann.tells({ type, ...more });
    const before = slack.calls.length;
    await expect(adapter.poster.post(conversation, NOTICE, 'k')).rejects.toMatchObject({ refusal: { kind: 'gone' } });
    expect(slack.calls.slice(before)).toEqual([]);
  });
});

describe('while the store does not say what our token is', () => {
  test.each([
    ['because it is away', () => Promise.reject(new StoreError('gone', { retry: true }))],
    ['because it is slow', () => new Promise<never>(() => {})],
  ])('commands are answered in time all the same, %s', async (_why, find) => {
    const store = await openStore(temporaryDir(), { as: 'tool', now: () => new Date() });
    onTestFinished(store.close);
    const installations = (key: string) => ({ ...store.installations(key), find });
    const { ann, general } = await botOnSlack('http', { access, store: { ...store, installations } });
    await ann.types(general, 'what is kubelet');
    expect(JSON.stringify(ann.sees(general))).toContain('The agent on every node');
    await ann.presses(await ann.until(general, 'Share here'), 'Share here');
    await ann.until(general, 'Shared by ann');
  });
});

describe('a workspace that uninstalls the app while nobody hears of it', () => {
  test.each(['token_revoked', 'account_inactive'])('is left alone as soon as its token is refused (%s)', async (error) => {
    const { cookie, finish, adapter, conversation, slack, store } = await installed();
    await finish({ cookie });
    await store.records.schedules.save(arrangement({ conversation, space: 'slack:T0TEST' }), { at: new Date(), day: '2026-03-02' });
    slack.tokens.refusedFor = error;
    await expect(adapter.poster.post(conversation, NOTICE, 'k')).rejects.toMatchObject({ refusal: { kind: 'later' } });
    expect(await store.installations(SECRET_KEY).find('slack:T0TEST')).toBeUndefined();
    expect(await store.records.schedules.find(conversation)).toMatchObject({ state: 'paused', remark: 'gone' });
  });

  test('stays where its token is refused for another reason', async () => {
    const { cookie, finish, adapter, conversation, slack, store } = await installed();
    await finish({ cookie });
    slack.tokens.refusedFor = 'invalid_auth';
    await expect(adapter.poster.post(conversation, NOTICE, 'k')).rejects.toMatchObject({ refusal: { kind: 'later' } });
    expect(await store.installations(SECRET_KEY).find('slack:T0TEST')).toContain(slack.tokens.bot);
    expect(adapter.isReady()).toBe(true);
  });
});

describe('a token that expires', () => {
  /** The same installation with a token that ends at some time from now. */
  async function ending(inMs: number, refreshToken?: string, now?: () => Date) {
    const bot = await installed(now);
    await bot.finish({ cookie: bot.cookie });
    const kept = bot.store.installations(SECRET_KEY);
    const installation = JSON.parse((await kept.find('slack:T0TEST')) ?? '{}');
    installation.bot.expiresAt = Math.floor((Date.now() + inMs) / 1_000);
    if (refreshToken !== undefined) installation.bot.refreshToken = refreshToken;
    await kept.save('slack:T0TEST', JSON.stringify(installation));
    return { ...bot, kept };
  }

  test.each([
    ['is about to end', HOUR_MS],
    ['has ended', -HOUR_MS],
  ])('and %s is refreshed once, however many ask at once, by two processes', async (_when, inMs) => {
    const { slack, store, ann, general, kept } = await ending(inMs);
    const other = await botOnSlack('http', { slack, store, access });
    await Promise.all(Array.from({ length: 10 }, () => ann.types(general, 'what is kubelet')));
    const [posted] = await Promise.all([
      other.adapter.poster.post(`slack:T0TEST:${general.id}`, NOTICE, 'k'),
      ann.says(ann.direct(), 'what is kubelet'),
    ]);
    expect(posted).toContain('T0TEST/');
    await ann.until(ann.direct(), 'The agent on every node');
    expect(refreshes(slack.calls)).toHaveLength(1);
    expect(await kept.find('slack:T0TEST')).toContain(slack.tokens.bot);
  });

  test('and is not refreshed any more is told by the name of its workspace, once; posts wait until the app is installed again', async () => {
    let laterMs = 0;
    const bot = await ending(-HOUR_MS, 'used before', () => new Date(Date.now() + laterMs));
    const { slack, told, ann, general, adapter, conversation, kept } = bot;
    for (const key of ['a', 'b']) {
      await expect(adapter.poster.post(conversation, NOTICE, key)).rejects.toMatchObject({
        refusal: { kind: 'later', waitMs: 30_000 },
        message: expect.stringContaining('at /slack/install'),
      });
      laterMs += 31_000;
    }
    await ann.types(general, 'what is kubelet');
    expect(JSON.stringify(ann.sees(general))).toContain('The agent on every node');
    expect(told.filter((line) => line.includes('“Test” (T0TEST) is not refreshed (invalid_refresh_token)'))).toHaveLength(1);
    expect(refreshes(slack.calls)).toHaveLength(1);
    expect(adapter.isReady()).toBe(true);
    expect(await kept.find('slack:T0TEST')).toBeDefined();
    const { cookie, finish } = await beginAt(bot.address);
    await finish({ cookie });
    expect(await adapter.poster.post(conversation, NOTICE, 'c')).toContain('T0TEST/');
  });

  test('and is not refreshed any more is used until it ends', async () => {
    const { adapter, conversation, slack } = await ending(HOUR_MS, 'used before');
    for (const key of ['a', 'b']) await adapter.poster.post(conversation, NOTICE, key);
    expect(refreshes(slack.calls)).toHaveLength(1);
  });

  test('and holds for long is left as it is', async () => {
    const { slack, ann, general } = await ending(11 * HOUR_MS);
    await ann.types(general, 'what is kubelet');
    expect(refreshes(slack.calls)).toEqual([]);
  });
});
