import type { Context } from '../command.ts';
import type { Language } from '../content/schema.ts';
import { type Words, wordsIn } from '../i18n/words.ts';
import { chartBlock } from '../illustrate.ts';
import { type Block, type Button, excerpt, type RankingRow, type Reply, shorten, type TextBlock } from '../reply.ts';
import type { Choice, Question } from './item.ts';
import { inLanguage } from './item.ts';
import { type Chosen, DONT_KNOW, type Quiz, type Tally } from './records.ts';
import type { Counted } from './standing.ts';
import { ranked } from './standing.ts';
import { sayWhy } from './why.ts';

const LONGEST_STEM = 400;
const LONGEST_CHOICE = 200;
const LONGEST_EXPLANATION = 700;

/** The question at a position, in a language; `undefined` where there is none. */
export function questionAt({ questions }: Quiz, position: number, language: Language): Question | undefined {
  const chosen = questions[position - 1];
  return chosen && inLanguage(chosen.item, language);
}

const letter = ({ id }: Choice): string => id.toUpperCase();

/** A choice as it is spoken of: with its letter. */
export const nameOf = (choice: Choice): string => `${letter(choice)}. ${choice.text}`;

/** A question with its choices, each on a line of its own: a button shows only its letter, since phones cut long labels. */
export function questionBlocks({ stem, choices }: Question, words: Words): Block[] {
  const lines = choices.map((choice) => words.choice(letter(choice), excerpt(choice.text, LONGEST_CHOICE)));
  return [
    { kind: 'prose', text: excerpt(stem, LONGEST_STEM) },
    { kind: 'prose', text: lines.join('\n\n') },
  ];
}

/** The buttons that answer a question; whoever has chosen a language for the question is answered in it. */
export function choiceButtons(quiz: Quiz, position: number, { choices }: Question, words: Words, lang?: Language): Button[] {
  const here = { quiz: String(quiz.id), q: String(position), ...(lang && { lang }) };
  const intent = (choice: string) => ({ command: 'answer', args: { ...here, choice } });
  return [
    ...choices.map((choice): Button => ({ label: letter(choice), intent: intent(choice.id) })),
    { label: words.dontKnow, intent: intent(DONT_KNOW) },
  ];
}

/** Shows one question to one person. */
export function questionButton(quiz: Quiz, position: number, label: string, language: Language): Button {
  return { label, intent: { command: 'question', args: { quiz: String(quiz.id), q: String(position), lang: language } } };
}

/** What a channel sees while its quiz is open: how many have answered, and nothing of what. */
export function openMessage(quiz: Quiz, { people }: Tally, words: Words): Reply {
  const question = questionAt(quiz, 1, quiz.language);
  const count = quiz.questions.length;
  const asks = question && count === 1;
  const summary = asks ? words.quizSummary(shorten(question.stem, 150)) : words.questionsToAnswer(count);
  const buttons = asks ? choiceButtons(quiz, 1, question, words) : [{ label: words.startQuiz, intent: startIntent(quiz) }];
  return {
    summary,
    language: quiz.language,
    blocks: [
      { kind: 'heading', text: words.quizOfDay },
      ...(asks ? questionBlocks(question, words) : [{ kind: 'prose', text: words.questionsToAnswer(count) } as const]),
      {
        kind: 'caption',
        text: [people === 0 ? words.nobodyAnswered : words.answered(people), ...(asks ? reasons(quiz.questions, words) : [])].join(' · '),
      },
      { kind: 'buttons', buttons: [...buttons, ...(asks ? [inOtherLanguage(quiz)] : [])] },
    ],
  };
}

const startIntent = ({ id }: Quiz) => ({ command: 'question', args: { quiz: String(id) } });

/** Why the one question was chosen. */
const reasons = ([first]: readonly Chosen[], words: Words): string[] => (first?.why === undefined ? [] : [sayWhy(first.why, words)]);

function inOtherLanguage(quiz: Quiz): Button {
  const other = quiz.language === 'en' ? 'zh' : 'en';
  return questionButton(quiz, 1, wordsIn(other).inThisLanguage, other);
}

/** How a channel stands when its quiz is over. */
export interface Standing {
  /** The best of the month, best first. */
  readonly best: readonly Counted[];
  /** How many workdays in a row somebody has answered. */
  readonly teamDays: number;
}

/** What a channel sees of one question when its quiz is over. */
export function closedMessage(quiz: Quiz, tally: Tally, position: number, { best, teamDays }: Standing, words: Words): Reply {
  const question = questionAt(quiz, position, quiz.language);
  const answer = question?.choices.find(({ id }) => id === question.answer);
  if (!question || !answer) throw new Error(`quiz ${quiz.id} has no question ${position} with an answer`);
  const others = quiz.questions.length > 1 ? resultButtons(quiz, position, words) : [];
  return {
    summary: words.closedSummary(nameOf(answer)),
    language: quiz.language,
    blocks: [
      { kind: 'heading', text: quiz.questions.length > 1 ? words.closedOf(position, quiz.questions.length) : words.closedTitle },
      ...questionBlocks(question, words),
      { kind: 'prose', text: [words.itIs(nameOf(answer)), excerpt(question.explanation, LONGEST_EXPLANATION)].join('\n\n') },
      { kind: 'caption', text: countedText(quiz, tally, position, question, words) },
      ...(best.length === 0 || quiz.isQuiet ? [] : [scoreboard(best, words, quiz.language)]),
      ...(teamDays > 1 ? [{ kind: 'caption', text: words.teamStreak(teamDays) } as const] : []),
      { kind: 'buttons', buttons: [...others, conceptLink(question, words)] },
    ],
  };
}

function resultButtons(quiz: Quiz, shown: number, words: Words): Button[] {
  return quiz.questions.flatMap((_chosen, at) =>
    at + 1 === shown
      ? []
      : [
          {
            label: words.resultOf(at + 1),
            intent: { command: 'result', args: { quiz: String(quiz.id), q: String(at + 1), lang: quiz.language } },
          },
        ],
  );
}

function countedText(quiz: Quiz, { choices }: Tally, position: number, question: Question, words: Words): string {
  const counts = choices[position - 1] ?? new Map<string, number>();
  const answers = counts.entries().reduce((sum, [choice, times]) => (choice === DONT_KNOW ? sum : sum + times), 0);
  if (answers === 0) return words.closedNobody;
  const wrong = question.choices
    .filter(({ id }) => id !== question.answer && (counts.get(id) ?? 0) > 0)
    .toSorted((one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0) || (one.id < other.id ? -1 : 1))[0];
  const lines = quiz.isQuiet ? [] : [words.closedCount(counts.get(question.answer) ?? 0, answers)];
  if (wrong) lines.push(words.mixUp(nameOf(wrong), counts.get(wrong.id) ?? 0), ...(wrong.wrong === undefined ? [] : [wrong.wrong]));
  return words.sentences(lines);
}

/** How the best stand in this conversation this month. */
function scoreboard(best: readonly Counted[], words: Words, language: Language): Block {
  const caption = words.topTitle(words.topHere, words.periodMonth);
  return leaderboard(best, { caption, instead: [{ kind: 'caption', text: caption }] }, words, language);
}

/** What is said around a leaderboard. */
interface Framed {
  /** Whose it is, and of when. */
  readonly caption: string;
  /** The learner who reads it. */
  readonly own?: number | undefined;
  /** What stands above the lines where the picture cannot be shown. */
  readonly instead?: readonly TextBlock[];
}

/** The best as a picture; where it cannot be shown, in lines. */
export function leaderboard(best: readonly Counted[], { caption, own, instead = [] }: Framed, words: Words, language: Language): Block {
  const rows = rankingRows(best, own, words);
  const chart = {
    kind: 'leaderboard',
    title: words.topSummary,
    caption,
    rows: rows.map(({ rank: place, name, score: figure, isOwn }, at) => ({
      ...{ place, name, figure, score: best[at]?.score ?? 0 },
      ...(isOwn && { isOwn }),
    })),
  } as const;
  return chartBlock(chart, language, [...instead, { kind: 'ranking', rows }]);
}

/** Lines of a leaderboard; those who did not ask to be named are not. */
function rankingRows(best: readonly Counted[], own: number | undefined, words: Words): RankingRow[] {
  return ranked(best).map(({ rank, name, learner, correct, answered }) => ({
    rank,
    name: learner === own ? (name ?? words.you) : (name ?? words.someone),
    score: words.topScore(correct, answered),
    ...(learner === own && { isOwn: true }),
  }));
}

/** Shows what a question was about. */
export function conceptLink({ concept, language }: Question, words: Words): Button {
  return { label: words.learnMore, intent: { command: 'ask', args: { concept, lang: language } } };
}

/** What the second of two messages of one quiz shows. */
export function movedMessage(words: Words): Reply {
  return {
    summary: words.movedTitle,
    blocks: [
      { kind: 'heading', text: words.movedTitle },
      { kind: 'prose', text: words.moved },
    ],
  };
}

/** What one person is told about their answer. */
export function feedback(quiz: Quiz, position: number, choice: string, { words, language }: Context, remarks: readonly string[]): Reply {
  const question = questionAt(quiz, position, language);
  const answer = question?.choices.find(({ id }) => id === question.answer);
  if (!question || !answer) throw new Error(`quiz ${quiz.id} has no question ${position} with an answer`);
  const chosen = question.choices.find(({ id }) => id === choice);
  const verdict = verdictOn(question, choice, nameOf(answer), words);
  const wrong =
    chosen && chosen.id !== answer.id ? [words.yourChoice(nameOf(chosen)), ...(chosen.wrong === undefined ? [] : [chosen.wrong])] : [];
  return {
    summary: verdict.summary,
    replaces: true,
    blocks: [
      { kind: 'heading', text: verdict.title },
      ...remarks.map((text): Block => ({ kind: 'caption', text })),
      { kind: 'prose', text: excerpt(question.stem, LONGEST_STEM) },
      {
        kind: 'prose',
        text: [
          words.itIs(nameOf(answer)),
          ...(wrong.length > 0 ? [wrong.join('\n')] : []),
          excerpt(question.explanation, LONGEST_EXPLANATION),
        ].join('\n\n'),
      },
    ],
  };
}

function verdictOn({ answer }: Question, choice: string, right: string, words: Words): { title: string; summary: string } {
  if (choice === answer) return { title: words.rightTitle, summary: words.rightSummary };
  if (choice === DONT_KNOW) return { title: words.unknownAnswerTitle, summary: words.unknownAnswerSummary(right) };
  return { title: words.wrongTitle, summary: words.wrongSummary(right) };
}
