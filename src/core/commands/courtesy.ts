import { z } from 'zod';
import { type Context, defineCommand, languageArg } from '../command.ts';
import type { Button, Reply } from '../reply.ts';
import { languageButton } from './buttons.ts';

/** What people say to be polite, or to learn whom they talk to. */
const SAID = {
  hello: [
    ...['hello there', 'hi there', 'hello', 'hi', 'hey', 'good morning', 'good afternoon', 'good evening', 'how are you'],
    ...['你好啊', '你好呀', '你好', '您好', '哈喽', '嗨', '大家好', '早上好', '上午好', '下午好', '晚上好', '在吗', '在嗎'],
  ],
  who: [
    ...['who are you', 'what are you', 'are you a bot', 'are you a robot', 'are you an ai', 'are you human', 'are you chatgpt'],
    ...['你是谁', '你是誰', '你是什么', '你是机器人吗', '你是ai吗', '你叫什么名字', '你叫什么'],
  ],
  thanks: [
    ...['thank you very much', 'thank you so much', 'thank you', 'thanks a lot', 'thanks', 'thx', 'got it', 'ok', 'okay'],
    ...['谢谢你', '谢谢您', '谢谢啦', '谢谢', '謝謝', '多谢', '多謝', '感谢', '好的', '明白了', '懂了', '知道了', '收到'],
  ],
} as const;

type Said = keyof typeof SAID;
const KINDS: readonly Said[] = ['hello', 'who', 'thanks'];
const KIND_OF: ReadonlyMap<string, Said> = new Map(KINDS.flatMap((kind) => SAID[kind].map((said) => [said, kind])));

/** Greets back and says what can be asked: whoever begins with a hello has no question to the notes yet. */
export const courtesy = defineCommand({
  name: 'courtesy',
  typed: [...KIND_OF.keys()],
  audience: 'actor',
  isAsked: true,
  args: z.object({ said: z.enum(KINDS).default('hello'), lang: languageArg }),
  read: (rest, word) => (rest === '' ? { said: KIND_OF.get(word) ?? 'hello' } : undefined),
  run: async ({ said }, context): Promise<Reply> => {
    const { words, language } = context;
    const text = words.courtesy[said];
    const buttons = [...(said === 'thanks' ? waysOn(context) : waysIn(context)), languageButton(language, 'courtesy', { said })];
    return {
      summary: text,
      blocks: [
        { kind: 'prose', text },
        { kind: 'buttons', buttons },
      ],
    };
  },
});

const waysIn = ({ words, language: lang }: Context): Button[] => [
  { label: words.tryThis, intent: { command: 'ask', args: { concept: 'pod', lang } } },
  { label: words.homeStory, intent: { command: 'story', args: { lang } } },
  { label: words.aQuiz, intent: { command: 'quiz', args: { lang } } },
  { label: words.helpSummary, intent: { command: 'help', args: { lang } } },
];

const waysOn = ({ words, language: lang }: Context): Button[] => [
  { label: words.aQuiz, intent: { command: 'quiz', args: { lang } } },
  { label: words.startReview, intent: { command: 'review', args: { lang } } },
  { label: words.allTopics, intent: { command: 'topics', args: { lang } } },
];
