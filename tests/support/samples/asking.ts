import { ROOM, tutorFor } from '../bot.ts';
import { NOTES } from '../notes.ts';
import { type Scene, scene } from './stage.ts';

const TEAM_NOTES = [
  {
    path: 'team.yaml',
    text: `topic: { en: Ours, zh: 我们的 }
concepts:
  - id: pod
    en: { name: Pod, definition: Ours run in Berlin. }
    zh: { name: Pod, definition: 我们的都跑在柏林。 }
  - id: one
    confusedWith: [{ id: two, en: "One packs, Two unpacks.", zh: 甲打包，乙拆包。 }]
    en: { name: One, aliases: [packer], definition: The first packer. }
    zh: { name: 甲, aliases: [打包机], definition: 第一台打包机。 }
  - id: two
    en: { name: Two, aliases: [packer], definition: The second packer. }
    zh: { name: 乙, aliases: [打包机], definition: 第二台打包机。 }
`,
  },
];
const notes = { shipped: NOTES, own: TEAM_NOTES };

const answers = scene(
  'asks, and is answered',
  async ({ as, ann, language, either, seen }) => {
    const { says } = as(ann, ROOM);
    await seen('answer', says(either('what is kubelet', 'kubelet 是什么')));
    await seen('answer-team-note', says(either('what is a Pod', '什么是 Pod')));
    await seen('answer-misspelt', says(either('what is a Secert', 'Secert 是什么')));
    if (language === 'zh') await seen('answer-traditional', says('什麼是節點'));
    await seen('comparison', says(either('Secret vs ConfigMap', 'Secret 和 ConfigMap 的区别')));
    await seen('mistake', says(either('compare', '比较')));
    await seen('terms', says(either('terms the Pods of a node share its Secret', '解释术语 Pod 和 Secret 在哪个节点上')));
  },
  notes,
);

const inVain = scene(
  'asks what the notes do not answer',
  async ({ as, ann, words, either, seen }) => {
    const { says, presses } = as(ann, ROOM);
    const offered = await seen('did-you-mean', says(either('what is a packer', '打包机是什么')));
    await seen('none', presses(offered, words.noneOfThese));
    const unknown = await seen('unknown', says(either('who wins the world cup', '谁会赢世界杯')));
    await seen('tell', presses(unknown, words.tellAuthors));
  },
  notes,
);

const shared = scene(
  'shows an answer to a channel, and says what it was worth',
  async ({ as, ann, words, either, seen }) => {
    const { says, presses, pressesPublic } = as(ann);
    const answer = await says(either('what is a Pod', 'Pod 是什么'));
    await seen('where', presses(answer, words.whereIsIt));
    const everyone = await seen('share', presses(answer, words.share));
    await seen('unshare', pressesPublic(everyone, words.deleteShared));
    const asked = await seen('judge', presses(answer, words.judge));
    await seen('judge-wrong', presses(asked, words.judgeWrong));
  },
  { shipped: NOTES },
);

/** What the bot says where it has a bug. */
const incident: Scene = {
  title: 'meets a bug',
  async play(language) {
    const knowledge = () => {
      throw new Error('broken');
    };
    const { say } = tutorFor({ locale: language, services: { knowledge } });
    return [{ name: `incident.${language}`, reply: await say('pod') }];
  },
};

/** Somebody asks. */
export const ASKING = [answers, inVain, shared, incident];
