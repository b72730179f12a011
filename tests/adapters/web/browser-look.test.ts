import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ask, CHROMIUM, NEEDS_CHROMIUM } from '../../../scripts/chromium.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { botOnWeb } from '../../support/web/bot-on-web.ts';
import { clipped, message, withBrowser } from '../../support/web/browser.ts';

const TABS = ['slack', 'discord', 'plain'] as const;

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

describe.skipIf(CHROMIUM === undefined)(`in a real browser (${NEEDS_CHROMIUM}), the page`, () => {
  const open = withBrowser();

  test.each([
    ['light', 'en-GB', ['what is kubelet', 'compare Secret and ConfigMap', 'help', 'topics', 'the thing that is nowhere']],
    ['dark', 'zh-CN', ['kubelet 是什么', '比较 Secret 和 ConfigMap', '帮助', '主题', '哪里都没有的东西']],
  ] as const)('can be read by everyone, on a phone and a screen, in %s and %s', async (theme, locale, questions) => {
    const { address } = await botOnWeb();
    for (const width of [390, 1100]) {
      const page = await open(address, { width, height: 844, theme, locale });
      expect(await violations(page)).toEqual([]);
      for (const question of questions) {
        await ask(page, question);
        await page.locator('.message').last().and(page.locator('.from-bot')).waitFor();
      }
      for (const tab of TABS) {
        await page.locator(`#view-${tab}`).click();
        expect([tab, await clipped(page)]).toEqual([tab, []]);
        expect([tab, await violations(page)]).toEqual([tab, []]);
      }
    }
  });

  test('shows a quiz and its feedback, which everyone can read too', async () => {
    const page = await open((await botOnWeb({ notes: QUIZ_NOTES })).address, { width: 390, height: 844 });
    await ask(page, 'quiz 1');
    await message(page, 'Which part').getByRole('button', { name: 'B', exact: true }).click();
    await message(page, 'starts the Pods').waitFor();
    for (const tab of TABS) {
      await page.locator(`#view-${tab}`).click();
      expect([tab, await clipped(page), await violations(page)]).toEqual([tab, [], []]);
    }
  });

  test('is in the language that one chooses, every word of it', async () => {
    const page = await open((await botOnWeb()).address);
    await page.getByRole('button', { name: '中文' }).click();
    await page.locator('html[lang=zh-CN]').waitFor();
    await message(page, '以后用中文回答你').waitFor();
    const said = await page.evaluate<string>('document.body.innerText');
    expect(
      said.match(/[a-z]{3,}/gi)?.filter((word) => !['kubetutor', 'Xiao', 'Slack', 'Discord', 'English', 'Ann', 'Bob'].includes(word)),
    ).toEqual([]);
    await page.getByRole('button', { name: 'English' }).first().click();
    await page.locator('html[lang=en]').waitFor();
    expect(await page.getByRole('button', { name: 'Send' }).count()).toBe(1);
  });

  test('is as dark as the system, until one chooses, and then so the next time', async () => {
    const { address } = await botOnWeb();
    const page = await open(address, { theme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await ground();
    await page.getByRole('button', { name: 'Dark', pressed: true }).click();
    expect(await ground()).not.toBe(dark);
    await page.reload();
    await page.getByRole('button', { name: 'Dark', pressed: false }).waitFor();
    expect(await ground()).not.toBe(dark);
  });

  test('says without its script what is missing', async () => {
    const page = await open((await botOnWeb()).address);
    const html = await page.request.get(page.url());
    expect(await html.text()).toContain('This page needs JavaScript');
  });
});
