import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPassingPreferences } from '../../src/cli/memory.ts';
import { COMMANDS } from '../../src/core/commands/index.ts';
import type { Language } from '../../src/core/content/schema.ts';
import { StoreError } from '../../src/core/errors.ts';
import { overBudget } from '../../src/core/reply.ts';
import { answer, buttonOf, personCalled, ROOM, textOf, tutorFor } from '../support/bot.ts';

const broken = { knowledge: () => { throw new Error('the index is gone'); } }; // biome-ignore format: one line

describe('the language of an answer', () => {
  const kubelet = answer('kubelet');
  const findings = { 'what is kubelet': kubelet, 'kubelet 是什么': kubelet, kubelet };
  const languageOf = async (text: string, locale?: Language) => (await tutorFor({ findings, locale }).say(text)).outcome?.language;

  test('is that in which the question is put, whatever the account says', async () => {
    expect(await languageOf('what is kubelet', 'zh')).toBe('en');
    expect(await languageOf('kubelet 是什么', 'en')).toBe('zh');
  });

  test('is that of the account where a bare term tells nothing', async () => {
    expect(await languageOf('kubelet', 'zh')).toBe('zh');
    expect(await languageOf('kubelet', 'en')).toBe('en');
  });

  test.each([
    '0/3 nodes are available: 3 Insufficient memory.',
    'The connection to the server localhost:8080 was refused - did you specify the right host or port?',
    'Back-off restarting failed container app in pod web',
  ])('is that of the account for what a program has said, which is English to everyone: %s', async (text) => {
    expect(await languageOf(text, 'zh')).toBe('zh');
    expect(await languageOf(`what does "${text}" mean`, 'zh')).toBe('en');
  });

  test('is that of the bot where nothing is known of the person', async () => {
    expect(await languageOf('kubelet')).toBe('en');
    const chinese = tutorFor({ findings, services: { fallbackLanguage: 'zh' } });
    expect((await chinese.say('kubelet')).outcome?.language).toBe('zh');
  });

  test('is the one that the person has chosen, before all these', async () => {
    const tutor = tutorFor({ findings, locale: 'en' });
    expect((await tutor.say('lang zh')).summary).toBe('好，以后用中文回答你。');
    expect((await tutor.say('what is kubelet')).outcome?.language).toBe('zh');
    await tutor.say('lang en');
    expect((await tutor.say('kubelet 是什么')).outcome?.language).toBe('en');
  });

  test('is the one that a button asks for, for this answer only', async () => {
    const tutor = tutorFor({ findings, locale: 'en' });
    const english = await tutor.say('what is kubelet');
    const chinese = await tutor.press(buttonOf(english, '中文'));
    expect(textOf(chinese)).toContain('每个节点上的代理程序');
    expect(textOf(await tutor.press(buttonOf(chinese, 'English')))).toContain('The agent on every node');
    expect((await tutor.say('kubelet')).outcome?.language).toBe('en');
  });

  test('is told with every answer, be it a mistake or the choice of a language', async () => {
    const tutor = tutorFor({ findings, locale: 'en' });
    expect((await tutor.say('kubelet 是什么')).language).toBe('zh');
    expect((await tutor.say('比较')).language).toBe('zh');
    expect((await tutor.say('help')).language).toBe('en');
    expect((await tutor.say('lang zh')).language).toBe('zh');
  });

  test('is Chinese behind a Chinese word for a command', async () => {
    const tutor = tutorFor({ locale: 'en' });
    expect((await tutor.say('帮助')).summary).toBe('可以这样问我');
    expect((await tutor.say('/k8s 主题')).summary).toContain('笔记讲了');
    expect((await tutor.say('help')).summary).toBe('What you can ask me');
  });
});

describe('a mistake that the person can mend', () => {
  test.each([
    ['lang zh', '', '问点什么吧，例如：Pod 是什么'],
    ['lang en', '', 'Ask me something, for example: what is a Pod'],
  ])('is told word for word in their language (after "%s")', async (setting, q, words) => {
    const tutor = tutorFor();
    await tutor.say(setting);
    const reply = await tutor.press({ intent: { command: 'ask', args: { q } } });
    expect(reply).toEqual({ language: setting.slice(-2), summary: words, blocks: [{ kind: 'caption', text: words }], isPrivate: true });
    expect(tutor.incidents).toEqual([]);
  });

  test.each([
    [{ command: 'launch', args: {} }, 'I do not know this button. Ask again, and use the new ones.'],
    [{ command: 'ask', args: { concept: 'gone' } }, 'That concept is no longer in the notes. Ask for it in your own words.'],
    [{ command: 'ask', args: { concept: 'pod', page: '0' } }, 'I cannot read that. Send “help” to see what I understand.'],
    [{ command: 'compare', args: { a: 'pod', b: 'gone' } }, 'That concept is no longer in the notes. Ask for it in your own words.'],
    [{ command: 'topics', args: { topic: 'gone' } }, 'There is no such topic now. Send “topics” to see them all.'],
    [{ command: 'help', args: { lang: 'constructor' } }, 'I cannot read that. Send “help” to see what I understand.'],
  ])('may be a stale or forged button: %j', async (intent, words) => {
    const tutor = tutorFor();
    expect((await tutor.press({ intent })).summary).toBe(words);
    expect(tutor.incidents).toEqual([]);
  });
});

describe('a bug', () => {
  test('is logged under the number that the person is given', async () => {
    const tutor = tutorFor({ services: broken });
    const reply = await tutor.say('what is kubelet');
    const [incident] = tutor.incidents;
    expect(incident?.error).toEqual(new Error('the index is gone'));
    expect(incident?.id).toMatch(/^[0-9a-z]{7}$/);
    expect(reply.blocks).toEqual([{ kind: 'caption', text: expect.stringMatching(new RegExp(`^Sorry, .*: ${incident?.id}$`)) }]);
    expect(textOf(reply)).not.toContain('index');
  });

  test('is told in the language in which the person wrote', async () => {
    expect((await tutorFor({ services: broken }).say('kubelet 是什么')).summary).toBe('出了点问题。');
  });

  test('in the settings is answered in the language of the account', async () => {
    const preferences = {
      ...createPassingPreferences(),
      languageOf: () => Promise.reject(new Error('no disk')),
      setLanguage: async () => undefined,
    };
    const tutor = tutorFor({ locale: 'zh', services: { preferences } });
    expect((await tutor.say('what is kubelet')).summary).toBe('出了点问题。');
    expect(tutor.incidents).toHaveLength(1);
  });

  test('is answered even where the log itself is broken', async () => {
    const log = { incident: () => { throw new Error('no disk'); } }; // biome-ignore format: one line
    expect((await tutorFor({ services: { ...broken, log } }).say('pod')).summary).toBe('Something went wrong.');
  });
});

describe('a store that fails', () => {
  const failing = (retry: boolean, what: 'read' | 'write') => {
    const fail = () => Promise.reject(new StoreError('The database cannot grow: the disk is full.', { retry }));
    return { ...createPassingPreferences(), languageOf: what === 'read' ? fail : async () => undefined, setLanguage: fail };
  };

  test.each([
    ['lang zh', 'en', 'That was not saved: my memory is out of reach just now. Please try again in a moment.'],
    ['lang en', 'zh', '刚才的没有存上，我的记忆暂时用不了。请过一会儿再试一次。'],
  ] as const)('for now makes the bot ask to try again, and tells the log (%s, %s)', async (text, locale, words) => {
    const tutor = tutorFor({ locale, services: { preferences: failing(true, 'write') } });
    expect(await tutor.say(text)).toMatchObject({ summary: words, blocks: [{ kind: 'caption', text: words }] });
    expect(tutor.incidents.map(({ error }) => error)).toEqual([expect.any(StoreError)]);
  });

  test('for good is an incident', async () => {
    const tutor = tutorFor({ services: { preferences: failing(false, 'write') } });
    const reply = await tutor.say('lang zh');
    expect(reply.summary).toBe('Something went wrong.');
    expect(textOf(reply)).toContain(tutor.incidents[0]?.id);
    expect(textOf(reply)).not.toContain('disk');
  });

  test.each([true, false])('keeps no question from its answer (retry: %s)', async (retry) => {
    const findings = { 'what is kubelet': answer('kubelet') };
    const tutor = tutorFor({ findings, services: { preferences: failing(retry, 'read') } });
    expect((await tutor.say('what is kubelet')).outcome).toMatchObject({ kind: 'answer', concepts: ['kubelet'], language: 'en' });
    expect(tutor.incidents.map(({ error }) => error)).toEqual([expect.any(StoreError)]);
  });
});

describe('a reply', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('zh', 'en', 'pod', 'demo.nodes', '1', '9999', '-1', 'NaN', 'constructor', '__proto__'),
  );
  const key = fc.constantFrom('q', 'concept', 'page', 'lang', 'to', 'a', 'b', 'topic', 'step', 'toString');
  const command = fc.constantFrom(...COMMANDS.map(({ name }) => name), 'constructor', '');

  test('comes for every intent, inside the budget and without a bug', async () => {
    await fc.assert(
      fc.asyncProperty(command, fc.dictionary(key, nasty), async (name, args) => {
        const tutor = tutorFor();
        const reply = await tutor.bot.reply({
          id: 'turn',
          intent: { command: name, args },
          actor: personCalled('Ann'),
          conversation: ROOM,
        });
        expect(overBudget(reply)).toEqual([]);
        expect(reply.summary).not.toBe('');
        expect(tutor.incidents).toEqual([]);
      }),
    );
  });

  test('comes for everything that can be typed', async () => {
    const tutor = tutorFor();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(overBudget(await tutor.say(text))).toEqual([]);
        expect(tutor.incidents).toEqual([]);
      }),
    );
  });
});
