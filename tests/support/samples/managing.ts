import { greet } from '../../../src/core/greeting.ts';
import { CHANNEL } from '../bot.ts';
import { QUIZ_NOTES } from '../quiz-notes.ts';
import { type Stage, scene } from './stage.ts';

const DAY = 24 * 60;

const arranges = scene('arranges a quiz of the day', async ({ as, ann, boss, person, words, either, seen }) => {
  const { says, presses } = as(boss);
  await seen('daily-none', says(either('daily', '每日')));
  await seen('daily-not-yours', as(ann).says(either('daily 09:30', '每日 9点半')));
  await seen('daily-zone', as(person('Manager', { canManage: true })).says(either('daily 09:30', '每日 9点半')));
  await seen('daily-sure', says(either('daily 09:30 weekdays', '每日 9点半 工作日')));
  const set = await seen('daily-set', says(either('daily 09:30 Asia/Shanghai weekdays 3 nodes', '每日 上午9点半 北京 工作日 3题 节点')));
  await seen('daily-preview', presses(set, words.dailyPreview));
  await says(either('daily closes 17:00', '每日 下午5点截止'));
  await seen('daily-days', says(either('daily holidays 2026-03-02..2026-03-04', '每日 放假 3月2日到4日')));
  await seen('daily-now', presses(set, words.dailyNow));
  await presses(set, words.dailyQuietOn);
  await seen('daily-paused', presses(set, words.dailyPause));
  await seen('daily-off', presses(set, words.dailyOff));
});

const isNew = scene('meets the bot where it is new', async ({ as, boss, services, language, words, seen, posted, pass }) => {
  const where = { place: CHANNEL.id, conversation: CHANNEL.id, space: CHANNEL.space };
  await greet({ ...where, locale: language, zone: 'Asia/Shanghai' }, services);
  await pass();
  const hello = posted('hello');
  await seen('hello-later', as(boss).pressesPublic(hello, words.notNow));
});

const MENDED = QUIZ_NOTES.map((note) => ({
  ...note,
  text: note.text.replace('definition: "The part that keeps', 'asks: [how do i install helm], definition: "What keeps'),
}));

const looksAfter = scene('looks after the notes', async (stage) => {
  const { as, ann, boss, person, words, either, seen, posted, learn, platform, pass, clock } = stage;
  const { says, presses } = as(boss);
  await seen('gaps-none', says(either('gaps', '缺口')));
  await seen('digest-none', says(either('digest', '周报')));
  await seen('digest', says(either('digest monday 09:00', '周报 周一 09:00')));
  const people = [ann, boss, person('Bea')];
  for (const one of people)
    for (const question of ['how do i install helm', either('how do I install *istio* @everyone', '怎么安装 istio @everyone')])
      await as(one).says(question);
  await says(either('daily now', '每日 现在'));
  await pass();
  for (const one of people) await as(one).pressesPublic(platform.shows(), 'A');
  const answer = await as(ann).says(either('what is kube-proxy', 'kube-proxy 是什么'));
  await as(ann).presses(await as(ann).presses(answer, words.judge), words.judgeWrong);
  await learn(MENDED);
  const gaps = await seen('gaps', says(either('gaps', '缺口')));
  await seen('gaps-file', presses(gaps, words.gapsFile));
  clock.pass(7 * DAY);
  await pass();
  posted('digest-week', platform.messages.length - 1);
});

const LOSSES = ['gone', 'forbidden'] as const;

/** What is to be posted now is refused, and whoever set it is told so. */
async function isTold(name: string, kind: (typeof LOSSES)[number], { platform, pass, clock, posted }: Stage): Promise<void> {
  platform.fail({ kind });
  await pass();
  clock.pass(1);
  await pass();
  posted(`${name}-${kind}`, platform.messages.length - 1);
}

const loses = scene('loses the channel of a quiz', async (stage) => {
  const { as, boss, words, either, clock } = stage;
  const { says, presses } = as(boss);
  await says(either('daily 09:30 Asia/Shanghai', '每日 上午9点半 北京'));
  clock.pass(30);
  for (const kind of LOSSES) {
    await isTold('daily-lost', kind, stage);
    await presses(await says(either('daily', '每日')), words.dailyResume);
    clock.pass(DAY);
  }
});

const losesDigest = scene('loses the channel of a digest', async (stage) => {
  const { as, ann, boss, either, clock, seen } = stage;
  const { says } = as(boss);
  for (const kind of LOSSES) {
    await says(either('digest monday 09:30', '周报 周一 09:30'));
    clock.pass(6 * DAY);
    for (const one of [ann, boss]) await as(one).says('how do i install helm');
    clock.pass(DAY + 30);
    await isTold('digest-lost', kind, stage);
    clock.pass(-31);
  }
  await seen('digest-paused', says(either('digest', '周报')));
});

/** Somebody manages a channel. */
export const MANAGING = [arranges, loses, losesDigest, isNew, looksAfter];
