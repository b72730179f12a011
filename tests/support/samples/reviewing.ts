import type { Reply } from '../../../src/core/reply.ts';
import { buttonsOf, personCalled, ROOM } from '../bot.ts';
import { NOTES } from '../notes.ts';
import { type Stage, scene } from './stage.ts';

const DAY = 24 * 60;
const labelled = (reply: Reply, word: string): string => buttonsOf(reply).find(({ label }) => label.startsWith(word))?.label ?? word;

/** Says how a card went. */
async function rates({ as, ann, words }: Stage, front: Reply, rating: keyof Stage['words']['rating']): Promise<Reply> {
  const { presses } = as(ann, ROOM);
  const back = await presses(front, words.showAnswer);
  return presses(back, labelled(back, words.rating[rating]));
}

const reviews = scene('reviews', async (stage) => {
  const { as, ann, words, either, seen } = stage;
  const { says, presses } = as(ann, ROOM);
  const front = await seen('review-front', says(either('review', '复习')));
  const back = await seen('review-back', presses(front, words.showAnswer));
  const next = await seen('review-next', presses(back, labelled(back, words.rating.good)));
  await seen('review-twice', presses(back, labelled(back, words.rating.good)));
  await seen('review-undone', presses(next, words.undo));
  for (let card = await says(either('review', '复习')); buttonsOf(card)[0]?.label === words.showAnswer; )
    card = await rates(stage, card, 'easy');
  await seen('review-end', says(either('review', '复习')));
});

const slipsAway = scene('forgets one thing again and again', async (stage) => {
  const { as, ann, either, seen, clock } = stage;
  const { says } = as(ann, ROOM);
  await says(either('limit 1 new 1', '上限 1 新 1'));
  await seen('review-limit', rates(stage, await says(either('review', '复习')), 'again'));
  clock.pass(DAY);
  for (let day = 1; day < 6; day++) {
    await rates(stage, await says(either('review', '复习')), 'again');
    clock.pass(DAY);
  }
  await seen('review-leech', says(either('review', '复习')));
});

const comesBack = scene(
  'comes back after a break',
  async ({ as, ann, either, seen, met, clock }) => {
    await met(ann, ['kubelet', 'node', 'pod', 'secret', 'config-map', 'swarm'], 'missed');
    clock.pass(20 * DAY);
    await seen('review-after-a-break', as(ann, ROOM).says(either('review', '复习')));
  },
  { shipped: NOTES },
);

const chooses = scene('chooses how much, and when not', async ({ as, ann, either, seen, met }) => {
  const { says } = as(ann, ROOM);
  await seen('limits', says(either('limit 10 new 1', '上限 10 新 1')));
  await seen('opt', says(either('opt out', '不参与选题')));
  await met(ann, ['etcd'], 'missed');
  await seen('hold', says(either('hold until 20 March', '假期 到 3月20日')));
  await seen('review-held', says(either('review', '复习')));
});

const stands = scene('asks how they stand', async ({ as, ann, either, seen, met, clock }) => {
  clock.pass(8 * 60);
  const { says } = as(ann, ROOM);
  await seen('progress-first', says(either('progress', '进度')));
  await met(ann, ['etcd'], 'known');
  await met(ann, ['kubelet'], 'missed');
  clock.pass(DAY);
  await met(ann, ['kube-proxy'], 'missed');
  clock.pass(DAY);
  await seen('progress', says(either('progress', '进度')));
});

const isReminded = scene('is reminded', async ({ as, ann, either, seen, met, clock, pass, posted }) => {
  const { says } = as(ann, ROOM);
  await met(ann, ['etcd', 'kubelet'], 'missed');
  await seen('remind-zone', says(either('remind 18:00', '提醒 18:00')));
  await seen('remind', says(either('remind 18:00 Asia/Shanghai', '提醒 18:00 上海')));
  clock.pass(DAY + 10 * 60);
  await pass();
  posted('reminder');
});

const owns = scene('has an account, and another', async ({ as, ann, words, either, seen, met }) => {
  const { says, presses } = as(ann, ROOM);
  await met(ann, ['etcd'], 'known');
  const offered = await seen('link', says(either('link', '关联')));
  const code = offered.blocks.flatMap((block) => (block.kind === 'code' ? (block.text.split(' ').at(-1) ?? '') : []))[0] ?? '';
  await seen('linked', as({ ...personCalled('Anna'), locale: ann.locale }, ROOM).says(either(`link ${code}`, `关联 ${code}`)));
  await seen('unlink', says(either('unlink', '解除关联')));
  await seen('export', says(either('export', '导出')));
  const sure = await seen('forget', says(either('forget me', '忘记我')));
  await seen('forgotten', presses(sure, words.forgetYes));
});

/** Somebody learns by themselves. */
export const REVIEWING = [reviews, slipsAway, comesBack, chooses, stands, isReminded, owns];
