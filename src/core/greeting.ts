import { type Language, otherLanguage } from './content/schema.ts';
import { wordsIn } from './i18n/words.ts';
import { inSpace } from './knowledge.ts';
import type { Arrival, Services } from './ports.ts';
import { compose } from './quiz/compose.ts';
import type { Quiz } from './quiz/records.ts';
import { choiceButtons, questionAt, questionBlocks } from './quiz/show.ts';
import type { Block, Button, Reply } from './reply.ts';
import { clockLabel, describeSchedule } from './schedule/describe.ts';
import { WORKDAYS } from './schedule/schedule.ts';
import { zoneChoices } from './schedule/zones.ts';

/** The daily time that is proposed. */
const MINUTE_OF_DAY = 9 * 60 + 30;

/** Introduces the bot where it was brought in: one message, once. Nothing where nothing can be posted. */
export async function greet(arrival: Arrival, services: Services): Promise<void> {
  const { records, fallbackLanguage, wake } = services;
  const { place, conversation, space } = arrival;
  const lane = services.laneOf(arrival);
  if (!records || !lane) return;
  const language = arrival.locale ?? fallbackLanguage;
  const likely = language === fallbackLanguage ? services.zone : zoneChoices(language)[0];
  const zone = arrival.zone ?? likely ?? services.zone;
  const questions = await compose({ conversation, questions: 1, language }, inSpace(space, services));
  if (await records.greetings.open({ place, conversation, space, language, zone, questions, lane })) wake();
}

/** What the bot says where it is new: what it does, a question to try, and what can be chosen. */
export function greeting(quiz: Quiz, zone: string, language: Language, { now, commandName }: Pick<Services, 'now' | 'commandName'>): Reply {
  const words = wordsIn(language);
  const question = questionAt(quiz, 1, language);
  const timetable = { minuteOfDay: MINUTE_OF_DAY, zone, days: WORKDAYS };
  const proposal = describeSchedule(timetable, { questions: 1 }, now(), language);
  const live: Block[] = question
    ? [
        { kind: 'divider' },
        { kind: 'prose', text: words.helloTry },
        ...questionBlocks(question, words),
        { kind: 'buttons', buttons: choiceButtons(quiz, 1, question, words, language) },
        { kind: 'divider' },
      ]
    : [];
  return {
    summary: words.helloSummary,
    language,
    blocks: [
      { kind: 'heading', text: words.helloTitle },
      { kind: 'prose', text: words.hello(`/${commandName}`) },
      ...live,
      { kind: 'prose', text: words.helloDaily(proposal) },
      { kind: 'buttons', buttons: buttonsFor(quiz, zone, language) },
    ],
  };
}

function buttonsFor({ id }: Quiz, zone: string, language: Language): Button[] {
  const words = wordsIn(language);
  const other = otherLanguage(language);
  const quiz = String(id);
  return [
    {
      label: words.helloEveryDay(clockLabel(MINUTE_OF_DAY)),
      intent: { command: 'daily', args: { at: String(MINUTE_OF_DAY), zone, lang: language } },
    },
    { label: wordsIn(other).inThisLanguage, intent: { command: 'hello', args: { quiz, lang: other } } },
    { label: words.notNow, intent: { command: 'hello', args: { quiz, no: '1', lang: language } } },
  ];
}
