import { describe, expect, test } from 'vitest';
import { createRooms, isFirst, MOST_MESSAGES, MOST_ROOMS, placeOf } from '../../../src/adapters/web/rooms.ts';
import { botOnWeb } from '../../support/web/bot-on-web.ts';
import { shows, visit } from '../../support/web/visitor.ts';

describe('rooms', () => {
  test('are as many as are looked at, and a number of others', () => {
    const rooms = createRooms('en');
    const lookedAt = rooms.open('first');
    lookedAt.pages.add(() => {});
    for (let room = 0; room < MOST_ROOMS + 10; room++) rooms.open(`room-${room}`);
    const ids = [...rooms.all()].map(({ id }) => id);
    expect(ids).toHaveLength(MOST_ROOMS);
    expect(ids).toContain('first');
    expect(ids).toContain(`room-${MOST_ROOMS + 9}`);
    expect(ids).not.toContain('room-0');
  });

  test('know a turn that comes twice, and remember a number of them', () => {
    const room = createRooms('en').open('r');
    expect([isFirst(room, 'a'), isFirst(room, 'a')]).toEqual([true, false]);
    for (let turn = 0; turn < 1_000; turn++) isFirst(room, String(turn));
    expect(room.taken.size).toBeLessThanOrEqual(200);
  });

  test.each(['web:r:team', `slack:${'a'.repeat(22)}:team`, `web:${'a'.repeat(22)}`, `web:${'a'.repeat(22)}:root`, 'web'])(
    '%s is no place in one',
    (conversation) => {
      expect(placeOf(conversation as 'web:x')).toBeUndefined();
    },
  );

  test('are each their visitor’s own', async () => {
    const { address } = await botOnWeb();
    const [one, other] = [await visit(address), await visit(address)];
    await one.says('ann', 'what is kubelet');
    await one.presses('ann', 'Share here');
    await one.until('bob', 'Shared by Ann');
    await other.says('ann', 'lang en');
    await other.until('ann', 'I will answer you in English.');
    expect(other.seesText('bob')).not.toContain('Shared by');
  });

  test('show at most so many messages, and those who come later all of them', async () => {
    const { address, adapter } = await botOnWeb();
    const { room, cookie, sees, until } = await visit(address);
    for (let post = 0; post <= MOST_MESSAGES; post++) {
      await adapter.poster.post(`web:${room}:team`, { summary: 's', blocks: [{ kind: 'prose', text: `post ${post}.` }] }, String(post));
    }
    await until('ann', `post ${MOST_MESSAGES}.`);
    const later = await visit(address, { cookie });
    await later.until('ann', `post ${MOST_MESSAGES}.`);
    expect(later.sees('ann').map((message) => shows(message))).toEqual(sees('ann').map((message) => shows(message)));
    expect(sees('ann')).toHaveLength(MOST_MESSAGES);
    expect(sees('ann').some((message) => shows(message) === 'post 0.')).toBe(false);
  });
});

describe('a post', () => {
  const notice = (text: string) => ({ summary: text, blocks: [{ kind: 'prose', text } as const] });

  test('comes back where a restart has lost it, when it is edited next', async () => {
    const { address, adapter } = await botOnWeb();
    const { room, until, sees } = await visit(address);
    await adapter.poster.edit(`web:${room}:team/post-quiz`, notice('over'));
    await until('ann', 'over');
    const key = 'quiz';
    expect(await adapter.poster.find(`web:${room}:team`, key, new Date(0))).toEqual({
      kind: 'found',
      message: `web:${room}:team/post-quiz`,
    });
    await adapter.poster.post(`web:${room}:team`, notice('again'), key);
    await until('ann', 'again');
    expect(sees('ann')).toHaveLength(1);
  });

  test('to one person is seen by them alone, in their direct messages', async () => {
    const { address, adapter } = await botOnWeb();
    const { room, until, seesText } = await visit(address);
    await adapter.poster.post(`web:${room}:lin`, notice('due'), 'remind');
    await until('lin', 'due', 'direct');
    expect([seesText('bob', 'direct'), seesText('lin', 'team')]).toEqual(['', '']);
  });
});
