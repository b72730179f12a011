import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/core/content/schema.ts';
import { PlatformError } from '../../src/core/errors.ts';
import { wordsIn } from '../../src/core/i18n/words.ts';
import type { ConversationId } from '../../src/core/places.ts';
import type { Adapter } from '../../src/core/ports.ts';
import { MOST_TURNS } from '../../src/core/rate-guard.ts';
import type { Reply } from '../../src/core/reply.ts';

/** A bot on the fixture's notes, on one platform, with two people in one channel of it. */
export interface AdapterDriver {
  readonly adapter: Adapter;
  readonly channel: ConversationId;
  /** A channel that is not there. */
  readonly nowhere: ConversationId;
  /** Ann asks in the channel, by the platform's command. */
  asks(text: string): Promise<void>;
  /** A person presses the newest button with a label that they see. */
  presses(who: 'ann' | 'bob', label: string): Promise<void>;
  /** Ann presses a button that holds something else than what we put into it. */
  pressesForged(value: string): Promise<void>;
  /** The platform delivers Ann's last question once more. */
  repeats(): Promise<void>;
  /** All that a person sees of the bot in the channel. */
  sees(who: 'ann' | 'bob'): string;
  /** Waits until a person sees a text. */
  until(who: 'ann' | 'bob', text: string): Promise<void>;
  /** Stops as the program does at its end. */
  stop(): Promise<void>;
}

const notice = (text: string): Reply => ({ summary: text, blocks: [{ kind: 'caption', text }] });

/** What any platform's adapter must do. Call it once for each platform, and each way to be connected. */
export function adapterContract(name: string, open: () => Promise<AdapterDriver>) {
  describe(`${name} keeps the adapter contract`, () => {
    test('its ids begin with its name', async () => {
      const { adapter, channel } = await open();
      expect(channel.split(':')[0]).toBe(adapter.platform);
    });

    test('it is ready while people can talk to the bot', async () => {
      const { adapter, stop } = await open();
      expect(adapter.isReady()).toBe(true);
      await stop();
      expect(adapter.isReady()).toBe(false);
    });

    test('an answer is seen by the one who asked, until it is shared', async () => {
      const driver = await open();
      await driver.asks('what is kubelet');
      await driver.until('ann', 'The agent on every node');
      expect(driver.sees('bob')).not.toContain('The agent on every node');
      await driver.presses('ann', 'Share here');
      await driver.until('bob', 'The agent on every node');
    });

    test('what is shared stays as it is when others press its buttons, and goes when its owner deletes it', async () => {
      const driver = await open();
      await driver.asks('what is kubelet');
      await driver.until('ann', 'Share here');
      await driver.presses('ann', 'Share here');
      await driver.until('bob', 'Shared by');
      await driver.presses('bob', '中文');
      await driver.until('bob', '每个节点上的代理程序');
      expect(driver.sees('bob')).toContain('The agent on every node');
      await driver.presses('bob', 'Delete');
      await driver.until('bob', 'Only the person who shared this');
      await driver.presses('ann', 'Delete');
      await driver.until('ann', 'Deleted.');
      expect(driver.sees('bob')).not.toContain('Shared by');
    });

    test('a button that goes on changes the message in which it stands', async () => {
      const driver = await open();
      await driver.asks('what is kubelet');
      await driver.until('ann', 'The agent on every node');
      await driver.presses('ann', 'Pod');
      await driver.until('ann', 'The smallest unit');
      expect(driver.sees('ann')).not.toContain('The agent on every node');
    });

    test('a forged button is answered kindly', async () => {
      const driver = await open();
      await driver.asks('what is kubelet');
      await driver.until('ann', 'The agent on every node');
      await driver.pressesForged('drop?table=learner');
      await driver.until('ann', 'I do not know this button.');
    });

    test('what is delivered twice is answered once', async () => {
      const driver = await open();
      await driver.asks('what is kubelet');
      await driver.until('ann', 'The agent on every node');
      await driver.repeats();
      await driver.asks('lang en');
      await driver.until('ann', 'I will answer you in English.');
      expect(driver.sees('ann').split('The agent on every node').length - 1).toBe(1);
    });

    test('whoever takes too many turns is told a kind no, alone and in their language; others are answered as ever', async () => {
      const { asks, presses, sees, until } = await open();
      await asks('what is kubelet');
      await until('ann', 'Share here');
      await presses('ann', 'Share here');
      await until('bob', 'Shared by');
      for (let turn = 2; turn < MOST_TURNS; turn++) await asks('help');
      await asks('Pod 是什么');
      await until('ann', wordsIn('zh').tooFast);
      await presses('ann', 'Share here');
      await until('ann', wordsIn('en').tooFast);
      await presses('bob', '中文');
      await until('bob', '每个节点上的代理程序');
      for (const language of LANGUAGES) expect(sees('bob')).not.toContain(wordsIn(language).tooFast);
    });

    test('what is posted is seen by all, found by its key, and edited', async () => {
      const { adapter, channel, until, sees } = await open();
      const posted = await adapter.poster.post(channel, notice('the quiz of today'), 'quiz:1');
      await until('bob', 'the quiz of today');
      const found = await adapter.poster.find(channel, 'quiz:1', new Date(0));
      expect([{ kind: 'found', message: posted }, { kind: 'unsure' }]).toContainEqual(found);
      expect((await adapter.poster.find(channel, 'quiz:2', new Date(0))).kind).not.toBe('found');
      await adapter.poster.edit(posted, notice('the quiz is over'));
      await until('bob', 'the quiz is over');
      expect(sees('bob')).not.toContain('the quiz of today');
    });

    test('where one cannot post, that is told with its reason', async () => {
      const { adapter, nowhere } = await open();
      const refused = adapter.poster.post(nowhere, notice('x'), 'quiz:1');
      await expect(refused).rejects.toThrow(PlatformError);
      await expect(refused).rejects.toMatchObject({ refusal: { kind: 'gone' } });
    });
  });
}
