import type { KINDS, Language } from '../content/schema.ts';

type Both<Words> = Readonly<Record<Language, Words>>;
type Kind = (typeof KINDS)[number];
interface Named {
  readonly name: string;
  readonly kind: Kind | undefined;
}

/** A phrase that one language lacks does not compile. */
const bySort: Readonly<Record<Kind, Both<string>>> = {
  component: { en: 'Which component is this?', zh: '下面说的是哪个组件？' },
  object: { en: 'Which kind of object is this?', zh: '下面说的是哪种对象？' },
  command: { en: 'Which command is this?', zh: '下面说的是哪条命令？' },
  instruction: { en: 'Which Dockerfile instruction is this?', zh: '下面说的是哪条 Dockerfile 指令？' },
  tool: { en: 'Which tool is this?', zh: '下面说的是哪个工具？' },
  artifact: { en: 'What is described here?', zh: '下面说的是什么？' },
  setting: { en: 'What is described here?', zh: '下面说的是什么？' },
  state: { en: 'Which status is this?', zh: '下面说的是哪种状态？' },
  standard: { en: 'Which standard is this?', zh: '下面说的是哪项标准？' },
  idea: { en: 'What is described here?', zh: '下面说的是什么？' },
  platform: { en: 'What is described here?', zh: '下面说的是什么？' },
  people: { en: 'Who is described here?', zh: '下面说的是哪种角色或组织？' },
  story: { en: 'What is described here?', zh: '下面说的是什么？' },
};

/** The words around what authors wrote, in questions that are made from concepts. */
export const QUIZ_ITEM_WORDS = {
  /** Asks for the name of what is described. */
  whatIsIt: {
    en: (kind: Kind | undefined, definition: string) => `${bySort[kind ?? 'idea'].en} ${quoted(definition)}`,
    zh: (kind: Kind | undefined, definition: string) => `${bySort[kind ?? 'idea'].zh}${quoted(definition)}`,
  },
  /** Asks which part of a whole is described. */
  whichPart: {
    en: (whole: Named, definition: string) => `Which part of ${articled(whole)} is this? ${quoted(definition)}`,
    zh: (whole: Named, definition: string) => spaced(`下面说的是${whole.name}的哪个组成部分？${quoted(definition)}`),
  },
  /** Asks which of the things that run in a place is described. */
  whatRunsOn: {
    en: (place: Named, definition: string) => `What runs on ${articled(place)} and is described here? ${quoted(definition)}`,
    zh: (place: Named, definition: string) => spaced(`下面说的是${place.name}上运行的哪个组件？${quoted(definition)}`),
  },
  /** Asks what a name means, in its subject where the name alone may be an everyday word. */
  whatIsMeant: {
    en: (name: string, kind: Kind | undefined, subject: string | undefined) =>
      isTyped(kind) ? `What is “${name}”?` : `What does “${name}” mean${subject ? ` in ${subject}` : ''}?`,
    zh: (name: string, kind: Kind | undefined, subject: string | undefined) =>
      isTyped(kind) ? `“${name}”是什么？` : spaced(`${subject ? `在 ${subject} 里，` : ''}“${name}”指的是什么？`),
  },
  /** Asks what belongs in one of the two gaps of a sentence. */
  whichGap: {
    en: (sentence: string, gap: string) => `Two things that are easily mixed up: ${quoted(sentence)} What is ${gap}?`,
    zh: (sentence: string, gap: string) => `有两样东西容易弄混：${quoted(sentence)}其中${gap}是什么？`,
  },
  theAnswerIs: { en: (name: string) => `The answer is ${name}.`, zh: (name: string) => spaced(`答案是${name}。`) },
  gapIs: { en: (gap: string, name: string) => `${gap} is ${name}.`, zh: (gap: string, name: string) => spaced(`${gap}是${name}。`) },
  means: {
    en: (name: string, definition: string) => `${name}: ${definition}`,
    zh: (name: string, definition: string) => `${name}：${definition}`,
  },
  /** Why a choice is wrong, where an author wrote how it differs. */
  isNot: {
    en: (name: string, difference: string) => `Not ${name}: ${difference}`,
    zh: (name: string, difference: string) => spaced(`不是${name}：${difference}`),
  },
  /** Why a choice is wrong, where its definition has to say so. */
  isElse: {
    en: (name: string, definition: string) => `${name} is something else: ${quoted(definition)}`,
    zh: (name: string, definition: string) => spaced(`${name}是另一回事：${definition}`),
  },
  describes: { en: (name: string) => `This describes ${name}.`, zh: (name: string) => spaced(`这说的是${name}。`) },
  /** Puts sentences one behind the other; what an author has left without an end is ended. */
  joined: {
    en: (sentences: readonly string[]) => sentences.map((text) => (isEnded(text) ? text : `${text}.`)).join(' '),
    zh: (sentences: readonly string[]) => sentences.map((text) => (isEnded(text) ? text : `${text}。`)).join(''),
  },
} satisfies Record<string, Both<unknown>>;

const isEnded = (text: string): boolean => /[.!?…。！？][”’」』）)\]]*$/.test(text);

/** Quotes what authors wrote; their own quotes become inner ones. */
const quoted = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** Whether a thing is called as it is typed, so that its name means nothing else. */
const isTyped = (kind: Kind | undefined): boolean => kind === 'command' || kind === 'instruction' || kind === 'tool';

/** A name as it stands in an English sentence: products have no article, objects come in numbers, and ideas are no proper names. */
function articled({ name, kind }: Named): string {
  if (kind === 'platform' || kind === 'tool' || kind === undefined) return name;
  if (kind === 'object') return /^[aeiou]/i.test(name) ? `an ${name}` : `a ${name}`;
  return `the ${kind === 'idea' ? name.charAt(0).toLowerCase() + name.slice(1) : name}`;
}

/** Sets a space between Chinese characters and Latin letters, as careful Chinese type does. */
function spaced(text: string): string {
  return text.replace(/(\p{Script=Han})(?=[A-Za-z0-9.])/gu, '$1 ').replace(/([A-Za-z0-9])(?=\p{Script=Han})/gu, '$1 ');
}
