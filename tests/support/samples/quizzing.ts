import { CHANNEL, ROOM } from '../bot.ts';
import { type Stage, scene } from './stage.ts';

const DAY = 24 * 60;

/** The quiz of the day comes into the channel for the first time. */
async function comes({ as, boss, clock, pass, either }: Stage, questions = 1): Promise<void> {
  await as(boss).says(either(`daily 9:30 shanghai ${questions} questions`, `每日 9:30 上海 ${questions} 题`));
  clock.pass(30);
  await pass();
}

/** A day later it is over, and the next one stands below. */
async function isOver({ clock, pass }: Stage): Promise<void> {
  clock.pass(DAY);
  await pass();
}

const alone = scene('takes a quiz alone', async ({ as, ann, words, either, seen }) => {
  const { says, presses } = as(ann, ROOM);
  const first = await seen('quiz', says(either('quiz 2', '测验 2')));
  const wrong = await seen('quiz-wrong', presses(first, 'B'));
  const second = await seen('quiz-next', presses(wrong, words.nextQuestion));
  await seen('quiz-end', presses(second, words.dontKnow));
});

const together = scene('answers the quiz of the day', async (stage) => {
  const { as, ann, boss, either, seen, posted, clock, pass } = stage;
  await as(ann).says(either('name on', '名字 显示'));
  await comes(stage);
  const open = posted('day-open');
  await seen('day-right', as(ann).pressesPublic(open, 'C'));
  await seen('day-again', as(ann).pressesPublic(open, 'B'));
  await as(boss).pressesPublic(open, 'A');
  clock.pass(1);
  await pass();
  posted('day-answered');
  await seen('top', as(ann).says(either('top', '排行榜')));
  await isOver(stage);
  posted('day-closed');
  await seen('day-late', as(stage.person('Bea')).pressesPublic(open, 'A'));
});

const several = scene('answers three questions of the day', async (stage) => {
  const { as, ann, words, seen, posted } = stage;
  await comes(stage, 3);
  const open = posted('day-three-open');
  await seen('day-three-question', as(ann).pressesPublic(open, words.startQuiz));
  await isOver(stage);
  const closed = posted('day-three-closed');
  await seen('day-three-result', as(ann).pressesPublic(closed, words.resultOf(2)));
});

const twice = scene('finds the quiz of the day twice', async (stage) => {
  const { as, ann, either, seen, posted, platform, store, pass, clock } = stage;
  await seen('top-empty', as(ann).says(either('top', '排行榜')));
  await comes(stage);
  await platform.poster.post(CHANNEL.id, platform.shows() ?? { summary: '', blocks: [] }, 'twin');
  const quiz = await store.records.quizzes.find(1);
  if (quiz) await store.records.posts.notice(quiz, 'test:2');
  clock.pass(1);
  await pass();
  posted('day-moved', 1);
});

const remember = scene('sees what the team remembers', async (stage) => {
  const { as, ann, person, either, seen, met, platform, clock } = stage;
  await comes(stage);
  const team = [ann, ...['Bea', 'Cem', 'Dan', 'Eve'].map((name) => person(name))];
  for (const one of team) {
    await as(one).pressesPublic(platform.shows(), 'A');
    await met(one, ['kubelet'], 'missed');
    await met(one, ['etcd'], 'known');
  }
  clock.pass(2 * DAY);
  await seen('map-too-few', as(ann).says(either('map join', '记忆地图 参加')));
  for (const one of team) await as(one).says(either('map join', '记忆地图 参加'));
  await seen('map', as(ann).says(either('map', '记忆地图')));
});

/** People answer questions, alone and together. */
export const QUIZZING = [alone, together, several, twice, remember];
