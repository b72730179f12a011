import { describe, expect, test } from 'vitest';
import { ask, CHROMIUM, choose, NEEDS_CHROMIUM } from '../../../scripts/chromium.ts';
import { wordsIn } from '../../../src/core/i18n/words.ts';
import { NOTES } from '../../support/notes.ts';
import { createClock } from '../../support/quiz.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { botOnWeb } from '../../support/web/bot-on-web.ts';
import { message, withBrowser } from '../../support/web/browser.ts';

describe.skipIf(CHROMIUM === undefined)(`in a real browser (${NEEDS_CHROMIUM}), one`, () => {
  const open = withBrowser();

  test('asks, and sees the same answer as on each platform, whose buttons work', async () => {
    const page = await open((await botOnWeb()).address);
    await page.getByRole('button', { name: 'what is kubelet' }).click();
    await message(page, 'The agent on every node').waitFor();
    expect(await page.getByRole('status').textContent()).toContain('kubelet: The agent on every node');
    for (const tab of ['Discord', 'Plain text', 'Slack']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await page.locator('.from-bot').textContent()).toContain('The agent on every node');
      await page.getByRole('button', { name: '中文' }).last().click();
      await message(page, '每个节点上的代理程序').waitFor();
      await page.getByRole('button', { name: 'English' }).last().click();
      await message(page, 'The agent on every node').waitFor();
    }
  });

  test('needs no mouse: tabs by arrows, Enter to send, and a pressed button keeps one’s place', async () => {
    const page = await open((await botOnWeb()).address);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('To the question');
    await page.keyboard.press('Enter');
    await page.keyboard.type('what is kubelet');
    await page.keyboard.press('Enter');
    await message(page, 'The agent on every node').waitFor();
    expect(await page.locator(':focus').getAttribute('id')).toBe('text');

    await page.getByRole('tab', { name: 'Slack' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { name: 'Discord' }).getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('.card').count()).toBe(1);

    await message(page, 'The agent on every node').getByRole('button', { name: '中文' }).focus();
    await page.keyboard.press('Enter');
    await message(page, '每个节点上的代理程序').waitFor();
    expect(await page.locator('.message:focus-within').textContent()).toContain('每个节点上的代理程序');
  });

  test('runs a day’s quiz from its opening to the scoreboard, as several people', async () => {
    const clock = createClock('2026-03-02T01:00:00Z');
    const { address, pass } = await botOnWeb({ notes: QUIZ_NOTES, now: clock.now });
    const page = await open(address);
    await ask(page, 'name on');
    await page.locator('.from-bot').waitFor();
    await ask(page, 'daily now');
    await message(page, 'is on its way').waitFor();
    await pass();
    await message(page, 'Which part').waitFor();
    for (const person of ['Bob', '小林', 'Ann']) {
      await choose(page, person);
      expect(await page.locator('.from-bot').filter({ hasText: 'The kubelet' }).count()).toBe(0);
      await message(page, 'Which part').getByRole('button', { name: 'A', exact: true }).click();
      await message(page, 'Only you can see this').filter({ hasText: 'The kubelet' }).waitFor();
    }
    await ask(page, 'daily close');
    await message(page, wordsIn('en').dailyClosed).waitFor();
    clock.pass(1);
    await pass();
    await choose(page, '小美');
    await page.getByAltText('1. Ann').waitFor();
    expect(await page.locator('.from-bot .private').count()).toBe(0);
  });

  test('takes a quiz and reviews cards by oneself', async () => {
    const page = await open((await botOnWeb({ notes: QUIZ_NOTES })).address);
    await choose(page, 'Direct message');
    await ask(page, 'quiz 1');
    await message(page, 'Which part').getByRole('button', { name: 'A', exact: true }).click();
    await message(page, 'starts the Pods').waitFor();
    await ask(page, 'review');
    await page.getByRole('button', { name: 'Show answer' }).click();
    await page.getByRole('button', { name: /^Good/ }).click();
    await message(page, 'back in').waitFor();
  });

  test('sees an author’s edit the moment it is loaded', async () => {
    const { address, edit } = await botOnWeb();
    const page = await open(address);
    await ask(page, 'what is kubelet');
    await message(page, 'The agent on every node').waitFor();
    await edit(NOTES.map((file) => ({ ...file, text: file.text.replaceAll('The agent on every node', 'The caretaker of every node') })));
    await message(page, 'The caretaker of every node').filter({ hasText: 'Changed just now' }).waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('The notes were loaded anew');
  });

  test('types mark-up, and sees it as it was typed', async () => {
    const page = await open((await botOnWeb()).address);
    const hostile = '<img src=x onerror=alert(1)> **a** [b](javascript:alert(2)) <!channel>';
    await ask(page, hostile);
    await page.locator('.typed', { hasText: hostile }).waitFor();
    await page.locator('.from-bot').waitFor();
    expect(await page.locator('#messages img').count()).toBe(0);
  });

  test('finds all that was said again when the page is loaded anew, and is told when the bot is gone', async () => {
    const { address, stop } = await botOnWeb();
    const page = await open(address);
    await ask(page, 'what is kubelet');
    await message(page, 'The agent on every node').waitFor();
    await page.reload();
    await message(page, 'The agent on every node').waitFor();
    page.removeAllListeners('console');
    await stop();
    await page.getByText('The connection is lost').waitFor();
  });
});
