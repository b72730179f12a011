import { setTimeout as delay } from 'node:timers/promises';
import { decodeIntent } from '../../src/core/intent.ts';
import type { Luck } from '../daily/luck.ts';
import { answerKey, type Kind, type Ledger, meaningOf, ratingKey } from './ledger.ts';
import type { SeenButton, Shown, Site } from './site.ts';

/** Whoever got no answer that often gives up. */
const MOST_TRIES = 6;
/** How long somebody waits who was told to slow down. */
const SLOW_DOWN_MS = 2_000;

const QUESTIONS = {
  en: ['what is kubelet', 'pod vs container', 'how do I keep data when a pod dies', 'which part decides what machine a Pod lands on'],
  zh: ['kubelet 是什么', 'Pod 和容器的区别', '怎样让数据在 Pod 重启后还在', '哪个组件决定 Pod 放在哪台机器'],
};
const MISSPELT = { en: ['waht is a deploymnet', 'kubelt', 'what is a configmpa'], zh: ['调度气是什么', '静像是什么', '荣器是什么'] };
const TYPED = {
  en: { story: 'story', flow: 'flow pod start', review: 'review', quiz: 'quiz' },
  zh: { story: '故事', flow: '流程 pod 启动', review: '复习', quiz: '测验' },
};

/** Somebody on a platform. */
export interface Person {
  readonly site: Site;
  readonly at: number;
}

/** What somebody can do, each until they are answered or give up. */
export type Doing = (person: Person, luck: Luck, ledger: Ledger) => Promise<unknown>;

const words = <Of>({ site, at }: Person, of: Readonly<Record<'en' | 'zh', Of>>): Of => of[site.languages[at] ?? 'en'];
const typing =
  (kind: Kind, text: (person: Person, luck: Luck) => string): Doing =>
  (person, luck, ledger) => {
    const typed = text(person, luck);
    return insist(kind, person, () => person.site.type(person.at, typed), ledger);
  };

/** A look-up: most of what people do. */
export const ask = typing('question', (person, luck) => luck.pick(words(person, QUESTIONS)));

/** What people do, as often as it stands here. */
export const DOINGS: readonly Doing[] = [
  ...Array<Doing>(4).fill(ask),
  ...Array<Doing>(2).fill(typing('misspelt', (person, luck) => luck.pick(words(person, MISSPELT)))),
  typing('story', (person) => words(person, TYPED).story),
  typing('flow', (person) => words(person, TYPED).flow),
  ...Array<Doing>(2).fill((person, luck, ledger) => reviewOne(person, luck, ledger)),
  ...Array<Doing>(2).fill((person, luck, ledger) => answerOwnQuiz(person, luck, ledger)),
  (person, luck, ledger) => insist('mention', person, () => person.site.mention(person.at, luck.pick(words(person, QUESTIONS))), ledger),
  (person, luck, ledger) => {
    const { complete } = person.site;
    const text = luck.pick(words(person, QUESTIONS)).slice(0, luck.between(1, 8));
    return complete ? insist('completion', person, () => complete(person.at, text), ledger) : Promise.resolve();
  },
];

async function reviewOne(person: Person, luck: Luck, ledger: Ledger): Promise<void> {
  const front = await insist('review', person, () => person.site.type(person.at, words(person, TYPED).review), ledger);
  const show = front && buttonFor(front, 'card');
  const back = show && (await insist('review', person, () => front.press(person.at, show), ledger));
  if (!back) return;
  const rates = back.buttons.filter(({ intent }) => intent.startsWith('rate?'));
  if (rates.length === 0) return;
  const chosen = luck.pick(rates);
  const { c = '', n = '' } = decodeIntent(chosen.intent).args;
  await pressCounted('rating', person, back, chosen, { key: ratingKey(person.site.actor(person.at), c), id: n }, ledger);
}

/** A quiz of one question for oneself: two turns and two durable transactions. */
export async function answerOwnQuiz(person: Person, luck: Luck, ledger: Ledger): Promise<void> {
  const asked = await insist('own quiz', person, () => person.site.type(person.at, words(person, TYPED).quiz), ledger);
  if (asked) await answerQuestion('own answer', person, asked, luck, ledger);
}

/** Presses one of the choices of a question that is shown. */
export async function answerQuestion(kind: Kind, person: Person, shown: Shown, luck: Luck, ledger: Ledger): Promise<void> {
  const choices = shown.buttons.filter(({ intent }) => intent.startsWith('answer?'));
  if (choices.length === 0) return;
  const chosen = luck.pick(choices);
  const { quiz = '', q = '' } = decodeIntent(chosen.intent).args;
  await pressCounted(kind, person, shown, chosen, { key: answerKey(person.site.actor(person.at), quiz, q), id: '' }, ledger);
}

interface Counted {
  readonly key: string;
  readonly id: string;
}

async function pressCounted(kind: Kind, person: Person, on: Shown, button: SeenButton, counted: Counted, ledger: Ledger): Promise<void> {
  // Written down before: it may be counted although nobody hears of it.
  ledger.presses.push({ ...counted, isAccepted: false });
  const shown = await insist(kind, person, () => on.press(person.at, button), ledger);
  if (shown) ledger.presses.push({ ...counted, isAccepted: true });
}

const buttonFor = ({ buttons }: Shown, command: string): SeenButton | undefined =>
  buttons.find(({ intent }) => intent.startsWith(`${command}?`));

/** Does something again and again until the bot answers; gives what it showed where that was an answer. */
async function insist(kind: Kind, { site, at }: Person, act: () => Promise<Shown | undefined>, ledger: Ledger): Promise<Shown | undefined> {
  const begun = performance.now();
  const note = (said: Ledger['acts'][number]['said'], tries: number) =>
    void ledger.acts.push({ kind, person: site.actor(at), said, ms: performance.now() - begun, tries, at: Date.now() });
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const shown = await act();
    const said = shown && meaningOf(shown.text);
    if (said === 'too fast') await delay(SLOW_DOWN_MS);
    if (said === undefined || said === 'too fast') continue;
    note(said, tries);
    return said === 'answered' ? shown : undefined;
  }
  note('silent', MOST_TRIES);
  return undefined;
}
