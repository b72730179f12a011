import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../../src/core/i18n/words.ts';
import { MOST_TURNS } from '../../../src/core/rate-guard.ts';
import { openBotInServer } from '../../support/discord/bot.ts';
import { textOf } from '../../support/discord/seen.ts';
import type { Channel } from '../../support/discord/world.ts';

/** Ann has taken all the turns that she may. */
async function hurried(locale = 'en-US') {
  const discord = await openBotInServer();
  const { world, people, channel } = discord;
  const [ann, bob] = [people.person('Ann', { locale }), people.person('Bob')];
  for (let turn = 0; turn < MOST_TURNS; turn++) await world.until(people.types(ann, channel, 'help').answer);
  const noes = (where: Channel, language: 'en' | 'zh') =>
    world.seenBy(bob, where).filter((message) => textOf(message) === wordsIn(language).tooFast);
  return { ...discord, ann, bob, noes, mention: `<@${world.application.id}>` };
}

describe('too many turns', () => {
  test.each([
    ['en', 'en-US'],
    ['zh', 'zh-CN'],
  ] as const)('by command are answered with a no that only that person sees (%s)', async (language, locale) => {
    const { world, people, channel, ann, bob, noes, incidents } = await hurried(locale);
    const no = await world.until(people.types(ann, channel, 'help').answer);
    expect([textOf(no), no.visibleTo]).toEqual([wordsIn(language).tooFast, ann.id]);
    expect(textOf(await world.until(people.types(bob, channel, 'what is kubelet').answer))).toContain('The agent on every node');
    expect(noes(channel, language)).toEqual([]);
    expect(incidents).toEqual([]);
  });

  test('alone with the bot are told no where it stays', async () => {
    const { world, people, ann } = await hurried();
    const no = await world.until(people.types(ann, world.directChannel(ann.id), 'help').answer);
    expect([textOf(no), no.visibleTo]).toEqual([wordsIn('en').tooFast, undefined]);
  });

  test.each([
    ['en', 'what is kubelet'],
    ['zh', 'kubelet 是什么'],
  ] as const)('by mention, where all see what is said, are told so once, so that others need not wait (%s)', async (language, text) => {
    const { world, people, channel, ann, bob, noes, mention } = await hurried();
    for (let turn = 0; turn < 5; turn++) people.says(ann, channel, `${mention} ${text}`);
    people.says(bob, channel, `${mention} what is kubelet`);
    await world.until(() => world.seenBy(bob, channel).find((message) => textOf(message).includes('The agent on every node')));
    expect(noes(channel, language)).toHaveLength(1);
  });

  test('leave completing what is typed as it was', async () => {
    const { world, people, channel, ann } = await hurried();
    const typed = people.completes(ann, channel, 'kube');
    expect(await world.until(() => typed.choices)).not.toEqual([]);
  });
});
