import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { ask, CHROMIUM, choose, NEEDS_CHROMIUM, openPage, startBrowser } from './chromium.ts';

const PICTURES = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const PHONE = { width: 390, height: 760 };
/** Nothing of an answer is below the edge. */
const LONG_PHONE = { width: 390, height: 3_600 };

/** What is asked for the pictures of every sample reply. */
const SAMPLES = {
  en: [
    'what is kubelet',
    'waht is Kublet',
    'compare Secret and ConfigMap',
    'container or image',
    'who wins the world cup',
    'help',
    'topics',
    'path',
    'story',
    'flow apply',
    'quiz 1',
    'review',
    'progress',
    'top',
    'daily',
    'daily 09:30 weekdays',
    'remind 18:00',
    'link',
    'lang',
  ],
  zh: [
    'kubelet 是什么',
    '什么是酷伯莱特',
    '比较 Secret 和 ConfigMap',
    '容器还是镜像',
    '谁会赢世界杯',
    '帮助',
    '主题',
    '路线',
    '故事',
    '流程 apply',
    '测验 1',
    '复习',
    '进度',
    '排行榜',
    '每日',
    '每日 9点半 工作日',
    '提醒 18:00',
    '关联',
    '语言',
  ],
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

const tell = (page: Page, text: string) => answered(page, () => ask(page, text));
const press = (page: Page, name: string) => answered(page, () => page.getByRole('button', { name, exact: true }).last().click());

/** Waits for the pictures of the messages. */
const picturesOf = (page: Page) => page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');

/** The tutor's first minute, on a phone: an answer, a question of a quiz, a card to review; and the page on a screen. */
async function firstMinute(browser: Browser, address: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  // The first picture takes longest.
  await tell(await openPage(browser, address), 'kubelet');
  const shoot = (page: Page, name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`) });
  const screen = await openPage(browser, address, { width: 1100, height: 900 });
  await tell(screen, 'flow apply');
  await press(screen, 'Next ▸');
  await shoot(screen, 'playground');

  const phone = await openPage(browser, address, PHONE);
  await tell(phone, 'waht is Kublet');
  await shoot(phone, 'first-minute-1-ask');
  await choose(phone, 'Direct message');
  await phone.getByRole('tab', { name: 'Discord' }).click();
  await tell(phone, 'quiz 1 docker');
  await press(phone, 'A');
  await shoot(phone, 'first-minute-2-quiz');

  const chinese = await openPage(browser, address, { ...PHONE, theme: 'dark', locale: 'zh-CN' });
  await choose(chinese, '私聊');
  await tell(chinese, '复习');
  await press(chinese, '看答案');
  await shoot(chinese, 'first-minute-3-review');
}

/** Every sample reply on each platform, in both languages, as wide as a phone. */
async function samples(browser: Browser, address: string, folder: string): Promise<void> {
  for (const [language, questions] of Object.entries(SAMPLES)) {
    const page = await openPage(browser, address, { ...LONG_PHONE, locale: language, theme: language === 'zh' ? 'dark' : 'light' });
    for (const [at, question] of questions.entries()) {
      await choose(
        page,
        question.startsWith('remind') || question.startsWith('提醒') ? (language === 'zh' ? '私聊' : 'Direct message') : '#',
      );
      await tell(page, question);
      for (const view of ['slack', 'discord', 'plain']) {
        await page.locator(`#view-${view}`).click();
        await picturesOf(page);
        await page
          .locator('.from-bot')
          .last()
          .screenshot({ path: join(folder, `${String(at + 1).padStart(2, '0')}-${view}-${language}.png`) });
      }
    }
  }
}

/** Runs the playground on the shipped notes, with nothing remembered. */
async function openPlayground() {
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
const [playground, browser] = await Promise.all([openPlayground(), startBrowser()]);
try {
  await firstMinute(browser, playground.address);
  await samples(browser, playground.address, folder);
  process.stdout.write(`${PICTURES}\n${folder}\n`);
} finally {
  await browser.close();
  await playground.close();
}
