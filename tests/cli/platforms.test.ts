import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDiscordForTest } from '../support/discord/bot.ts';
import { TOKEN } from '../support/discord/server.ts';
import { listening } from '../support/listening.ts';
import { kubetutor, startKubetutor } from '../support/run.ts';
import { createPerson } from '../support/slack/people.ts';
import { createSlackServer } from '../support/slack/server.ts';

/** Our Slack, and the settings that lead a bot to it. */
async function slackAndSettings() {
  const slack = await createSlackServer();
  onTestFinished(() => slack.close());
  const env = { SLACK_BOT_TOKEN: slack.tokens.bot, SLACK_API_URL: slack.apiUrl };
  return { slack, env, ann: createPerson(slack, 'ann'), general: slack.workspace.addChannel('general') };
}

describe('with the settings of Slack, the program', () => {
  test('talks in Slack from the shipped notes, and stops in order when told to', async () => {
    const { slack, env, ann, general } = await slackAndSettings();
    const { err, ended, signal } = await startKubetutor([], { env: { ...env, SLACK_APP_TOKEN: slack.tokens.app } });
    await err.until('Ready on slack.');
    await ann.types(general, 'what is kubelet');
    await ann.until(general, 'The agent on every node');
    signal('SIGTERM');
    const { code, out, err: told } = await ended;
    expect([code, out]).toEqual([0, '']);
    const lines = told
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string; command?: string });
    expect(lines.map(({ msg }) => msg)).toEqual(['Ready on slack.', 'turn', 'Stopping.']);
    expect(told).not.toContain('what is kubelet');
    expect(slack.violations).toEqual([]);
  });

  test('takes Slack’s requests, and tells whether it is ready, at one address', async () => {
    const { slack, env, ann, general } = await slackAndSettings();
    const { err, ended, signal } = await startKubetutor([], { env: { ...env, SLACK_SIGNING_SECRET: slack.signingSecret, PORT: '0' } });
    await err.until('Ready on slack.');
    const address = /Listening on (\S+)\."/.exec(err.text())?.[1] ?? '';
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${address}/metrics`)).text()).toContain('kubetutor_turns_total');
    slack.sendTo(`${address}/slack/events`);
    await ann.types(general, 'kubelet 是什么');
    await ann.until(general, '出处：');
    signal('SIGINT');
    expect((await ended).code).toBe(0);
  });

  test('says which token Slack does not take and what to do, and ends', async () => {
    const { slack, env } = await slackAndSettings();
    slack.tokens.refusedFor = 'token_revoked';
    const { code, err } = await kubetutor([], { env: { ...env, SLACK_APP_TOKEN: slack.tokens.app } });
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^Slack does not take SLACK_BOT_TOKEN \(token_revoked\)\. Install the app again .*\n$/),
    ]);
  });

  test('names what is missing from them', async () => {
    const { code, err } = await kubetutor([], { env: { SLACK_APP_TOKEN: 'xapp-1' } });
    expect([code, err]).toEqual([1, expect.stringContaining('SLACK_BOT_TOKEN: is missing')]);
  });

  test('ends with 1 where its port is taken, and says what to change', async () => {
    const { slack, env } = await slackAndSettings();
    const { port: PORT } = new URL(await listening(createServer()));
    const { code, err } = await kubetutor([], { env: { ...env, SLACK_SIGNING_SECRET: slack.signingSecret, PORT } });
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(new RegExp(`^One cannot listen on 127\\.0\\.0\\.1:${PORT} .*PORT or HOST\\.\n$`)),
    ]);
  });

  test('ends at once with 1 when it is told again to stop, while it finishes what it has begun', async () => {
    const { slack, env, ann, general } = await slackAndSettings();
    const { err, ended, signal } = await startKubetutor([], { env: { ...env, SLACK_APP_TOKEN: slack.tokens.app } });
    await err.until('Ready on slack.');
    slack.faults.next('users.info', { kind: 'slow', ms: 8_000 });
    await ann.types(general, 'what is kubelet');
    signal('SIGTERM');
    await err.until('Stopping.');
    signal('SIGTERM');
    expect((await ended).code).toBe(1);
  });
});

describe('with the settings of Slack and Discord, the program', () => {
  test('counts what either does not take, by that platform’s own code', async () => {
    const { slack, env, ann } = await slackAndSettings();
    const discord = await openDiscordForTest();
    const { channel } = discord.world.addGuild('Team');
    const { err, ended, signal } = await startKubetutor([], {
      env: { ...env, SLACK_SIGNING_SECRET: slack.signingSecret, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api, PORT: '0' },
    });
    await err.until('Ready on slack and discord.');
    const address = /Listening on (\S+)\."/.exec(err.text())?.[1] ?? '';
    slack.sendTo(`${address}/slack/events`);
    slack.faults.next('chat.postMessage', { kind: 'refused', error: 'restricted_action' });
    await slack.deliver(ann.message(ann.direct(), 'what is kubelet'));
    await err.until('restricted_action');
    discord.faults.next(/callback$/, { kind: 'status', status: 400, code: 50_035 });
    discord.people.types(discord.people.person('Bob'), channel, 'what is kubelet');
    await err.until('50035');
    const told = await (await fetch(`${address}/metrics`)).text();
    expect(told.match(/^kubetutor_platform_errors_total.*$/gm)).toEqual([
      'kubetutor_platform_errors_total{platform="slack",code="restricted_action",kind="incident"} 1',
      'kubetutor_platform_errors_total{platform="discord",code="50035",kind="incident"} 1',
    ]);
    signal('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  test.each([
    ['Slack', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, 'Slack does not take SLACK_BOT_TOKEN'],
    ['Discord', { DISCORD_TOKEN: 'wrong' }, 'Discord does not take DISCORD_TOKEN'],
  ])('ends with 1 where %s does not take its token, whether the other does or not', async (_platform, wrong, said) => {
    const { slack, env } = await slackAndSettings();
    const discord = await openDiscordForTest();
    const both = { ...env, SLACK_APP_TOKEN: slack.tokens.app, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api };
    const { code, err } = await kubetutor([], { env: { ...both, ...wrong } });
    expect([code, err]).toEqual([1, expect.stringContaining(said)]);
  });
});
