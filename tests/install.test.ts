import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { inviteLink } from '../src/adapters/discord/commands.ts';
import { INTERACTIONS_PATH } from '../src/adapters/discord/http.ts';
import { REQUEST_PATH } from '../src/adapters/slack/requests.ts';
import { wordsIn } from '../src/core/i18n/words.ts';
import { discordSchema } from '../src/discord-settings.ts';
import { slackSchema, slackSettings } from '../src/slack-settings.ts';
import { openDiscordForTest } from './support/discord/bot.ts';
import { labelsOf, textOf } from './support/discord/seen.ts';
import { TOKEN } from './support/discord/server.ts';
import { kubetutor, startKubetutor } from './support/run.ts';
import { createPerson } from './support/slack/people.ts';
import { createSlackServer } from './support/slack/server.ts';

const file = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const README = file('README.md');
const EXAMPLE = file('.env.example');
const manifest = parse(file('deploy/slack/manifest.yaml'));

/** What stands under a heading. */
const under = (heading: string): string => README.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
/** Its numbered steps. */
const stepsUnder = (heading: string): string[] => [...under(heading).matchAll(/^\d\. (.+)$/gm)].map(([, step = '']) => step);
const settingsIn = (text: string): string[] => [...new Set(text.match(/\b(?:SLACK|DISCORD|SECRET)_[A-Z_]+\b/g))];
const codesIn = (text = ''): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
const wrongWith = (schema: typeof slackSchema | typeof discordSchema, given: object): string =>
  schema
    .safeParse(given)
    .error?.issues.map(({ message }) => message)
    .join() ?? '';

describe.each(['In Slack', 'In Discord'])('the README’s steps %s', (heading) => {
  test('are five, and name settings that there are', () => {
    expect(stepsUnder(heading)).toHaveLength(5);
    const known = Object.keys({ ...slackSchema.shape, ...discordSchema.shape });
    for (const name of settingsIn(under(heading))) {
      expect(known).toContain(name);
      expect(EXAMPLE).toMatch(new RegExp(`^${name}=`, 'm'));
    }
  });
});

describe('the five steps in Slack', () => {
  const [create = '', appToken = '', install = '', run = '', use = ''] = stepsUnder('In Slack');
  const link = /\[deploy\S+\]\((\S+)\)/.exec(create)?.[1] ?? '';

  test('paste the manifest that is tested, and lead to Socket Mode as it does', () => {
    expect(parse(file(link))).toEqual(manifest);
    const given = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    expect(slackSettings(slackSchema.parse(given))).toMatchObject({ transport: { kind: 'socket' }, access: { kind: 'token' } });
    expect([manifest.settings.socket_mode_enabled, under('In Slack')]).toEqual([true, expect.stringContaining('no public address')]);
  });

  test.each([
    ['SLACK_APP_TOKEN', appToken, ['“Basic Information”', '“App-Level Tokens”', 'connections:write']],
    ['SLACK_BOT_TOKEN', install, ['“Bot User OAuth Token”']],
  ])('say of %s what it begins with and where it is, as the program does when it is wrong', (name, step, places) => {
    const [setting, shape = ''] = codesIn(step).slice(-2);
    expect(setting).toBe(name);
    const prefix = shape.replace('…', '');
    expect(wrongWith(slackSchema, { [name]: `${prefix}1` })).toBe('');
    const wrong = wrongWith(slackSchema, { [name]: 'x' });
    for (const said of [prefix, ...places]) expect(wrong).toContain(said);
    for (const said of places) expect(step).toContain(said.replace(/[“”]/g, ''));
  });

  test('end with a bot that answers the command and sets the daily quiz, with the scopes of the manifest', async () => {
    const slack = await createSlackServer({ scopes: manifest.oauth_config.scopes.bot });
    onTestFinished(() => slack.close());
    const env = { SLACK_API_URL: slack.apiUrl, SLACK_APP_TOKEN: slack.tokens.app, SLACK_BOT_TOKEN: slack.tokens.bot };
    const { err } = await startKubetutor([], { env });
    await err.until(codesIn(run).at(-1) ?? '');
    const [ann, general] = [createPerson(slack, 'ann'), slack.workspace.addChannel('general', { botIsMember: false })];
    const [question = '', invite, daily = ''] = codesIn(use);
    expect(invite).toBe(`/invite @${manifest.features.bot_user.display_name}`);
    const typed = (text: string) => {
      const [command, ...rest] = text.split(' ');
      expect(manifest.features.slash_commands).toContainEqual(expect.objectContaining({ command }));
      return rest.join(' ');
    };
    await ann.types(general, typed(question));
    await ann.until(general, 'The agent on every node');
    const joined = ann.invites(general);
    if (joined) await slack.deliver(joined);
    await ann.until(general, wordsIn('en').helloTitle);
    await ann.types(general, typed(daily));
    expect(await ann.until(general, wordsIn('en').dailyConfirm)).toMatchObject({ onlyFor: ann.id });
    expect(slack.violations).toEqual([]);
  });

  test('have another way, by HTTP and for many workspaces, with the paths that there are', () => {
    const [byHttp = ''] = under('In Slack')
      .split('\n')
      .filter((line) => line.startsWith('By HTTP'));
    expect(codesIn(byHttp)).toEqual(
      expect.arrayContaining([`https://your-address${REQUEST_PATH}`, '/slack/install', '/healthz', '/readyz']),
    );
    const secret = 'x'.repeat(32);
    const given = {
      SLACK_SIGNING_SECRET: '0'.repeat(32),
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'x',
      SLACK_STATE_SECRET: secret,
      SECRET_KEY: secret,
    };
    expect(settingsIn(byHttp).toSorted()).toEqual(['SLACK_APP_TOKEN', ...Object.keys(given)].toSorted());
    expect(slackSettings(slackSchema.parse(given))).toMatchObject({ transport: { kind: 'http' }, access: { kind: 'oauth' } });
  });
});

describe('the five steps in Discord', () => {
  const [, token = '', start = '', link = '', use = ''] = stepsUnder('In Discord');

  test('say where the token is, as the program does when it is wrong', () => {
    for (const place of ['Bot', 'Reset Token']) {
      expect(token).toContain(`*${place}*`);
      expect(wrongWith(discordSchema, { DISCORD_TOKEN: 'two words' })).toContain(`“${place}”`);
    }
  });

  test('name what the invite link asks for, and no more', () => {
    const { searchParams } = new URL(inviteLink({ id: '1' }));
    // https://docs.discord.com/developers/topics/permissions
    const names: Readonly<Record<string, bigint>> = {
      'see the channel': 1n << 10n,
      'send messages': 1n << 11n,
      'in threads': 1n << 38n,
      'attach files': 1n << 15n,
      'read the message history': 1n << 16n,
    };
    const asked = link.split('no more: ')[1] ?? '';
    for (const name of Object.keys(names)) expect(asked).toContain(name);
    expect(asked.split(/,|\(/)).toHaveLength(Object.keys(names).length);
    expect(BigInt(searchParams.get('permissions') ?? 0)).toBe(Object.values(names).reduce((all, one) => all | one, 0n));
  });

  test('end with a bot that has registered its commands, says so, introduces itself and answers', async () => {
    const discord = await openDiscordForTest();
    const { world, people, api } = discord;
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: api };
    const { err } = await startKubetutor([], { env });
    const ready = /says \*(Ready[^*]+)\*/.exec(start)?.[1] ?? '';
    await err.until(ready);
    expect(err.text()).toContain('https://discord.com/oauth2/authorize');
    const explain = /menu \*([^*]+)\*/.exec(start)?.[1];
    expect(world.commands.get('global')?.map(({ name }) => `${name}`)).toEqual([codesIn(start).at(-1)?.slice(1), explain]);
    const { channel } = discord.invite('Team');
    const ann = people.person('Ann');
    await world.until(() => world.seenBy(ann, channel)[0]);
    const [, name, question] = /^\/(\S+) (.+)$/.exec(codesIn(use)[0] ?? '') ?? [];
    const answer = await world.until(people.types(ann, channel, question, name).answer);
    expect(textOf(answer)).toContain('The agent on every node');
    expect(answer.visibleTo).toBe(ann.id);
    expect(labelsOf(answer)).toContain(/\*(Share[^*]+)\*/.exec(use)?.[1]);
  });

  test('can be followed without starting: the commands are registered, and by HTTP its path is that which is served', async () => {
    const more = under('In Discord');
    const [register = ''] = codesIn(more).filter((code) => code.startsWith('npx kubetutor '));
    const discord = await openDiscordForTest();
    const { code } = await kubetutor(register.split(' ').slice(2), { env: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api } });
    expect([code, discord.world.commands.get('global')?.length]).toEqual([0, 2]);
    expect(codesIn(more)).toContain(`https://your-address${INTERACTIONS_PATH}`);
    const shards = /`(\S+)` runs the first two shards of four/.exec(more)?.[1];
    expect(wrongWith(discordSchema, { DISCORD_SHARDS: shards })).toBe('');
  });
});
