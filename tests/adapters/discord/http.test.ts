import { describe, expect, test } from 'vitest';
import { openEndpoint } from '../../support/discord/endpoint.ts';
import { labelsOf, textOf } from '../../support/discord/seen.ts';
import { slowBot } from '../../support/discord/slow-bot.ts';
import { PNG, stepper } from '../../support/pictures.ts';

describe('over HTTP', () => {
  test('a question is answered in the response itself, without the gateway', async () => {
    const { world, people, channel, log, gateway, told, adapter } = await openEndpoint();
    const ann = people.person('Ann', { locale: 'zh-CN' });
    const first = await world.until(people.types(ann, channel, 'kubelet').answer);
    expect(textOf(first)).toContain('每个节点上的代理程序');
    const next = await world.until(people.presses(ann, first, 'Pod').answer);
    expect(next.id).toBe(first.id);
    const typing = people.completes(ann, channel, '节');
    expect((await world.until(() => typing.choices)).map(({ value }) => value)).toContain('节点');
    expect(log.filter((request) => request.includes('callback'))).toEqual([]);
    expect(gateway.counts().identified).toBe(0);
    expect(told.at(-1)).toMatch(/mentions and direct messages come over the gateway only/);
    expect(adapter.isReady()).toBe(true);
  });

  test('a shared answer is deleted in three steps, none of which overtakes the first', async () => {
    const { world, people, channel, incidents, log } = await openEndpoint();
    const ann = people.person('Ann');
    const first = await world.until(people.types(ann, channel, 'kubelet').answer);
    const shared = await world.until(people.presses(ann, first, 'Share here').answer);
    expect(labelsOf(shared)).toContain('Delete');
    people.presses(ann, shared, 'Delete');
    await world.until(() => world.seenBy(ann, channel).some((message) => textOf(message).includes('Deleted.')));
    expect(world.seenBy(ann, channel)).not.toContain(shared);
    // The API answers when the first step holds; a response may still be on its way when the second is there.
    expect(log.slice(-3).map((request) => request.replace(/\d{5,}[^/]*|token-[^/]*/g, '…'))).toEqual([
      'POST /interactions/…/…/callback',
      'DELETE /webhooks/…/…/messages/@original',
      'POST /webhooks/…/…',
    ]);
    expect(incidents).toEqual([]);
  });

  test('an answer that takes its time is announced, and given later', async () => {
    const slow = slowBot();
    const { world, people, channel } = await openEndpoint({ bot: slow.bot, patienceMs: 1 });
    const asked = people.types(people.person('Ann'), channel, 'kubelet');
    await world.until(() => asked.ack === 5);
    slow.answerNow();
    expect(textOf(await world.until(asked.answer))).toContain('The agent');
  });

  test('what still comes in while the bot waits for an answer before it stops is answered too', async () => {
    const slow = slowBot();
    const { world, people, channel, adapter } = await openEndpoint({ bot: slow.bot });
    const [ann, bob] = [people.person('Ann'), people.person('Bob')];
    const first = people.types(ann, channel, 'kubelet');
    await slow.asked();
    const stopped = adapter.stop();
    const second = people.types(bob, channel, 'kubelet');
    slow.answerNow();
    slow.answerNow();
    for (const asked of [first, second]) expect(textOf(await world.until(asked.answer))).toContain('The agent');
    await stopped;
    expect(adapter.isReady()).toBe(false);
  });

  test('files come with the response', async () => {
    const reply = { summary: 'x', blocks: [{ kind: 'file', name: 'all.csv', text: 'a,b' } as const] };
    const bot = { reply: async () => reply, audienceOf: () => 'actor' as const, formFor: () => undefined, suggest: () => [] };
    const { world, people, channel } = await openEndpoint({ bot });
    const answer = await world.until(people.types(people.person('Ann'), channel, 'export').answer);
    expect(answer.files).toEqual([{ name: 'all.csv', text: 'a,b' }]);
  });

  test('pictures come byte by byte with the response', async () => {
    const { world, people, channel } = await openEndpoint({ bot: stepper, draw: async () => ({ png: PNG, width: 1, height: 1 }) });
    const answer = await world.until(people.types(people.person('Ann'), channel, 'x').answer);
    expect(answer.files).toEqual([{ name: 'picture.png', text: PNG.toString() }]);
    expect(answer.attachments).toMatchObject([{ description: 'The picture of step 1.' }]);
  });

  test('a ping is answered, as Discord asks when the address is entered', async () => {
    const { webhook, url } = await openEndpoint();
    const response = await webhook.post(url, { type: 1 });
    expect([response.status, await response.json()]).toEqual([200, { type: 1 }]);
  });

  test('what Discord has not signed is refused', async () => {
    const { webhook, url } = await openEndpoint();
    expect((await webhook.post(url, { type: 1 }, { forged: true })).status).toBe(401);
    expect((await fetch(url, { method: 'POST', body: '{"type":1}' })).status).toBe(401);
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(1_000_001) })).status).toBe(413);
  });

  test('what no one can read is refused, and the bot lives on', async () => {
    const { webhook, url } = await openEndpoint();
    expect((await webhook.post(url, { type: 99 })).status).toBe(202);
    expect((await webhook.post(url, { type: 1 })).status).toBe(200);
  });
});
