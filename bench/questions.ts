import { type MadeConcept, type Said, say } from './concepts.ts';
import { createDice, type Dice } from './random.ts';

/** The sorts of whole questions; a fifth each. */
export const KINDS = ['definition', 'misspelt', 'paraphrase', 'Chinese', 'off-topic'] as const;
export type Kind = (typeof KINDS)[number];

/** A question of which one knows what it must find. */
export interface Question {
  readonly kind: Kind;
  readonly text: string;
  /** The id of the concept that it is about; `undefined` where there is none. */
  readonly reach: string | undefined;
}

/** A concept that questions may name. */
export interface Named {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
}

const DEFINITION: ((name: string) => string)[] = [
  (name) => `what is ${name}`,
  (name) => `What is the ${name}?`,
  (name) => `can you explain ${name} to me please`,
  (name) => `hi, what does ${name} mean?`,
  (name) => `define ${name}`,
  (name) => `what is the ${name} used for`,
];
const DEFINITION_ZH: ((name: string) => string)[] = [
  (name) => `${name}是什么`,
  (name) => `请问${name}是干什么用的？`,
  (name) => `什么是${name}`,
  (name) => `能不能解释一下${name}`,
];
/** None of these is a template of the notes' own ways to ask. */
const PARAPHRASE: ((said: Said) => string)[] = [
  ({ action, object, condition }) => `I need something that ${action} ${object} ${condition}`,
  ({ action, object, condition }) => `${condition}, which thing here ${action} ${object}?`,
  ({ action, object, condition }) => `is there a tool that ${action} ${object} ${condition}`,
  ({ action, object, condition }) => `${object} ${condition}: what ${action} them`,
];
const PARAPHRASE_ZH: ((said: Said) => string)[] = [
  ({ action, object, condition }) => `有没有东西能在${condition}${action}${object}`,
  ({ action, object, condition }) => `${object}${condition}要${action}，用哪个`,
  ({ action, object, condition }) => `想找一个${condition}可以${action}${object}的工具`,
];
const OFF_TOPIC: ((dice: Dice) => string)[] = [
  (dice) => `how long do I cook ${dice.pick(DISHES)} for ${2 + dice.below(9)} people`,
  (dice) => `who won the ${dice.pick(SPORTS)} world cup in ${1970 + dice.below(50)}`,
  (dice) => `what is the best ${dice.pick(SPORTS)} club for children under ${5 + dice.below(12)}`,
  (dice) => `write me a poem about ${dice.pick(DISHES)} and ${dice.pick(SPORTS)}`,
  (dice) => `my cat ate the ${dice.pick(DISHES)}, is that dangerous`,
  (dice) => `${dice.pick(DISHES_ZH)}怎么做才好吃，${2 + dice.below(9)}个人的量`,
  (dice) => `${1970 + dice.below(50)}年${dice.pick(SPORTS_ZH)}冠军是谁`,
];
const DISHES = 'lasagne, pumpkin soup, roast goose, dumplings, risotto, apple strudel, ramen, paella'.split(', ');
const SPORTS = 'football, handball, curling, rowing, table tennis, fencing, judo, water polo'.split(', ');
const DISHES_ZH = '红烧肉 饺子 南瓜粥 烤鸭 麻婆豆腐 酸辣汤'.split(' ');
const SPORTS_ZH = '足球 乒乓球 羽毛球 击剑 柔道 冰壶'.split(' ');

/** Another character of the same sound, as people mistype Chinese. */
const HOMOPHONES = new Map(
  Array.from(
    '关官 队对 列烈 缓环 度杜 工公 进近 流留 册测 理里 器气 收手 析西 校笑 换幻 库酷 仓苍 像象 制治 代带 台抬 户护 证正 规归 模摩 检减 扫嫂 派拍 存村 务物'.split(
      ' ',
    ),
    ([right = '', wrong = '']) => [right, wrong],
  ),
);

/** Makes questions of all kinds in turn, so that any first part of them is as mixed as the whole. */
export function makeQuestions(count: number, named: readonly Named[], made: readonly MadeConcept[], seed: number): Question[] {
  const dice = createDice(seed);
  const makers: Record<Kind, () => Omit<Question, 'kind'>> = {
    definition: () => aboutName(dice.pick(named), ({ en }) => dice.pick(DEFINITION)(en)),
    misspelt: () => aboutName(dice.pick(named), ({ en }) => dice.pick(DEFINITION)(misspelt(en, dice))),
    paraphrase: () => paraphrased(dice.pick(made), 'en', dice),
    Chinese: () => chinese(named, made, dice),
    'off-topic': () => ({ text: dice.pick(OFF_TOPIC)(dice), reach: undefined }),
  };
  return Array.from({ length: count }, (_, at) => {
    const kind = KINDS[at % KINDS.length] ?? 'definition';
    return { kind, ...makers[kind]() };
  });
}

const aboutName = (concept: Named, ask: (concept: Named) => string) => ({ text: ask(concept), reach: concept.id });

function paraphrased({ entry, purpose }: MadeConcept, language: 'en' | 'zh', dice: Dice) {
  const said = say(purpose, language, dice);
  return { text: dice.pick(language === 'en' ? PARAPHRASE : PARAPHRASE_ZH)(said), reach: entry.id };
}

/** Definitions, homophones and paraphrases, a third each. */
function chinese(named: readonly Named[], made: readonly MadeConcept[], dice: Dice) {
  const sort = dice.below(3);
  if (sort === 0) return paraphrased(dice.pick(made), 'zh', dice);
  return aboutName(dice.pick(named), ({ zh }) => dice.pick(DEFINITION_ZH)(sort === 1 ? zh : withHomophone(zh)));
}

function withHomophone(name: string): string {
  const characters = Array.from(name);
  const at = characters.findLastIndex((character) => HOMOPHONES.has(character));
  return characters.map((character, index) => (index === at ? (HOMOPHONES.get(character) ?? character) : character)).join('');
}

/** The longest word with one slip of the finger behind its first letter; short words stay, since nobody could tell. */
function misspelt(name: string, dice: Dice): string {
  const longest = (name.match(/[A-Za-z]{5,}/g) ?? []).toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return name;
  const at = 1 + dice.below(longest.length - 2);
  const [before, one = '', two = '', after] = [longest.slice(0, at), longest[at], longest[at + 1], longest.slice(at + 2)];
  const slips = [`${two}${one}`, two, `${one}${one}${two}`, `${one === 'q' ? 'w' : 'q'}${two}`];
  return name.replace(longest, `${before}${dice.pick(slips)}${after}`);
}
