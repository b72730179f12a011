import { greet } from '../../../src/core/greeting.ts';
import { CHANNEL } from '../bot.ts';
import { QUIZ_NOTES } from '../quiz-notes.ts';
import { scene } from './stage.ts';

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

const loses = scene('loses the channel of a quiz', async ({ as, boss, words, either, posted, platform, pass, clock }) => {
  const { says, presses } = as(boss);
  await says(either('daily 09:30 Asia/Shanghai', '每日 上午9点半 北京'));
  clock.pass(30);
  for (const kind of ['gone', 'forbidden'] as const) {
    platform.fail({ kind });
    await pass();
    clock.pass(1);
    await pass();
    posted(`daily-lost-${kind}`, platform.messages.length - 1);
    await presses(await says(either('daily', '每日')), words.dailyResume);
    clock.pass(DAY);
  }
});

/** Somebody manages a channel. */
export const MANAGING = [arranges, loses, isNew, looksAfter];
