import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { temporaryDir } from '../../support/databases.ts';
import { createTutor } from '../../support/discord/bot.ts';
import { openEndpoint } from '../../support/discord/endpoint.ts';
import { labelsOf, textOf } from '../../support/discord/seen.ts';

describe('over HTTP too', () => {
  test('the terms of a message are explained to whoever asks for it', async () => {
    const { world, people, channel } = await openEndpoint();
    const [ann, bob] = [people.person('Ann', { locale: 'zh-TW' }), people.person('Bob')];
    const said = people.says(bob, channel, 'the kubelet starts a Pod with its ConfigMap');
    const answer = await world.until(people.chooses(ann, channel, 'Explain the terms here', said).answer);
    expect(answer.visibleTo).toBe(ann.id);
    expect(labelsOf(answer)).toEqual(expect.arrayContaining(['kubelet', 'ConfigMap']));
  });

  test('a modal is opened by a press, and what is written into it is answered in its place', async () => {
    const { inbox, reviews, close } = await openStore(temporaryDir(), { as: 'tool', now: () => new Date() });
    onTestFinished(close);
    const { world, people, channel, incidents } = await openEndpoint({ bot: createTutor({ inbox, reviews }).bot });
    const ann = people.person('Ann');
    const answer = await world.until(people.types(ann, channel, 'what is kubelet').answer);
    const asked = await world.until(people.presses(ann, answer, 'Was this right?').answer);
    const press = people.presses(ann, asked, 'It is wrong');
    await world.until(() => press.modal);
    const told = await world.until(people.submits(ann, press, 'It does more than that.').answer);
    expect([told.id, told.visibleTo, textOf(told)]).toEqual([asked.id, ann.id, expect.stringContaining('in doubt')]);
    expect(incidents).toEqual([]);
  });

  test('a direct message is answered where it stays, and a server without the bot hears how to take it in', async () => {
    const { world, people } = await openEndpoint();
    const ann = people.person('Ann');
    const direct = await world.until(people.types(ann, world.directChannel(ann.id), 'what is kubelet').answer);
    expect(direct.visibleTo).toBeUndefined();
    const { guild, channel } = world.addGuild('Elsewhere');
    world.guilds.delete(guild.id);
    for (const text of ['daily 09:30', 'daily now']) {
      const told = await world.until(people.types(ann, channel, text).answer);
      expect([told.visibleTo, textOf(told)]).toEqual([ann.id, expect.stringContaining('discord.com/oauth2/authorize')]);
    }
  });
});
