import { describe, expect, onTestFinished, test } from 'vitest';
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
});
