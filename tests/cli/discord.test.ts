import { describe, expect, test } from 'vitest';
import { openDiscordForTest } from '../support/discord/bot.ts';
import { textOf } from '../support/discord/seen.ts';
import { TOKEN } from '../support/discord/server.ts';
import { kubetutor, startKubetutor } from '../support/run.ts';

describe('kubetutor discord register', () => {
  test('registers the commands once, and prints the link that invites the bot', async () => {
    const discord = await openDiscordForTest();
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api };
    const first = await kubetutor(['discord', 'register'], { env });
    expect(first).toEqual({
      code: 0,
      err: '',
      out: expect.stringMatching(/registered.*https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+/),
    });
    expect((await kubetutor(['discord', 'register'], { env })).out).toContain('as they were');
    expect(discord.world.commands.get('global')).toHaveLength(2);
  });

  test.each([
    ['no token', {}, 'There is no DISCORD_TOKEN'],
    ['a wrong token', { DISCORD_TOKEN: 'wrong' }, 'Discord does not take DISCORD_TOKEN'],
    [
      'a server that the bot is not in',
      { DISCORD_TOKEN: TOKEN, DISCORD_GUILD_ID: '123456789012345678' },
      'I am not in the server 123456789012345678',
    ],
    ['an address where nobody answers', { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'http://127.0.0.1:1/api' }, 'Discord cannot be reached'],
  ])('says what is the matter: %s', async (_what, env, said) => {
    const discord = await openDiscordForTest();
    const { code, err } = await kubetutor(['discord', 'register'], { env: { DISCORD_API_URL: discord.api, ...env } });
    expect([code, err]).toEqual([1, expect.stringContaining(said)]);
    expect(err).not.toContain('    at ');
  });
});

describe('kubetutor with a token of Discord', () => {
  test('answers there from the shipped notes until it is told to stop', async () => {
    const { world, people, api } = await openDiscordForTest();
    const { channel } = world.addGuild('Team');
    const running = await startKubetutor([], { env: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: api } });
    await running.err.until('Ready on discord.');
    const asked = people.types(people.person('Ann'), channel, 'what is etcd');
    expect(textOf(await world.until(asked.answer))).toMatch(/^## etcd/);
    running.signal('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0 });
  });
});
