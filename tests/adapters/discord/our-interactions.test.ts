import { describe, expect, test } from 'vitest';
import { opened } from '../../support/discord/opened.ts';

const MESSAGE = 4;
const LOADING = 5;
const LATER = 6;
const UPDATE = 7;
const CHOICES = 8;
const said = (content: string, flags = 0) => ({ type: MESSAGE, data: { content, flags } });

describe('an interaction', () => {
  test('must be answered within 3 seconds', async () => {
    const { asks, later } = await opened();
    const [inTime, tooLate] = [asks(), asks()];
    later(3_000);
    expect((await inTime.respond(said('a'))).status).toBe(204);
    later(1);
    expect(await tooLate.respond(said('a'))).toMatchObject({ status: 404, body: { code: 10062 } });
  });

  test('is answered once only', async () => {
    const { respond } = (await opened()).asks();
    await respond(said('a'));
    expect(await respond(said('b'))).toMatchObject({ status: 400, body: { code: 40060 } });
  });

  test('is known by its id and its token', async () => {
    const { call, asks } = await opened();
    const { asked } = asks();
    expect(await call(`POST /interactions/${asked.id}/wrong/callback`, said('a'))).toMatchObject({ status: 404, body: { code: 10062 } });
  });

  test('has a token that holds for 15 minutes, and opens nothing before the first response', async () => {
    const { call, asks, later } = await opened();
    const { respond, webhook } = asks();
    expect(await call(`POST ${webhook}`, { content: 'a' })).toMatchObject({ status: 404, body: { code: 10015 } });
    await respond(said('a'));
    later(15 * 60_000);
    expect((await call(`PATCH ${webhook}/messages/@original`, { content: 'b' })).status).toBe(200);
    later(1);
    expect(await call(`PATCH ${webhook}/messages/@original`, { content: 'c' })).toMatchObject({ status: 401, body: { code: 50027 } });
    expect(await call(`POST ${webhook}`, { content: 'd' })).toMatchObject({ status: 401, body: { code: 50027 } });
  });

  test('that was deferred becomes a message of the audience that was announced', async () => {
    const { world, channel, ann, people, call, asks } = await opened();
    const { respond, webhook } = asks();
    await respond({ type: LOADING, data: { flags: 64 } });
    await call(`PATCH ${webhook}/messages/@original`, { content: 'a' });
    expect(world.seenBy(ann, channel)).toHaveLength(1);
    expect(world.seenBy(people.person('Bob'), channel)).toEqual([]);
  });

  test('that is no press updates nothing, and one that is no typing takes no choices', async () => {
    const { asks } = await opened();
    for (const type of [LATER, UPDATE]) expect(await asks().respond({ type })).toMatchObject({ status: 400, body: { code: 50035 } });
    expect((await asks().respond({ type: CHOICES, data: { choices: [] } })).status).toBe(400);
  });

  test('of typing takes 25 choices within 3 seconds', async () => {
    const { people, ann, channel, call, later } = await opened();
    const typing = people.completes(ann, channel, 'x');
    const respond = (count: number) =>
      call(`POST /interactions/${typing.id}/${typing.token}/callback`, {
        type: CHOICES,
        data: { choices: Array.from({ length: count }, (_, at) => ({ name: `c${at}`, value: `c${at}` })) },
      });
    expect((await respond(26)).status).toBe(400);
    later(3_001);
    expect(await respond(25)).toMatchObject({ body: { code: 10062 } });
  });

  test('cannot come from a button that the person does not see', async () => {
    const { world, channel, ann, people, asks } = await opened();
    const row = { type: 1, components: [{ type: 2, style: 2, custom_id: 'x', label: 'X' }] };
    await asks().respond({ type: MESSAGE, data: { content: 'a', flags: 64, components: [row] } });
    const [message] = world.seenBy(ann, channel);
    expect(() => message && people.presses(people.person('Bob'), message, 'X')).toThrow('Bob sees no button');
  });
});

describe('commands', () => {
  const ask = { name: 'k8s', description: 'd' };

  test.each([
    ['capitals in a name', [{ ...ask, name: 'K8s' }]],
    ['a space in a name', [{ ...ask, name: 'k 8s' }]],
    ['capitals in a localised name', [{ ...ask, name_localizations: { 'zh-CN': 'K' } }]],
    ['no description', [{ name: 'k8s' }]],
    ['a menu command with a description', [{ ...ask, type: 3 }]],
    ['two of one name', [ask, ask]],
    ['a description of 101 characters', [{ ...ask, description: 'd'.repeat(101) }]],
    ['something unknown', [{ ...ask, wings: 2 }]],
  ])('are refused with %s', async (_what, commands) => {
    const { call, app } = await opened();
    expect((await call(`PUT /applications/${app}/commands`, commands)).status).toBe(400);
  });

  test('take the place of those before, in one scope, and show their localisations where asked', async () => {
    const { call, app, guild } = await opened();
    await call(`PUT /applications/${app}/commands`, [ask, { ...ask, name: 'old' }]);
    await call(`PUT /applications/${app}/commands`, [{ ...ask, description_localizations: { 'zh-CN': '查' } }]);
    const [short] = (await call(`GET /applications/${app}/commands`)).body as unknown as object[];
    const [full] = (await call(`GET /applications/${app}/commands?with_localizations=true`)).body as unknown as object[];
    expect([short, full]).toMatchObject([{ name: 'k8s' }, { description_localizations: { 'zh-CN': '查' } }]);
    expect(short).not.toHaveProperty('description_localizations');
    expect((await call(`GET /applications/${app}/guilds/${guild.id}/commands`)).body).toEqual([]);
    expect((await call(`PUT /applications/${app}/guilds/1/commands`, [ask])).body.code).toBe(50001);
  });
});
