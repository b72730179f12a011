import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { newFilePlace } from '../../support/databases.ts';
import { createTutor, openBotInServer } from '../../support/discord/bot.ts';
import { labelsOf, textOf } from '../../support/discord/seen.ts';

const MANAGES = 1n << 5n;

test('what two people asked in vain in a server is shown to whoever manages it, and what one asks directly is kept nowhere', async () => {
  const { where, query } = await newFilePlace();
  const store = await openStore(where, { as: 'tool', now: () => new Date() });
  onTestFinished(() => store.close());
  const { world, people, channel, incidents } = await openBotInServer({
    bot: createTutor({ inbox: store.inbox, reviews: store.reviews }).bot,
  });
  const [ann, bob, boss] = [people.person('Ann'), people.person('Bob'), people.person('Boss', { permissions: MANAGES })];
  const question = '怎么安装 *helm* @everyone';
  const unknown = await world.until(people.types(ann, channel, question).answer);
  expect(labelsOf(unknown)).toContain('告诉作者');
  await world.until(people.types(bob, channel, question).answer);
  const direct = world.directChannel(ann.id);
  expect(labelsOf(await world.until(people.types(ann, direct, '怎么安装 istio').answer))).not.toContain('告诉作者');
  expect(textOf(await world.until(people.types(ann, channel, '缺口').answer))).toContain('只有管理这个频道的人');
  expect(textOf(await world.until(people.types(boss, channel, '缺口').answer))).toContain('怎么安装 \\*helm\\* · 2 次');
  expect((await query('select text from gap')).map(({ text }) => text)).toEqual(['怎么安装 *helm*']);
  expect(incidents).toEqual([]);
});
