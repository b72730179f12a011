import { expect, test } from 'vitest';
import { pictureAt } from '../../../src/adapters/web/gallery.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { PNG, slowPencil, stepWithPicture } from '../../support/pictures.ts';
import { botOnWeb } from '../../support/web/bot-on-web.ts';
import { elementsIn, shows, visit } from '../../support/web/visitor.ts';

/** The pictures that a visitor is shown on a platform, after something with one was posted. */
async function posted(reply: Reply, world: Parameters<typeof botOnWeb>[0] = {}) {
  const { address, adapter } = await botOnWeb(world);
  const visitor = await visit(address);
  await adapter.poster.post(`web:${visitor.room}:team`, reply, 'one');
  await visitor.until('ann', '[Next]');
  const message = visitor.sees('ann')[0];
  if (!message) throw new Error('nothing was posted');
  const on = (view: 'slack' | 'discord') =>
    elementsIn(message.views?.[view] ?? []).flatMap((element) => (element.tag === 'img' ? [element] : []));
  const fetched = (src: string, cookie = visitor.cookie) => fetch(`${address}${src}`, { headers: { cookie } });
  return { message, slack: on('slack'), discord: on('discord'), fetched };
}

test('a picture is shown as each platform gets it: light on Slack, dark on Discord, in words as plain text', async () => {
  const { message, slack, discord, fetched } = await posted(stepWithPicture(1));
  expect([slack, discord].map((images) => images.map(({ alt }) => alt))).toEqual([['The picture of step 1.'], ['The picture of step 1.']]);
  expect(shows(message, 'plain')).toContain('text of step 1');
  for (const [images, theme] of [
    [slack, 'light'],
    [discord, 'dark'],
  ] as const) {
    const response = await fetched(images[0]?.src ?? '');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(bytes.subarray(0, PNG.length).equals(PNG)).toBe(true);
    expect(bytes.subarray(PNG.length).toString()).toContain(`"theme":"${theme}"`);
  }
});

test('a picture that cannot be drawn is shown in words', async () => {
  const { message, slack, discord } = await posted(stepWithPicture(1), { draw: async () => undefined });
  expect([slack, discord]).toEqual([[], []]);
  for (const view of ['slack', 'discord', 'plain'] as const) expect(shows(message, view)).toContain('text of step 1');
});

test('an answer does not wait long for its picture, which comes when it is drawn', async () => {
  const { draw, finish } = slowPencil();
  const { address, adapter } = await botOnWeb({ draw });
  const { room, until, sees } = await visit(address);
  const posting = adapter.poster.post(`web:${room}:team`, stepWithPicture(1), 'one');
  await until('ann', 'text of step 1');
  finish();
  await until('ann', 'The picture of step 1.');
  await posting;
  expect(sees('ann')).toHaveLength(1);
});

test('pictures are shown to visitors, and none but those that were made', async () => {
  const { slack, fetched } = await posted(stepWithPicture(1));
  expect((await fetched(slack[0]?.src ?? '', '')).status).toBe(404);
  expect((await fetched('/web/picture?id=other')).status).toBe(404);
});

test('a picture is as large as a chat shows it, and no larger than its box', () => {
  const sizeOf = (width: number, height: number) => pictureAt(`/web/picture?w=${width}&h=${height}`, 'a');
  expect(sizeOf(2200, 960)).toMatchObject({ width: 550, height: 240 });
  expect(sizeOf(1000, 1920)).toMatchObject({ width: 250, height: 480 });
  expect(pictureAt('/web/picture?id=a&w=1001&h=400', 'a')).toEqual({
    tag: 'img',
    src: '/web/picture?id=a&w=1001&h=400',
    alt: 'a',
    width: 501,
    height: 200,
  });
});
