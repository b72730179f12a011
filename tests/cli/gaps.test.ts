import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formOf } from '../../src/core/inbox/form.ts';
import { openStore } from '../../src/store/store.ts';
import { folderWith } from '../support/folders.ts';
import { kubetutor } from '../support/run.ts';

test('`gaps` lists what came in from all teams, with skeletons, beside a bot that runs', async () => {
  const env = { DATA_DIR: join(await folderWith(), 'data') };
  const bot = await openStore(env.DATA_DIR, { as: 'bot', now: () => new Date('2026-03-02T12:00:00Z') });
  expect(await kubetutor(['gaps'], { env })).toMatchObject({ code: 0, out: expect.stringMatching(/^Nothing so far/), err: '' });
  const text = 'how do i train a sourdough starter';
  for (const actor of ['slack:T1:ann', 'slack:T1:bob'] as const) {
    await bot.inbox.note(actor, { space: 'slack:T1', text, form: formOf(text), language: 'en' });
    await bot.inbox.judge(actor, { space: 'slack:T1', concept: 'pod', fingerprint: 1, isWrong: true });
  }
  const listed = await kubetutor(['gaps'], { env });
  expect(listed).toMatchObject({ code: 0, err: '' });
  expect(listed.out).toContain(`• ${text} · 2 times`);
  expect(listed.out).toContain('revised after a complaint: Pod');
  expect(listed.out).toContain(`        - "${text}"\n`);
  const { gaps, revised, wrong } = JSON.parse((await kubetutor(['gaps', '--json'], { env })).out);
  expect({ revised, wrong }).toEqual({ revised: ['pod'], wrong: [] });
  expect(gaps).toEqual([
    {
      ...{
        id: expect.any(Number),
        space: 'slack:T1',
        form: formOf(text),
        text,
        language: 'en',
        times: 2,
        lastAt: '2026-03-02T12:00:00.000Z',
      },
      skeleton: expect.stringContaining('definition:'),
    },
  ]);
  await bot.close();
});
