import { describe, expect, test } from 'vitest';
import { PlatformError } from '../../../src/core/errors.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { openBotInServer } from '../../support/discord/bot.ts';
import { USUAL_LIMITS } from '../../support/discord/limits.ts';
import { textOf } from '../../support/discord/seen.ts';

/** Before anything was said in these tests. */
const SINCE = new Date(0);

const POSTS = /^POST \/channels\/\d+\/messages$/;
const said = (text: string): Reply => ({ summary: text, blocks: [{ kind: 'prose', text }] });

async function opened(options: Parameters<typeof openBotInServer>[0] = {}) {
  const discord = await openBotInServer(options);
  const { poster } = discord.adapter;
  const to = `discord:${discord.guild.id}:${discord.channel.id}` as const;
  const ann = discord.people.person('Ann');
  return { ...discord, poster, to, ann, texts: () => discord.world.seenBy(ann, discord.channel).map(textOf) };
}

const refusalOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof PlatformError ? error.refusal : error),
  );

describe('a post', () => {
  test('stands in its channel, and can be changed', async () => {
    const { poster, to, texts } = await opened();
    const message = await poster.post(to, said('one'), 'key');
    expect(texts()).toEqual(['one']);
    await poster.edit(message, said('two'));
    expect(texts()).toEqual(['two']);
  });

  test('with the same key within minutes is the same post', async () => {
    const { poster, to, texts } = await opened();
    const message = await poster.post(to, said('one'), 'key');
    expect(await poster.post(to, said('one'), 'key')).toBe(message);
    await poster.post(to, said('other'), 'other key');
    expect(texts()).toEqual(['one', 'other']);
  });

  test('with one key in two channels is two posts', async () => {
    const { poster, to, world, guild, texts, ann } = await opened();
    const other = world.addChannel(0, { guildId: guild.id });
    await poster.post(to, said('one'), 'key');
    await poster.post(`discord:${guild.id}:${other.id}`, said('one'), 'key');
    expect([texts(), world.seenBy(ann, other).map(textOf)]).toEqual([['one'], ['one']]);
  });

  test('reaches a person by direct message', async () => {
    const { poster, ann, world } = await opened();
    await poster.post(`discord:user:${ann.id}`, said('due today'), 'remind');
    expect(world.seenBy(ann, world.directChannel(ann.id)).map(textOf)).toEqual(['due today']);
    expect(await poster.find(`discord:user:${ann.id}`, 'remind', SINCE)).toMatchObject({ kind: 'found' });
  });

  test.each([
    ['is lost on the way back', { kind: 'lost answer' }],
    ['is lost on the way there', { kind: 'lost request' }],
    ['meets a 500', { kind: 'status', status: 500 }],
  ] as const)('that %s stands there once', async (_what, fault) => {
    const { poster, to, faults, texts } = await opened();
    faults.next(POSTS, fault);
    await poster.post(to, said('one'), 'key');
    expect(texts()).toEqual(['one']);
  });
});

describe('a post in doubt', () => {
  test('is found by its key among what was said since, long after its nonce is forgotten', async () => {
    let now = Date.now();
    const { poster, to, people, ann, channel } = await opened({ discord: { now: () => now } });
    const message = await poster.post(to, said('one'), 'key');
    now += 24 * 60 * 60_000;
    for (let at = 0; at < 150; at++) people.says(ann, channel, `chat ${at}`);
    expect(await poster.find(to, 'key', SINCE)).toEqual({ kind: 'found', message });
    expect(await poster.find(to, 'another', SINCE)).toEqual({ kind: 'absent' });
  });

  test('is certainly not there where all is older', async () => {
    let now = Date.now();
    const { poster, to, people, ann, channel } = await opened({ discord: { now: () => now } });
    for (let at = 0; at < 150; at++) people.says(ann, channel, `chat ${at}`);
    now += 60_000;
    const since = new Date(now);
    people.says(ann, channel, 'hello');
    expect(await poster.find(to, 'key', since)).toEqual({ kind: 'absent' });
  });

  test('may be anywhere where more was said than one looks through', async () => {
    const { poster, to, people, ann, channel } = await opened();
    for (let at = 0; at < 501; at++) people.says(ann, channel, `chat ${at}`);
    expect(await poster.find(to, 'key', SINCE)).toEqual({ kind: 'unsure' });
  });

  test('cannot be looked for where the bot may not read, and needs not be where nothing was ever said', async () => {
    const { poster, to, channel } = await opened();
    expect(await poster.find(to, 'key', SINCE)).toEqual({ kind: 'absent' });
    await poster.post(to, said('one'), 'key');
    channel.forbids.add('history');
    expect(await poster.find(to, 'key', SINCE)).toEqual({ kind: 'unsure' });
  });
});

describe('a refusal tells what to do', () => {
  test('a channel that is no more', async () => {
    const { poster, to, world, channel } = await opened();
    const message = await poster.post(to, said('one'), 'key');
    world.channels.delete(channel.id);
    expect(await refusalOf(poster.post(to, said('two'), 'other'))).toEqual({ kind: 'gone' });
    expect(await refusalOf(poster.edit(message, said('two')))).toEqual({ kind: 'gone' });
    expect(await refusalOf(poster.find(to, 'key', SINCE))).toEqual({ kind: 'gone' });
  });

  test.each(['view', 'send'] as const)('a channel where the bot may not %s', async (what) => {
    const { poster, to, channel } = await opened();
    channel.forbids.add(what);
    expect(await refusalOf(poster.post(to, said('one'), 'key'))).toEqual({ kind: 'forbidden' });
  });

  test('a person who takes no messages', async () => {
    const { poster, world, ann } = await opened();
    world.directChannel(ann.id).forbids.add('send');
    expect(await refusalOf(poster.post(`discord:user:${ann.id}`, said('one'), 'key'))).toEqual({ kind: 'forbidden' });
  });

  test('someone else’s message', async () => {
    const { poster, people, ann, channel } = await opened();
    const message = people.says(ann, channel, 'hello');
    expect(await refusalOf(poster.edit(`${channel.id}/${message.id}`, said('one')))).toEqual({ kind: 'forbidden' });
  });

  test('a token that is refused: of many posts, one asks whether it still is', async () => {
    const { poster, to, faults, log } = await opened();
    faults.next(/^POST \/channels/, { kind: 'status', status: 401 }, { kind: 'status', status: 401 });
    const later = { kind: 'later', waitMs: 60_000 };
    expect(await refusalOf(poster.post(to, said('one'), 'one'))).toEqual(later);
    const refusals = Array.from({ length: 10 }, (_, at) => refusalOf(poster.post(to, said('many'), `many ${at}`)));
    expect(await Promise.all(refusals)).toEqual(Array(10).fill(later));
    expect(log.filter((request) => request.startsWith('POST /channels'))).toHaveLength(2);
    await poster.post(to, said('one'), 'one');
  });

  test('too many posts, with how long to wait', async () => {
    const limits = { ...USUAL_LIMITS, channel: { limit: 2, windowMs: 60_000 } };
    const { poster, to } = await opened({ discord: { limits } });
    for (const key of ['a', 'b']) await poster.post(to, said(key), key);
    const refusal = await refusalOf(poster.post(to, said('c'), 'c'));
    expect(refusal).toMatchObject({ kind: 'later' });
    expect((refusal as { waitMs: number }).waitMs).toBeGreaterThan(50_000);
  });

  test('a Discord that is down, of which nobody knows whether it has heard', async () => {
    const { poster, to, faults } = await opened();
    faults.next(POSTS, { kind: 'lost answer' }, { kind: 'lost request' }, { kind: 'status', status: 502 });
    expect(await refusalOf(poster.post(to, said('one'), 'key'))).toEqual({ kind: 'unknown outcome' });
  });

  test('a token that is refused once: later; and the next post is not lost with it', async () => {
    const { poster, to, faults, texts } = await opened();
    faults.next(POSTS, { kind: 'status', status: 401 });
    expect(await refusalOf(poster.post(to, said('one'), 'key'))).toMatchObject({ kind: 'later' });
    await poster.post(to, said('one'), 'key');
    expect(texts()).toEqual(['one']);
  });
});
