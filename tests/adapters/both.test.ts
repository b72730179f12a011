import { expect, test } from 'vitest';
import { renderReply as drawForDiscord } from '../../src/adapters/discord/render.ts';
import { renderReply as drawForSlack } from '../../src/adapters/slack/render.ts';
import type { Reply } from '../../src/core/reply.ts';
import { ROOM } from '../support/bot.ts';
import { checkMessage } from '../support/discord/rules.ts';
import { checkBody } from '../support/discord/schemas.ts';
import { ANN, BOSS, quizWorld } from '../support/quiz-world.ts';
import { brokenByMessage } from '../support/slack/rules.ts';

const DAY = 24 * 60;

/** A learner of three days, whose team has a quiz of the day. */
async function lived() {
  const { as, clock, reviews, pass, platform } = await quizWorld();
  const [alone, inChannel, boss] = [as(ANN, ROOM), as(ANN), as(BOSS)];
  const learn = (concept: string, kind: 'missed' | 'known') => reviews.log.learn({ actor: ANN.id, concept, evidence: { kind }, seen: 0 });
  await learn('etcd', 'known');
  await learn('kubelet', 'missed');
  clock.pass(DAY);
  await learn('kube-proxy', 'missed');
  await inChannel.say('name on');
  await boss.say('daily now');
  await pass();
  await inChannel.pressPublic(platform.shows(), 'A');
  return { alone, inChannel, boss };
}

type Speaker = keyof Awaited<ReturnType<typeof lived>>;

/** What somebody who has learnt for a while says, by the name of the golden file that shows what they see. */
const SAMPLES: readonly (readonly [name: string, who: Speaker, text: string])[] = [
  ['progress.en', 'alone', 'progress'],
  ['progress.zh', 'alone', '进度'],
  ['top.en', 'inChannel', 'top'],
  ['top.zh', 'inChannel', '排行榜'],
  ['daily-none.en', 'inChannel', 'daily'],
  ['daily-none.zh', 'inChannel', '每日'],
  ['daily-set.en', 'boss', 'daily 09:30 weekdays Asia/Shanghai'],
  ['daily-set.zh', 'boss', '每日 09:30 工作日'],
  ['remind.en', 'alone', 'remind 18:00 Asia/Shanghai'],
  ['remind.zh', 'alone', '提醒 18:00 上海'],
  ['link.en', 'alone', 'link'],
  ['link.zh', 'alone', '关联'],
  ['export.en', 'alone', 'export'],
  ['forget.en', 'alone', 'forget me'],
  ['forget.zh', 'alone', '忘记我'],
];

test.each(SAMPLES)('both platforms take %s, and show it as it is kept', async (name, who, text) => {
  const world = await lived();
  await keep(name, await world[who].say(text));
});

test.each([
  ['en', 'daily'],
  ['zh', '每日'],
])('and a quiz of the day that is set, in %s', async (language, text) => {
  const { boss } = await lived();
  await boss.say('daily 09:30 weekdays Asia/Shanghai');
  await keep(`daily-shown.${language}`, await boss.say(text));
});

test.each([
  ['en', 'review'],
  ['zh', '复习'],
])('and what is said when nothing is left to review, in %s', async (language, text) => {
  const { as, reviews } = await quizWorld();
  for (const concept of ['etcd', 'kubelet', 'kube-proxy']) {
    await reviews.log.learn({ actor: ANN.id, concept, evidence: { kind: 'known' }, seen: 0 });
  }
  await keep(`review-end.${language}`, await as(ANN, ROOM).say(text));
});

async function keep(name: string, reply: Reply): Promise<void> {
  const [slack, { body, files }] = [drawForSlack(reply), drawForDiscord(reply)];
  expect(brokenByMessage(slack)).toEqual([]);
  checkBody('message', body);
  checkMessage(
    body,
    files.map((file) => file.name ?? ''),
  );
  await expect(asJson(slack)).toMatchFileSnapshot(`../golden/slack/${name}.json`);
  await expect(asJson(body.components)).toMatchFileSnapshot(`../golden/discord/${name}.json`);
}

/** Ids that chance gives are left out. */
const asJson = (payload: unknown): string =>
  `${JSON.stringify(payload, null, 1)}\n`
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'ID')
    .replaceAll(/[A-Z\d]{4}-[A-Z\d]{4}/g, 'ABCD-EFGH');
