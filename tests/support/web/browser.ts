import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';

/** Where Debian's and other Linuxes' packages, and Chrome's own, put the browser; `undefined` where there is none. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** Said where a test is left out. */
export const NEEDS_CHROMIUM = 'needs Chromium: apt-get install chromium';

// It is to look for nothing in the network by itself; as root, and in containers, it has no sandbox.
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** Starts a browser that is not to be seen. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
    args: [...FLAGS, '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
  });

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly locale?: string;
}

/** A page of the playground as somebody opens it who has never been there. */
export async function openPage(
  browser: Browser,
  address: string,
  { width = 1100, height = 760, theme = 'light', locale = 'en-GB' }: Look = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('html[data-is-ready]').waitFor();
  return page;
}

/** One browser for the tests of a file; of each page it is checked at the end that it was content, and asked nobody else for anything. */
export function withBrowser() {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (CHROMIUM !== undefined) browser = await startBrowser();
  });
  afterAll(async () => browser?.close());
  return async (address: string, look?: Look): Promise<Page> => {
    if (!browser) throw new Error(NEEDS_CHROMIUM);
    const page = await openPage(browser, address, look);
    const complaints: string[] = [];
    page.on('console', (message) => message.type() !== 'log' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    page.on('request', (request) => !request.url().startsWith(`${address}/`) && complaints.push(request.url()));
    onTestFinished(async () => {
      await page.context().close();
      expect(complaints).toEqual([]);
    });
    return page;
  };
}

/** Types a question and sends it. */
export async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
}

/** The newest message in which something stands. */
export const message = (page: Page, text: string | RegExp) => page.locator('.from-bot').filter({ hasText: text }).last();

/** Takes the place of somebody, or goes somewhere else. */
export const choose = (page: Page, label: string) => page.getByRole('radio', { name: label }).check();

/** What is wider than its place, or cut off at the edge of the window, by what it says. */
export const clipped = (page: Page): Promise<string[]> => page.evaluate(CLIPPED);

// Runs in the page, whose types the tests do not have.
const CLIPPED = `[...document.querySelectorAll('body, body *:not(.unseen, .skip, script, noscript)')]
  .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
  .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.tagName + ' ' + element.className + ': ' + element.textContent.slice(0, 40))`;
