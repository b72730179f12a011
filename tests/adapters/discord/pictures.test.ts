import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { openBotInServer } from '../../support/discord/bot.ts';
import { bareClient } from '../../support/discord/client.ts';
import { partsOf } from '../../support/discord/rules.ts';
import { textOf } from '../../support/discord/seen.ts';
import type { Message } from '../../support/discord/world.ts';
import { quickPencil, slowPencil, stepper, stepWithPicture } from '../../support/pictures.ts';

const galleryOf = ({ components }: Message) => partsOf(components ?? []).filter(({ type }) => type === ComponentType.MediaGallery);
const hasPicture = (message: Message | undefined) => message && galleryOf(message).length > 0 && message;

describe('a reply with a picture', () => {
  test('comes with the file, shown and described, and without the text that stands for it', async () => {
    const { world, people, channel } = await openBotInServer({ bot: stepper, draw: quickPencil });
    const answer = await world.until(people.types(people.person('Ann'), channel, 'x').answer);
    expect(galleryOf(answer)).toMatchObject([
      { items: [{ media: { url: 'attachment://picture.png' }, description: 'The picture of step 1.' }] },
    ]);
    expect(answer.files).toMatchObject([{ name: 'picture.png' }]);
    expect(answer.files[0]?.text).toContain('"theme":"dark"');
    expect(answer.attachments).toEqual([{ id: '0', filename: 'picture.png', description: 'The picture of step 1.' }]);
    expect(textOf(answer)).not.toContain('text of step 1');
  });

  test('goes on in the same message, in which the picture before is dropped', async () => {
    const { world, people, channel } = await openBotInServer({ bot: stepper, draw: quickPencil });
    const ann = people.person('Ann');
    const first = await world.until(people.types(ann, channel, 'x').answer);
    const pressed = people.presses(ann, first, 'Next');
    const second = await world.until(() => pressed.ack !== undefined && pressed.answer());
    expect(second.id).toBe(first.id);
    expect(second.files).toHaveLength(1);
    expect(second.files[0]?.text).toContain('a --> b2');
    const plain = people.presses(ann, second, 'Plain');
    const third = await world.until(() => plain.ack !== undefined && plain.answer());
    expect([third.id, third.files]).toEqual([first.id, []]);
  });

  test('says its text in time where the picture is late, and shows the picture once it is there', async () => {
    const { draw, finish } = slowPencil();
    const { world, people, channel, incidents } = await openBotInServer({ bot: stepper, draw, patienceMs: 20 });
    const asked = people.types(people.person('Ann'), channel, 'x');
    const text = await world.until(asked.answer);
    expect(textOf(text)).toContain('text of step 1');
    finish();
    const shown = await world.until(() => hasPicture(asked.answer()));
    expect(textOf(shown)).not.toContain('text of step 1');
    expect(incidents).toEqual([]);
  });

  test('that is late does not take the place of what was asked for since', async () => {
    const { draw, finish } = slowPencil();
    const { world, people, channel, log, adapter } = await openBotInServer({ bot: stepper, draw, patienceMs: 20 });
    const ann = people.person('Ann');
    const first = await world.until(people.types(ann, channel, 'x').answer);
    const pressed = people.presses(ann, first, 'Plain');
    await world.until(() => pressed.ack !== undefined);
    finish();
    await adapter.stop();
    expect(textOf(pressed.answer() as Message)).toContain('no picture here');
    expect(log.filter((call) => call.startsWith('PATCH'))).toEqual([]);
  });

  test('is said in text where it cannot be drawn', async () => {
    const { world, people, channel } = await openBotInServer({ bot: stepper, draw: async () => undefined });
    const answer = await world.until(people.types(people.person('Ann'), channel, 'x').answer);
    expect([textOf(answer), answer.files]).toEqual([expect.stringContaining('text of step 1'), []]);
  });

  test('is posted, and edited, with its picture', async () => {
    const { world, channel, guild, adapter } = await openBotInServer({ bot: stepper, draw: quickPencil });
    const ref = await adapter.poster.post(`discord:${guild.id}:${channel.id}`, stepWithPicture(1), 'quiz:1');
    await adapter.poster.edit(ref, stepWithPicture(2));
    const [message] = [...world.channels.values()].flatMap(({ messages }) => [...messages.values()]);
    expect(message?.files.map(({ text }) => /b\d/.exec(text)?.[0])).toEqual(['b2']);
  });

  test('answers a mention with its picture', async () => {
    const { world, people, channel } = await openBotInServer({ bot: stepper, draw: quickPencil });
    people.says(people.person('Ann'), channel, `<@${world.application.id}> x`);
    await world.until(() => [...channel.messages.values()].some((message) => hasPicture(message)));
  });
});

describe('our Discord', () => {
  test('keeps the files of a message that is edited without a list of attachments, and refuses those that nothing shows', async () => {
    const discord = await openBotInServer({ bot: stepper, draw: quickPencil });
    const { channel, guild, adapter } = discord;
    await adapter.poster.post(`discord:${guild.id}:${channel.id}`, stepWithPicture(1), 'quiz:1');
    const [message] = [...channel.messages.values()];
    const call = bareClient(discord);
    const components = [{ type: ComponentType.TextDisplay, content: 'no picture' }];
    expect(await call(`PATCH /channels/${channel.id}/messages/${message?.id}`, { components })).toMatchObject({ status: 400 });
    expect(await call(`PATCH /channels/${channel.id}/messages/${message?.id}`, { components, attachments: [] })).toMatchObject({
      status: 200,
    });
  });
});
