import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

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

/** Types a question and sends it. */
export async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
}

/** Takes the place of somebody, or goes somewhere else. */
export const choose = (page: Page, label: string) => page.getByRole('radio', { name: label }).check();
