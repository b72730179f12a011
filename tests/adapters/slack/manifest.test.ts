import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { SCOPES } from '../../../src/adapters/slack/oauth.ts';
import { EXPLAIN_SHORTCUT } from '../../../src/adapters/slack/receive.ts';
import { METHODS } from '../../support/slack/methods.ts';

const ADAPTER = new URL('../../../src/adapters/slack/', import.meta.url);
const MANIFEST = new URL('../../../deploy/slack/manifest.yaml', import.meta.url);

interface Manifest {
  readonly display_information: { readonly name: string; readonly description: string };
  readonly features: {
    readonly bot_user: { readonly display_name: string };
    readonly shortcuts: readonly {
      readonly type: string;
      readonly callback_id: string;
      readonly name: string;
      readonly description: string;
    }[];
    readonly slash_commands: readonly { readonly command: string; readonly description: string; readonly usage_hint: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] }; readonly socket_mode_enabled: boolean };
}

/** The scopes of which an event needs one, by its page: https://docs.slack.dev/reference/events */
const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_uninstalled: [],
  tokens_revoked: [],
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  member_joined_channel: ['channels:read', 'groups:read'],
};

let text = '';
let source = '';
let manifest: Manifest;

beforeAll(async () => {
  text = await readFile(MANIFEST, 'utf8');
  manifest = parse(text);
  const files = await readdir(ADAPTER);
  source = (await Promise.all(files.map((file) => readFile(new URL(file, ADAPTER), 'utf8')))).join('\n');
});

describe('the manifest of the Slack app', () => {
  test('names the command and the shortcut that the code knows', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(['/k8s']);
    expect(manifest.features.shortcuts).toMatchObject([{ type: 'message', callback_id: EXPLAIN_SHORTCUT }]);
  });

  test('subscribes to the events that the code reads, and to no other', () => {
    const read = [...source.matchAll(/reference\/events\/([\w.]+)(?: and …\/([\w.]+))?/g)].flatMap(([, first, second]) =>
      [first, second ?? []].flat(),
    );
    const subscribed = manifest.settings.event_subscriptions.bot_events;
    expect(subscribed.toSorted()).toEqual(Object.keys(EVENT_SCOPES).toSorted());
    expect(new Set(read)).toEqual(new Set(subscribed));
  });

  test('asks for the scopes that the methods called and the events need, and for no other', () => {
    const called = [...source.matchAll(/client\.((?:\w+\.)+\w+)\(/g)].map(([, method = '']) => method);
    const methods = new Set(called.filter((method) => method in METHODS));
    // Its own two steps: https://docs.slack.dev/messaging/working-with-files#upload
    if (source.includes('client.filesUploadV2(')) methods.add('files.completeUploadExternal');
    expect([...methods]).toEqual(expect.arrayContaining(['chat.postMessage', 'users.info', 'views.publish']));
    // Looking for a post in doubt reads a channel only where somebody adds the scope by hand; in direct messages it is there.
    methods.delete('conversations.history');
    const needed = new Set([
      'commands',
      ...Object.values(EVENT_SCOPES).flat(),
      ...[...methods].flatMap((method) => METHODS[method]?.scope ?? []),
    ]);
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...needed].sort());
  });

  test('asks for the same scopes as an installation by OAuth', () => {
    expect(SCOPES).toEqual(manifest.oauth_config.scopes.bot);
  });

  test('gives each scope its reason', () => {
    const scopes = parseDocument(text).getIn(['oauth_config', 'scopes', 'bot']) as { items: { comment?: string | null }[] };
    for (const { comment } of scopes.items) expect(comment?.trim()).toMatch(/\w{3}/);
  });

  test.each([
    ['display_information.name', 35],
    ['display_information.description', 140],
    ['features.bot_user.display_name', 80],
    ['features.slash_commands.0.command', 32],
    ['features.shortcuts.0.name', 24],
    ['features.shortcuts.0.description', 150],
  ])('keeps within its limits: %s', (path, most) => {
    // https://docs.slack.dev/reference/app-manifest
    const value = parseDocument(text).getIn(path.split('.').map((key) => (/^\d$/.test(key) ? Number(key) : key)));
    expect(String(value).length).toBeLessThanOrEqual(most);
    expect(value).toBeTypeOf('string');
  });

  test('needs no public address', () => {
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(text.replace(/^\s*#.*$/gm, '')).not.toMatch(/request_url|^ +url:/m);
  });
});
