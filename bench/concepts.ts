import type { SearchEntry } from '../src/core/search/build.ts';
import type { Dice } from './random.ts';
import { ACTIONS, AREAS, CONDITIONS, OBJECTS, type Pair, QUALITIES, THINGS, type Wordings } from './words.ts';

/** What a generated concept is for; no two have the same. */
export interface Purpose {
  readonly action: Wordings;
  readonly object: Wordings;
  readonly condition: Wordings;
}

/** A purpose in one language and one choice of words. */
export interface Said {
  readonly action: string;
  readonly object: string;
  readonly condition: string;
}

/** A generated concept, with what questions about it are made of. */
export interface MadeConcept {
  readonly entry: SearchEntry;
  readonly name: Pair;
  readonly purpose: Purpose;
}

/** Ways to ask, as an author writes them; each concept gets four to six in each language. */
const ASKS = {
  en: [
    (_, { action, object, condition }) => `what ${action} ${object} ${condition}`,
    (_, { action, object }) => `which system ${action} ${object}`,
    (name) => `what does ${name} do`,
    (name, { object }) => `does ${name} also look after ${object}`,
    (_, { object, condition }) => `who takes care of ${object} ${condition}`,
    (name, { condition }) => `${name} was slow ${condition}, is that normal`,
    (name, { object }) => `${name} is down, what happens to ${object}`,
    (_, { object, condition }) => `${object} came out wrong ${condition}, where do I look`,
  ],
  zh: [
    (_, { action, object, condition }) => `${condition}谁来${action}${object}`,
    (_, { action, object }) => `哪个系统会${action}${object}`,
    (name) => `${name}是做什么的`,
    (name, { object }) => `${name}也管${object}吗`,
    (_, { object, condition }) => `${condition}${object}归谁管`,
    (name, { condition }) => `${name}${condition}很慢，正常吗`,
    (name, { object }) => `${name}挂了，${object}怎么办`,
    (_, { object, condition }) => `${condition}${object}出错了，该查哪里`,
  ],
} satisfies Record<'en' | 'zh', ((name: string, said: Said) => string)[]>;

/**
 * Makes concepts as a company's notes hold them, in both languages. The first
 * thousand are the same whether a thousand or a hundred thousand are made.
 *
 * @param taken - names that others bear; none of them is given again.
 */
export function makeConcepts(count: number, taken: Iterable<string>, dice: Dice): MadeConcept[] {
  const used = new Set(Array.from(taken, keyOf));
  const made: MadeConcept[] = [];
  while (made.length < count) {
    const codename = codenameFrom(dice);
    const name = nameFrom(codename, dice);
    const keys = [codename, name.en, name.zh].map(keyOf);
    if (keys.some((key) => used.has(key))) continue;
    for (const key of keys) used.add(key);
    made.push(conceptFrom(`own-${made.length}`, name, codename, purposeAt(made.length), dice));
  }
  return flattened(made);
}

/** One way or the other to say a purpose, part by part. */
export function say(purpose: Purpose, language: 'en' | 'zh', dice: Dice): Said {
  const { action, object, condition } = purpose;
  return { action: dice.pick(action[language]), object: dice.pick(object[language]), condition: dice.pick(condition[language]) };
}

function conceptFrom(id: string, name: Pair, codename: string, purpose: Purpose, dice: Dice): MadeConcept {
  // The words of the definition are the author's first choice; the ways to ask mix them.
  const [en, zh] = [firstWords(purpose, 'en'), firstWords(purpose, 'zh')];
  const asks = (['en', 'zh'] as const).flatMap((language) => asksFor(name[language], purpose, language, dice));
  const entry: SearchEntry = {
    id,
    isOwn: true,
    names: [...new Set([name.en, aliasFrom(name.en, codename, dice), name.zh])],
    misspellings: [],
    asks,
    definitions: [
      `The ${name.en} ${en.action} ${en.object} ${en.condition}.`,
      `${name.zh}，负责在${zh.condition}${zh.action}${zh.object}。`,
    ],
    isContext: false,
    contrasts: [],
  };
  return { entry, name, purpose };
}

function asksFor(name: string, purpose: Purpose, language: 'en' | 'zh', dice: Dice): string[] {
  const left: ((name: string, said: Said) => string)[] = [...ASKS[language]];
  const count = 4 + dice.below(3);
  return Array.from({ length: count }, () => {
    const [ask] = left.splice(dice.below(left.length), 1);
    return ask?.(name, say(purpose, language, dice)) ?? name;
  });
}

/** Every purpose once, far apart: neighbours share nothing. */
function purposeAt(number: number): Purpose {
  const all = ACTIONS.length * OBJECTS.length * CONDITIONS.length;
  // A prime that divides none of the three lengths reaches every combination before any comes again.
  const at = (number * 7_919) % all;
  return {
    action: elementAt(ACTIONS, at),
    object: elementAt(OBJECTS, Math.floor(at / ACTIONS.length)),
    condition: elementAt(CONDITIONS, Math.floor(at / (ACTIONS.length * OBJECTS.length))),
  };
}

function firstWords({ action, object, condition }: Purpose, language: 'en' | 'zh'): Said {
  return { action: action[language][0], object: object[language][0], condition: condition[language][0] };
}

/** One to three words; a company's own product names stay as they are in Chinese. */
function nameFrom(codename: string, dice: Dice): Pair {
  const [quality, area, thing] = [dice.pick(QUALITIES), dice.pick(AREAS), dice.pick(THINGS)];
  const shape = dice.below(10);
  if (shape < 1) return { en: codename, zh: codename };
  if (shape < 3) return { en: `${area.en} ${thing.en}`, zh: `${area.zh}${thing.zh}` };
  if (shape < 5) return { en: `${codename} ${thing.en}`, zh: `${codename}${thing.zh}` };
  if (shape < 7) return { en: `${codename} ${area.en} ${thing.en}`, zh: `${codename}${area.zh}${thing.zh}` };
  return { en: `${quality.en} ${area.en} ${thing.en}`, zh: `${quality.zh}${area.zh}${thing.zh}` };
}

/** What the thing is called in code: its product name, or its words cut short. */
function aliasFrom(name: string, codename: string, dice: Dice): string {
  const words = name.split(' ');
  if (words.length === 1 || dice.below(3) === 0) return codename;
  return [...words.map((word) => word.slice(0, 4).toLowerCase()), codename.slice(0, 3).toLowerCase()].join('-');
}

const ONSETS = 'b d f g k l m n p r s t v z br dr kr pl st tr'.split(' ');
const VOWELS = 'a e i o u'.split(' ');
const CODAS = ['', '', 'l', 'n', 'r', 's', 'x', 'm'];

function codenameFrom(dice: Dice): string {
  const syllable = () => dice.pick(ONSETS) + dice.pick(VOWELS);
  const name = syllable() + syllable() + syllable() + dice.pick(CODAS);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const keyOf = (name: string): string => name.toLowerCase().replace(/[\s-]/g, '');

function elementAt<T>(list: readonly T[], index: number): T {
  const element = list[index % list.length];
  if (element === undefined) throw new RangeError('an empty list of words');
  return element;
}

/** Strings that were put together stay trees in V8 until they are read, which would be charged to the first engine that reads them. */
const flattened = (made: MadeConcept[]): MadeConcept[] => JSON.parse(JSON.stringify(made));
