import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { CHROMIUM, type Look, NEEDS_CHROMIUM, openPage, startBrowser } from '../../../scripts/chromium.ts';

/** On a busy machine a browser takes its time to start. */
const START_MS = 60_000;

/** One browser for the tests of a file; of each page it is checked at the end that it was content, and asked nobody else for anything. */
export function withBrowser() {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (CHROMIUM !== undefined) browser = await startBrowser();
  }, START_MS);
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

/** The newest message in which something stands. */
export const message = (page: Page, text: string | RegExp) => page.locator('.from-bot').filter({ hasText: text }).last();

/** What is wider than its place, or cut off at the edge of the window, by what it says. */
export const clipped = (page: Page): Promise<string[]> => page.evaluate(CLIPPED);

// Runs in the page, whose types the tests do not have.
const CLIPPED = `[...document.querySelectorAll('body, body *:not(.unseen, .skip, script, noscript)')]
  .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
  .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.tagName + ' ' + element.className + ': ' + element.textContent.slice(0, 40))`;
