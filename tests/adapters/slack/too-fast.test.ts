import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../../src/core/i18n/words.ts';
import { MOST_TURNS } from '../../../src/core/rate-guard.ts';
import { botOnSlack } from '../../support/slack/bot-on-slack.ts';
import { createPerson } from '../../support/slack/people.ts';
import type { Channel, Message } from '../../support/slack/workspace.ts';

/** Ann has taken all the turns that she may. */
async function hurried() {
  const world = await botOnSlack('socket');
  for (let turn = 0; turn < MOST_TURNS; turn++) await world.ann.types(world.general, 'help');
  const bob = createPerson(world.slack, 'bob');
  const noes = (channel: Channel, language: 'en' | 'zh'): Message[] =>
    world.slack.workspace.messages.filter(({ channel: id, text }) => id === channel.id && text === wordsIn(language).tooFast);
  return { ...world, bob, noes };
}

describe('too many turns, by mention in a channel', () => {
  test.each([
    ['en', 'what is kubelet'],
    ['zh', 'kubelet 是什么'],
  ] as const)('are answered with one no, which only that person sees, however many more come (%s)', async (language, text) => {
    const { ann, bob, general, noes, stop } = await hurried();
    for (let turn = 0; turn < 5; turn++) await ann.says(general, `<@U0BOT> ${text}`);
    await ann.until(general, wordsIn(language).tooFast);
    await bob.says(general, '<@U0BOT> what is kubelet');
    await bob.until(general, 'The agent on every node');
    await stop();
    expect(noes(general, language).map(({ onlyFor, thread_ts }) => [onlyFor, thread_ts])).toEqual([[ann.id, undefined]]);
  });

  test('are told no in the thread, where it is open already', async () => {
    const { ann, bob, general, noes } = await hurried();
    await bob.says(general, '<@U0BOT> what is kubelet');
    const { thread_ts } = await bob.until(general, 'The agent on every node');
    await ann.says(general, '<@U0BOT> what is kubelet', thread_ts);
    await ann.until(general, wordsIn('en').tooFast);
    expect(noes(general, 'en').map((no) => [no.onlyFor, no.thread_ts])).toEqual([[ann.id, thread_ts]]);
  });
});

test('too many turns, by direct message, are answered with one no, which stays', async () => {
  const { ann, noes, stop } = await hurried();
  for (let turn = 0; turn < 5; turn++) await ann.says(ann.direct(), 'kubelet 是什么');
  await ann.until(ann.direct(), wordsIn('zh').tooFast);
  await stop();
  expect(noes(ann.direct(), 'zh').map(({ onlyFor }) => onlyFor)).toEqual([undefined]);
});

test('too many turns in App Home are told no there, and Home goes on afterwards', async () => {
  let laterMs = 0;
  const { ann } = await botOnSlack('socket', { now: () => new Date(Date.now() + laterMs) });
  for (let turn = 0; turn < MOST_TURNS; turn++) await ann.opensHome();
  await ann.pressesHome(await ann.homeUntil('Settings'), 'All topics');
  const told = await ann.homeUntil(wordsIn('en').tooFast);
  laterMs = 10_000;
  await ann.pressesHome(told, '⌂ Start page');
  await ann.homeUntil('Settings');
});
