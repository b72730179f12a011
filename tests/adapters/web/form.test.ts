import { describe, expect, test } from 'vitest';
import { ask, CHROMIUM, NEEDS_CHROMIUM } from '../../../scripts/chromium.ts';
import type { Form } from '../../../src/core/form.ts';
import { openStore } from '../../../src/store/store.ts';
import { temporaryDir } from '../../support/databases.ts';
import { botOnWeb } from '../../support/web/bot-on-web.ts';
import { message, withBrowser } from '../../support/web/browser.ts';
import { buttonsOf, visit } from '../../support/web/visitor.ts';

/** A bot on the playground that keeps what people say of answers. */
async function judged() {
  const store = await openStore(temporaryDir(), { as: 'tool', now: () => new Date() });
  const bot = await botOnWeb({ services: { inbox: store.inbox } });
  return { ...bot, reasons: async () => (await store.inbox.verdicts()).map(({ wrong, reasons }) => [wrong, ...reasons]) };
}

describe('a form on the playground', () => {
  test('is the answer to a press, and what is sent is answered in the place of its button', async () => {
    const { address, reasons } = await judged();
    const { says, presses, until, sees, send, turn } = await visit(address);
    await says('bob', 'what is kubelet');
    await presses('bob', 'Was this right?');
    await until('bob', '[It is wrong]');
    const asked = sees('bob').at(-1);
    const press = asked && buttonsOf(asked).find(({ label }) => label === 'It is wrong')?.press;
    const response = await presses('bob', 'It is wrong');
    expect(response.status).toBe(200);
    expect((await response.json()) as Form).toMatchObject({ title: 'What is wrong?', longest: 240, isOptional: true });
    expect(await reasons()).toEqual([]);
    expect((await send(turn('bob', { press, message: asked?.id, filled: 'Too short.' }))).status).toBe(204);
    await until('bob', 'in doubt');
    expect(sees('bob').at(-1)?.id).toBe(asked?.id);
    expect(sees('lin')).toEqual([]);
    expect(await reasons()).toEqual([[1, 'too short']]);
    expect((await send(turn('bob', { press, filled: 'x'.repeat(4_001) }))).status).toBe(400);
  });
});

describe.skipIf(CHROMIUM === undefined)(`in a real browser (${NEEDS_CHROMIUM}), a form`, () => {
  const open = withBrowser();

  test('is a dialog that can be sent, and closed without a word', async () => {
    const { address, reasons } = await judged();
    const page = await open(address);
    await ask(page, 'what is kubelet');
    await message(page, 'The agent on every node').getByRole('button', { name: 'Was this right?' }).click();
    const wrong = page.getByRole('button', { name: 'It is wrong' });
    await wrong.click();
    const dialog = page.getByRole('dialog', { name: 'What is wrong?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await reasons()).toEqual([]);
    await wrong.click();
    await dialog.getByRole('textbox').fill('It is <b>older</b>.');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await message(page, 'in doubt').waitFor();
    expect(await reasons()).toEqual([[1, 'it is <b>older</b>']]);
  });
});
