import { hostname } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { atNoon, newFilePlace, newPostgresPlace } from '../support/databases.ts';
import { startStoreProcess } from '../support/processes.ts';

const openAs = async (as: 'bot' | 'tool', where: string) => {
  const store = await openStore(where, { as, now: atNoon });
  onTestFinished(() => store.close());
  return store;
};

test('a second bot on a file is refused, and told who holds it since when and what to do', async () => {
  const { where } = await newFilePlace();
  await openAs('bot', where);
  const second = openAs('bot', where);
  await expect(second).rejects.toThrow(`A bot (process ${process.pid} on ${hostname()}, since 2026-03-02T12:00:00.000Z) uses the database`);
  await expect(second).rejects.toThrow(/DATA_DIR of its own.\n.*DATABASE_URL/);
});

test('a bot in another process is as good a reason', async () => {
  const { where } = await newFilePlace();
  const bot = startStoreProcess(where, 'forever', 'a');
  await bot.printed('0');
  await expect(openAs('bot', where)).rejects.toThrow(/A bot \(process \d+ on /);
  await bot.kill();
  await openAs('bot', where);
});

test('tools work beside a bot, and see what it wrote', async () => {
  const { where } = await newFilePlace();
  const bot = await openAs('bot', where);
  await bot.preferences.setLanguage('test:ann', 'zh');
  const tools = await Promise.all([openAs('tool', where), openAs('tool', where)]);
  for (const tool of tools) expect(await tool.preferences.languageOf('test:ann')).toBe('zh');
  await tools[0]?.preferences.setLanguage('test:ann', 'en');
  expect(await bot.preferences.languageOf('test:ann')).toBe('en');
});

test('a bot that closed its store lets the next one in', async () => {
  const { where } = await newFilePlace();
  await (await openStore(where, { as: 'bot', now: atNoon })).close();
  await openAs('bot', where);
});

test('a bot that could not open its store holds nothing', async () => {
  const place = await newFilePlace();
  await (await openStore(place.where, { as: 'bot', now: atNoon })).close();
  // A step that was taken cannot be taken again.
  await place.query(`delete from migration where name = '0002-known-concepts'`);
  await expect(openAs('bot', place.where)).rejects.toThrow(/refused a statement/);
  await place.query(`insert into migration (name, applied_at_ms) values ('0002-known-concepts', 0)`);
  await openAs('bot', place.where);
});

test('on PostgreSQL, bots share the store', async () => {
  const { where } = await newPostgresPlace();
  await openAs('bot', where);
  await openAs('bot', where);
});
