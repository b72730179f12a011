import { describe, expect, test } from 'vitest';
import { faultOf } from '../../../src/adapters/discord/rest.ts';
import { openBotInServer, startBot } from '../../support/discord/bot.ts';
import { textOf } from '../../support/discord/seen.ts';
import { slowBot } from '../../support/discord/slow-bot.ts';

const CALLBACK = /^POST \/interactions\/.*\/callback$/;
const ORIGINAL = /^PATCH \/webhooks\/.*\/@original$/;

describe('an answer that takes its time', () => {
  test('is announced to the person alone, and then given in that place', async () => {
    const slow = slowBot();
    const { world, people, channel, incidents } = await openBotInServer({ bot: slow.bot, patienceMs: 1 });
    const [ann, bob] = [people.person('Ann'), people.person('Bob')];
    const asked = people.types(ann, channel, 'what is kubelet');
    await world.until(() => asked.ack === 5);
    expect(asked).toMatchObject({ isLoading: true, isEphemeral: true });
    slow.answerNow();
    const answer = await world.until(asked.answer);
    expect(textOf(answer)).toContain('The agent on every node');
    expect(world.seenBy(bob, channel)).toEqual([]);
    expect(incidents).toEqual([]);
  });

  test('to a press takes the place of what was pressed, or stands beside it', async () => {
    const slow = slowBot();
    const { world, people, channel } = await openBotInServer({ bot: slow.bot, patienceMs: 1 });
    const [ann, bob] = [people.person('Ann'), people.person('Bob')];
    const asked = people.types(ann, channel, 'what is kubelet');
    slow.answerNow();
    const first = await world.until(asked.answer);
    const turned = people.presses(ann, first, 'Pod');
    await world.until(() => turned.ack === 6);
    slow.answerNow();
    expect(textOf(await world.until(() => turned.answer() !== first && turned.answer()))).toContain('The smallest unit');
    const sharing = people.presses(ann, await world.until(turned.answer), 'Share here');
    await world.until(() => sharing.ack === 6);
    slow.answerNow();
    expect(textOf(await world.until(() => world.seenBy(bob, channel)[0]))).toContain('Shared by Ann');
  });

  test('is lost after 15 minutes without a word', async () => {
    let now = Date.now();
    const slow = slowBot();
    const { world, people, channel, incidents, adapter } = await openBotInServer({
      bot: slow.bot,
      patienceMs: 1,
      discord: { now: () => now },
    });
    const asked = people.types(people.person('Ann'), channel, 'what is kubelet');
    await world.until(() => asked.ack === 5);
    now += 15 * 60_000 + 1;
    slow.answerNow();
    await adapter.stop();
    expect(asked.answer()).toBeUndefined();
    expect(incidents).toEqual([]);
  });
});

describe('a late click', () => {
  test('that nobody may answer any more is no incident', async () => {
    let now = Date.now();
    const slow = slowBot();
    const { world, people, channel, incidents, adapter, log } = await openBotInServer({ bot: slow.bot, discord: { now: () => now } });
    const asked = people.types(people.person('Ann'), channel, 'what is kubelet');
    await slow.asked();
    now += 3_001;
    slow.answerNow();
    await world.until(() => log.some((request) => CALLBACK.test(request)));
    await adapter.stop();
    expect(asked.ack).toBeUndefined();
    expect(incidents).toEqual([]);
  });
});

describe('two processes of one bot', () => {
  test('give one answer to a command, and one to a mention', async () => {
    const { discord, world, people, channel, incidents, stop } = await openTwice();
    const ann = people.person('Ann');
    const asked = people.types(ann, channel, 'what is kubelet');
    await world.until(asked.answer);
    people.says(ann, channel, `<@${world.application.id}> what is kubelet`);
    await world.until(() => discord.log.filter((request) => request === `POST /channels/${channel.id}/messages`).length === 2);
    await stop();
    expect(world.seenBy(ann, channel)).toHaveLength(3);
    expect(discord.log.filter((request) => CALLBACK.test(request))).toHaveLength(2);
    expect(incidents()).toEqual([]);
  });

  async function openTwice() {
    const one = await openBotInServer();
    const other = await startBot(one);
    const stop = () => Promise.all([one.adapter.stop(), other.adapter.stop()]);
    return { ...one, discord: one, stop, incidents: () => [...one.incidents, ...other.incidents] };
  }
});

describe('a double click', () => {
  test('on a button is answered twice, to no harm', async () => {
    const { world, people, channel, incidents } = await openBotInServer();
    const ann = people.person('Ann');
    const first = await world.until(people.types(ann, channel, 'what is kubelet').answer);
    const [one, two] = [people.presses(ann, first, 'Pod'), people.presses(ann, first, 'Pod')];
    await world.until(() => one.ack === 7 && two.ack === 7);
    expect(world.seenBy(ann, channel)).toHaveLength(1);
    expect(incidents).toEqual([]);
  });

  test('on Delete finds nothing to delete the second time, which is no incident', async () => {
    const { world, people, channel, incidents, adapter } = await openBotInServer();
    const ann = people.person('Ann');
    const first = await world.until(people.types(ann, channel, 'what is kubelet').answer);
    const message = await world.until(people.presses(ann, first, 'Share here').answer);
    const [one, two] = [people.presses(ann, message, 'Delete'), people.presses(ann, message, 'Delete')];
    await world.until(() => one.ack === 6 && two.ack === 6);
    await adapter.stop();
    expect(incidents).toEqual([]);
  });
});

describe('a button that was never ours', () => {
  test.each(['x', 'ask?concept=<b>', 'nothing?a=b', '%%%', 'a'.repeat(100)])('is answered with a kind word: %s', async (customId) => {
    const { world, people, channel, incidents } = await openBotInServer();
    const ann = people.person('Ann');
    const message = people.says(ann, channel, 'hello');
    const answer = await world.until(people.forges(ann, message, channel, customId).answer);
    expect(textOf(answer)).toContain('I do not know this button');
    expect(answer.visibleTo).toBe(ann.id);
    expect(incidents).toEqual([]);
  });
});

describe('where Discord is in trouble', () => {
  test.each([
    ['an answer that is lost on its way back', [{ kind: 'lost answer' }]],
    ['a request that is lost', [{ kind: 'lost request' }]],
    [
      'a 500 and a 502',
      [
        { kind: 'status', status: 500 },
        { kind: 'status', status: 502 },
      ],
    ],
    ['a 429', [{ kind: 'status', status: 429, retryAfter: 0.01 }]],
  ] as const)('the person is answered all the same: %s', async (_what, faults) => {
    const { world, people, channel, incidents, faults: trouble } = await openBotInServer();
    trouble.next(CALLBACK, ...faults);
    const asked = people.types(people.person('Ann'), channel, 'what is kubelet');
    expect(textOf(await world.until(asked.answer))).toContain('The agent');
    expect(trouble.areOver()).toBe(true);
    expect(incidents).toEqual([]);
  });

  test('an answer that was announced is given, though the first edit fails', async () => {
    const slow = slowBot();
    const { world, people, channel, faults, incidents } = await openBotInServer({ bot: slow.bot, patienceMs: 1 });
    faults.next(CALLBACK, { kind: 'lost answer' });
    faults.next(ORIGINAL, { kind: 'status', status: 503 }, { kind: 'lost answer' });
    const asked = people.types(people.person('Ann'), channel, 'what is kubelet');
    await world.until(() => asked.ack === 5);
    slow.answerNow();
    expect(textOf(await world.until(asked.answer))).toContain('The agent');
    expect(incidents).toEqual([]);
  });

  test('trouble that stays is an incident, and the bot lives on', async () => {
    const { world, people, channel, faults, incidents } = await openBotInServer();
    faults.next(CALLBACK, ...Array.from({ length: 3 }, () => ({ kind: 'status', status: 500 }) as const));
    people.types(people.person('Ann'), channel, 'what is kubelet');
    await world.until(() => faults.areOver());
    const asked = people.types(people.person('Bob'), channel, 'what is kubelet');
    await world.until(asked.answer);
    expect(incidents).toHaveLength(1);
  });

  test.each([
    ['a number of Discord’s', { kind: 'status', status: 403, code: 50013 }, '50013'],
    ['a status', { kind: 'status', status: 500 }, '500'],
    ['silence', { kind: 'lost request' }, 'no_answer'],
  ] as const)('an answer that Discord does not take is counted by its code: %s', async (_what, fault, code) => {
    const { world, people, channel, faults, incidents } = await openBotInServer();
    faults.next(CALLBACK, fault, fault, fault);
    people.types(people.person('Ann'), channel, 'what is kubelet');
    await world.until(() => incidents.length === 1);
    expect(incidents.map(faultOf)).toEqual([code]);
  });
});
