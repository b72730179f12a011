import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openDiscordForTest } from '../../support/discord/bot.ts';
import { bareClient } from '../../support/discord/client.ts';
import { opened } from '../../support/discord/opened.ts';
import { TOKEN } from '../../support/discord/server.ts';

/** A message, as an answer to an interaction. */
const said = (content: string, flags = 0) => ({ type: 4, data: { content, flags } });

describe('a post', () => {
  test('with an enforced nonce is one post for some minutes', async () => {
    const { call, channel, later } = await opened();
    const post = (extra: object) => call(`POST /channels/${channel.id}/messages`, { content: 'a', nonce: 'n', ...extra });
    const first = (await post({ enforce_nonce: true })).body.id;
    expect((await post({ enforce_nonce: true })).body.id).toBe(first);
    expect((await post({})).body.id).not.toBe(first);
    later(5 * 60_000);
    expect((await post({ enforce_nonce: true })).body.id).not.toBe(first);
  });

  test('takes a nonce of 25 characters', async () => {
    const { call, channel } = await opened();
    const post = (nonce: string) => call(`POST /channels/${channel.id}/messages`, { content: 'a', nonce });
    expect([(await post('n'.repeat(25))).status, (await post('n'.repeat(26))).status]).toEqual([200, 400]);
  });

  test.each([
    ['view', 403, 50001],
    ['send', 403, 50013],
  ] as const)('needs the permission to %s', async (what, status, code) => {
    const { call, channel } = await opened();
    channel.forbids.add(what);
    expect(await call(`POST /channels/${channel.id}/messages`, { content: 'a' })).toMatchObject({ status, body: { code } });
  });

  test('needs a channel, a server that the bot is in, and a person who takes messages', async () => {
    const { call, world, guild, channel, ann } = await opened();
    expect(await call('POST /channels/1/messages', { content: 'a' })).toMatchObject({ status: 404, body: { code: 10003 } });
    const direct = await call('POST /users/@me/channels', { recipient_id: ann.id });
    world.directChannel(ann.id).forbids.add('send');
    expect(await call(`POST /channels/${direct.body.id}/messages`, { content: 'a' })).toMatchObject({ status: 403, body: { code: 50007 } });
    expect(await call('POST /users/@me/channels', { recipient_id: '1' })).toMatchObject({ status: 404, body: { code: 10013 } });
    world.guilds.delete(guild.id);
    expect(await call(`POST /channels/${channel.id}/messages`, { content: 'a' })).toMatchObject({ status: 403, body: { code: 50001 } });
  });

  test('is never private, and nobody but its author changes it', async () => {
    const { call, channel, people, ann } = await opened();
    expect((await call(`POST /channels/${channel.id}/messages`, { content: 'a', flags: 64 })).status).toBe(400);
    const { id } = people.says(ann, channel, 'hello');
    expect(await call(`PATCH /channels/${channel.id}/messages/${id}`, { content: 'b' })).toMatchObject({
      status: 403,
      body: { code: 50005 },
    });
  });

  test('below another message needs leave to read it, and that it is there unless one says otherwise', async () => {
    const { call, channel, people, ann } = await opened();
    const reply = (id: string, extra = {}) =>
      call(`POST /channels/${channel.id}/messages`, { content: 'a', message_reference: { message_id: id, ...extra } });
    expect((await reply('1')).status).toBe(400);
    expect((await reply('1', { fail_if_not_exists: false })).status).toBe(200);
    channel.forbids.add('history');
    expect(await reply(people.says(ann, channel, 'hello').id)).toMatchObject({ status: 400, body: { code: 160002 } });
  });
});

describe('the messages of a channel', () => {
  test('come newest first, a hundred at most, without private ones and without their nonce', async () => {
    const { call, channel, people, ann, asks } = await opened();
    await call(`POST /channels/${channel.id}/messages`, { content: 'first', nonce: 'n' });
    for (let at = 0; at < 120; at++) people.says(ann, channel, String(at));
    await asks().respond(said('private', 64));
    const list = async (query: string) =>
      (await call(`GET /channels/${channel.id}/messages?${query}`)).body as unknown as { id: string; nonce?: string }[];
    const newest = await list('limit=100');
    expect(newest).toMatchObject([{ content: '119' }, ...Array(99).fill({})]);
    expect(await list(`limit=100&before=${newest.at(-1)?.id}`)).toMatchObject([...Array(20).fill({}), { content: 'first' }]);
    expect((await list(`limit=100&before=${newest.at(-1)?.id}`)).at(-1)?.nonce).toBeUndefined();
    expect((await call(`GET /channels/${channel.id}/messages?limit=101`)).status).toBe(400);
  });

  test('are none where the bot may not read what was said', async () => {
    const { call, channel, people, ann } = await opened();
    people.says(ann, channel, 'hello');
    channel.forbids.add('history');
    expect((await call(`GET /channels/${channel.id}/messages`)).body).toEqual([]);
  });
});

describe('requests', () => {
  test('need the bot’s token', async () => {
    const discord = await openDiscordForTest();
    expect((await bareClient(discord, 'wrong')('GET /users/@me')).status).toBe(401);
    expect((await bareClient(discord)('GET /users/@me')).status).toBe(200);
    expect((await bareClient(discord)('GET /nowhere')).status).toBe(404);
  });

  test('are limited in each channel, and to 50 a second in all, but for interactions', async () => {
    const { call, channel, guild, world, asks, later } = await opened();
    const post = (id: string) => call(`POST /channels/${id}/messages`, { content: 'a' });
    const answers = [];
    for (let at = 0; at < 6; at++) answers.push(await post(channel.id));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[4]?.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(answers[5]?.headers.get('retry-after')).toBe('5');
    later(5_000);
    const all = await Promise.all(Array.from({ length: 51 }, () => post(world.addChannel(0, { guildId: guild.id }).id)));
    expect(all.filter(({ status }) => status === 429)).toMatchObject([{ body: { global: true, retry_after: 1 } }]);
    expect((await asks().respond(said('a'))).status).toBe(204);
  });
});

describe('the gateway', () => {
  /** Connects, says something, and tells how it ends: the code with which it is closed, or the first thing that is said after the greeting. */
  async function saying(api: string, payload: object): Promise<unknown> {
    const socket = new WebSocket(api.replace('http', 'ws'));
    const ended = await new Promise((resolve) => {
      socket.on('close', resolve);
      socket.on('message', (text) => {
        const { op, d, t } = JSON.parse(String(text));
        if (op === 10) socket.send(JSON.stringify(payload));
        else resolve({ op, d: t ? undefined : d });
      });
    });
    socket.close();
    return ended;
  }

  const identify = (extra: object) => ({ op: 2, d: { token: TOKEN, intents: 1, properties: {}, ...extra } });

  test.each([
    ['a wrong token', identify({ token: 'wrong' }), 4004],
    ['an intent that needs leave', identify({ intents: 1 << 15 }), 4014],
    ['anything before identifying', { op: 3, d: {} }, 4003],
    ['a session that it does not know', { op: 6, d: { token: TOKEN, session_id: 'x', seq: 0 } }, { op: 9, d: false }],
    ['a heartbeat', { op: 1, d: null }, { op: 11, d: null }],
    ['the right words', identify({}), { op: 0 }],
  ])('answers %s', async (_what, payload, ended) => {
    const { api } = await openDiscordForTest();
    expect(await saying(api, payload)).toEqual(ended);
  });
});
