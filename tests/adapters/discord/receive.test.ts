import type { APIInteraction } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { receiveInteraction } from '../../../src/adapters/discord/receive.ts';

/** An interaction as Discord tells of it, with the least that it may have. */
const told = (fields: object): APIInteraction =>
  ({
    ...{
      id: '1',
      token: 't',
      application_id: '9',
      version: 1,
      channel: { id: '2', type: 0 },
      user: { id: '4', username: 'ann', global_name: 'Ann' },
    },
    ...{ type: 2, data: { id: '1', type: 1, name: 'k8s', options: [{ type: 3, name: 'question', value: 'compare a and b' }] } },
    ...fields,
  }) as unknown as APIInteraction;

function turnOf(fields: object) {
  const received = receiveInteraction(told(fields), 'k8s');
  if (received.kind !== 'turn') throw new Error(`no turn, but ${received.kind}`);
  return received.turn;
}

const inServer = {
  guild_id: '3',
  context: 0,
  user: undefined,
  member: { user: { id: '4', username: 'ann', global_name: 'Ann' }, permissions: '0' },
};

describe('an interaction says', () => {
  test('what is asked for, by the grammar that holds everywhere', () => {
    expect(turnOf({})).toMatchObject({ intent: { command: 'compare', args: { q: 'a and b' } }, typed: 'compare a and b' });
  });

  test('where: in a server, alone with the bot, or among others outside', () => {
    expect(turnOf(inServer).conversation).toMatchObject({ id: 'discord:3:2', space: 'discord:3', isDirect: false });
    expect(turnOf({ context: 1 }).conversation).toEqual({ id: 'discord:user:4', space: 'discord:user:4', isDirect: true });
    expect(turnOf({ context: 2 }).conversation).toMatchObject({ id: 'discord:2', space: 'discord:user:4', isDirect: false });
  });

  test('that the bot cannot post among people outside servers, and where it could', () => {
    expect([inServer, { context: 1 }, { context: 2 }].map((fields) => turnOf(fields).conversation.invite !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
    expect(turnOf({ ...inServer, authorizing_integration_owners: { 0: '3' } }).conversation.invite).toBeUndefined();
  });

  test('where, also in the older form that has no context', () => {
    expect(turnOf({}).conversation.isDirect).toBe(true);
    expect(turnOf({ ...inServer, context: undefined }).conversation).toEqual({ id: 'discord:3:2', space: 'discord:3', isDirect: false });
  });

  test('who: by the name in the server, else as the person is called everywhere, else by the account', () => {
    const named = (member: object) => turnOf({ ...inServer, member: { ...inServer.member, ...member } }).actor.name;
    expect([named({ nick: 'Annie' }), named({}), named({ user: { id: '4', username: 'ann', global_name: null } })]).toEqual([
      'Annie',
      'Ann',
      'ann',
    ]);
  });

  test.each([
    ['nothing', 0n, false],
    ['to manage the server', 1n << 5n, true],
    ['to manage channels', 1n << 4n, true],
    ['everything', 1n << 3n, true],
    ['to manage messages', 1n << 13n, false],
  ])('whether the person decides for others there: who may do %s', async (_what, permissions, canManage) => {
    const { actor } = turnOf({ ...inServer, member: { ...inServer.member, permissions: String(permissions) } });
    expect((await actor.account()).canManage).toBe(canManage);
  });

  test('that alone with the bot everybody decides for themselves', async () => {
    expect((await turnOf({ context: 1 }).actor.account()).canManage).toBe(true);
  });

  test('what was pressed, in which message, and whether others see that', () => {
    const pressed = (flags: number, fields: object = inServer) =>
      turnOf({
        ...fields,
        type: 3,
        data: { custom_id: 'ask?concept=pod&lang=zh', component_type: 2 },
        message: { id: '7', channel_id: '2', flags },
      });
    expect(pressed(0)).toMatchObject({
      intent: { command: 'ask', args: { concept: 'pod', lang: 'zh' } },
      pressed: { isPublic: true, message: '2/7' },
    });
    expect(pressed(64).pressed?.isPublic).toBe(false);
    expect(pressed(0, { context: 1 }).pressed?.isPublic).toBe(false);
  });

  test('what stands in a message whose menu was used, also where an app wrote it', () => {
    const chosen = (message: object) =>
      turnOf({ data: { id: '2', type: 3, name: 'Explain', target_id: '7', resolved: { messages: { 7: message } } } }).intent;
    const embed = { title: 'Alert', description: 'kubelet is down', fields: [{ name: 'where', value: 'a node' }] };
    expect(chosen({ content: 'a Pod', embeds: [embed] })).toEqual({
      command: 'terms',
      args: { text: 'a Pod\nAlert\nkubelet is down\nwhere\na node' },
    });
  });

  test('nothing that we know of', () => {
    expect(receiveInteraction(told({ type: 99 }), 'k8s')).toEqual({ kind: 'other' });
  });
});
