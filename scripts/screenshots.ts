import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openPlayground, serveBeside } from '../src/cli/playground.ts';
import type { Bot } from '../src/core/bot.ts';
import { LANGUAGES } from '../src/core/content/schema.ts';
import type { Reply } from '../src/core/reply.ts';
import { createPictures } from '../src/pictures/index.ts';
import { configFor } from '../tests/support/config.ts';
import type { AtEnd } from '../tests/support/databases.ts';
import { SCENES } from '../tests/support/samples/scenes.ts';
import { ask, CHROMIUM, choose, NEEDS_CHROMIUM, openPage, startBrowser } from './chromium.ts';

const PICTURES = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const PHONE = { width: 390, height: 760 };
/** Nothing of an answer is below the edge. */
const LONG_PHONE = { width: 390, height: 3_600 };

/** What is typed and pressed for the pictures of the README in each language, and how their names end. */
const FIRST_MINUTE = {
  en: {
    locale: 'en-GB',
    ending: '',
    flow: 'flow apply',
    next: 'Next ▸',
    question: 'waht is Kublet',
    alone: 'Direct message',
    quiz: 'quiz 1 docker',
  },
  zh: {
    locale: 'zh-CN',
    ending: '.zh',
    flow: '流程 apply',
    next: '下一步 ▸',
    question: '命名空见是干啥的',
    alone: '私聊',
    quiz: '测验 1 docker',
  },
} as const;

/** Does something that the bot answers, and waits until the answer stands there with its pictures. */
async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const taken = page.waitForResponse((response) => response.url().endsWith('/web/turn'));
  await act();
  await taken;
  // What is said comes by another connection, a moment earlier or later.
  await wait(200);
  await picturesOf(page);
}

const shoot = (page: Page, name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`) });
const tell = (page: Page, text: string) => answered(page, () => ask(page, text));
const press = (page: Page, name: string) => answered(page, () => page.getByRole('button', { name, exact: true }).last().click());

/** Waits for the pictures of the messages. */
const picturesOf = (page: Page) => page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');

/** The page on a screen, and on a phone an answer and a question of a quiz: for the README in one language. */
async function firstMinute(browser: Browser, address: string, language: keyof typeof FIRST_MINUTE): Promise<void> {
  const { locale, ending, flow, next, question, alone, quiz } = FIRST_MINUTE[language];
  const screen = await openPage(browser, address, { width: 1100, height: 900, locale });
  await tell(screen, flow);
  await press(screen, next);
  await shoot(screen, `playground${ending}`);

  const phone = await openPage(browser, address, { ...PHONE, locale });
  await tell(phone, question);
  await shoot(phone, `first-minute-1-ask${ending}`);
  await choose(phone, alone);
  await phone.getByRole('tab', { name: 'Discord' }).click();
  await tell(phone, quiz);
  await press(phone, 'A');
  await shoot(phone, `first-minute-2-quiz${ending}`);
}

/** A card to review, which both show in Chinese. */
async function reviewing(browser: Browser, address: string): Promise<void> {
  const phone = await openPage(browser, address, { ...PHONE, theme: 'dark', locale: 'zh-CN' });
  await choose(phone, '私聊');
  await tell(phone, '复习');
  await press(phone, '看答案');
  await shoot(phone, 'first-minute-3-review');
}

/** Every sample reply on each platform, in both languages, as wide as a phone. */
async function samples(browser: Browser, folder: string, atEnd: AtEnd): Promise<void> {
  const { address, shows } = await openStage(atEnd);
  for (const language of LANGUAGES) {
    const page = await openPage(browser, address, { ...LONG_PHONE, locale: language, theme: language === 'zh' ? 'dark' : 'light' });
    for (const { play } of SCENES) {
      for (const { name, reply } of await play(language, atEnd)) {
        shows(reply);
        await tell(page, name);
        for (const view of ['slack', 'discord', 'plain']) {
          await page.locator(`#view-${view}`).click();
          await picturesOf(page);
          await page
            .locator('.from-bot')
            .last()
            .screenshot({ path: join(folder, `${name}-${view}.png`) });
        }
      }
    }
  }
}

/** A page on which the bot says what it is told to say. */
async function openStage(atEnd: AtEnd) {
  let next: Reply | undefined;
  const bot: Bot = {
    reply: async () => next ?? { summary: '', blocks: [] },
    audienceOf: () => 'actor',
    formFor: () => undefined,
    suggest: () => [],
  };
  const pictures = createPictures();
  const config = { ...configFor({ dataDir: tmpdir() }), web: { publicUrl: undefined, secretKey: 'the page is for us alone' } };
  const stage = await serveBeside(await openPlayground(bot, config, pictures.draw), '127.0.0.1');
  if (!stage) throw new Error('the stage did not open');
  atEnd(pictures.close);
  atEnd(stage.stop);
  return {
    address: stage.address,
    shows(reply: Reply): void {
      next = reply;
    },
  };
}

/** Runs the playground on the shipped notes, with nothing remembered. */
async function startPlayground() {
  const dataDir = await mkdtemp(join(tmpdir(), 'kubetutor-'));
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const ready = Promise.withResolvers<void>();
  child.on('exit', () => ready.resolve());
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.includes('Ready on web.')) ready.resolve();
  });
  await ready.promise;
  const address = /playground is at (http:[^"\s]+)/.exec(said)?.[1];
  if (address === undefined) throw new Error(`the playground did not open: ${said}`);
  return {
    address,
    async close() {
      child.kill();
      await once(child, 'exit');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

if (CHROMIUM === undefined) throw new Error(NEEDS_CHROMIUM);
const [folder = await mkdtemp(join(tmpdir(), 'kubetutor-samples-'))] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const [playground, browser] = await Promise.all([startPlayground(), startBrowser()]);
const ends: (() => void | Promise<void>)[] = [];
try {
  await mkdir(PICTURES, { recursive: true });
  // The first picture takes longest.
  await tell(await openPage(browser, playground.address), 'kubelet');
  await firstMinute(browser, playground.address, 'en');
  await firstMinute(browser, playground.address, 'zh');
  await reviewing(browser, playground.address);
  await samples(browser, folder, (end) => void ends.unshift(end));
  process.stdout.write(`${PICTURES}\n${folder}\n`);
} finally {
  await browser.close();
  for (const end of ends) await end();
  await playground.close();
}
