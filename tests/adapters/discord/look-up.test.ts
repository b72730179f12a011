import { describe, expect, test } from 'vitest';
import { openDiscordForTest, startBot } from '../../support/discord/bot.ts';
import { labelsOf, textOf } from '../../support/discord/seen.ts';

async function opened() {
  const discord = await openDiscordForTest();
  const { channel } = discord.world.addGuild('Team');
  const bot = await startBot(discord);
  return { ...discord, ...bot, channel };
}

describe('a question', () => {
  test('is answered to the one who asked, in a message that nobody else sees', async () => {
    const { world, people, channel, incidents } = await opened();
    const [ann, bob] = [people.person('Ann'), people.person('Bob')];
    const asked = people.types(ann, channel, 'what is kubelet');
    const answer = await world.until(asked.answer);
    expect(textOf(answer)).toContain('The agent on every node');
    expect(labelsOf(answer)).toContain('Share here');
    expect(world.seenBy(ann, channel)).toEqual([answer]);
    expect(world.seenBy(bob, channel)).toEqual([]);
    expect(incidents).toEqual([]);
  });
});
