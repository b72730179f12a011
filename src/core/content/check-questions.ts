import { holds, spellingKey } from '../search/text.ts';
import { giveAwaysIn } from './check-give-aways.ts';
import { nameIn, namesOf, wordingsOf } from './concept.ts';
import type { LoadedConcept } from './load.ts';
import type { Report } from './report.ts';
import { LANGUAGES, type Language } from './schema.ts';

type Question = LoadedConcept['concept']['questions'][number];
type Choice = Question['distractors'][number];

/** The rules for good quiz questions that a program can check (after Haladyna, Downing & Rodriguez 2002). */
export function checkQuestions(
  loaded: LoadedConcept,
  byId: ReadonlyMap<string, LoadedConcept>,
  isKnown: (id: string) => boolean,
  report: Report,
): void {
  const ids = new Set<string>();
  for (const [index, question] of loaded.concept.questions.entries()) {
    const at = (path: readonly PropertyKey[]) => ['questions', index, ...path];
    const complain: Complain = (path, message, mend) => report(loaded, at(path), 'warning', `question ${question.id}: ${message}`, mend);
    if (ids.has(question.id))
      report(loaded, at(['id']), 'error', `the question id ${question.id} stands here twice`, 'give each question its own id');
    ids.add(question.id);
    const checkChoice = (concept: string | undefined, path: readonly PropertyKey[]) => {
      if (concept === undefined || isKnown(concept)) return;
      report(loaded, at([...path, 'concept']), 'error', `there is no concept ${concept}`, 'mend the id of this choice');
    };
    checkChoice(question.answer?.concept, ['answer']);
    for (const [place, { concept, wrong }] of question.distractors.entries()) {
      checkChoice(concept, ['distractors', place]);
      if (concept === undefined && !wrong)
        complain(['distractors', place], 'a choice that is no concept must say why it is wrong', 'add wrong:');
    }
    checkAnswer(loaded, question, byId, complain);
    for (const language of LANGUAGES) if (question.stem[language]) checkWording(loaded, question, language, byId, complain);
  }
}

type Complain = (path: readonly PropertyKey[], message: string, mend: string) => void;

const TELLTALE = /all of the above|none of the above|both a and b|以上都|以上皆/i;
const MAX_LABEL = 75;

const answerOf = ({ concept }: LoadedConcept, question: Question): Omit<Choice, 'wrong'> => question.answer ?? { concept: concept.id };

/** No wrong choice may be the answer under another name. */
function checkAnswer(loaded: LoadedConcept, question: Question, byId: ReadonlyMap<string, LoadedConcept>, complain: Complain): void {
  const { concept: right } = answerOf(loaded, question);
  if (right === undefined) return;
  for (const { concept } of question.distractors) {
    const other = byId.get(concept ?? '');
    if (concept === right) complain([], `${concept} is the answer and a wrong choice`, 'choose another wrong one');
    else if (other && sharesName(other, byId.get(right)))
      complain([], `the wrong choice ${concept} bears a name of the answer`, 'choose another wrong one');
  }
}

function checkWording(
  loaded: LoadedConcept,
  question: Question,
  language: Language,
  byId: ReadonlyMap<string, LoadedConcept>,
  complain: Complain,
): void {
  const choices = [answerOf(loaded, question), ...question.distractors].map((choice) => textOf(choice, language, byId));
  for (const [at, text] of choices.entries()) {
    const path = at === 0 ? ['answer'] : ['distractors', at - 1];
    if (text === undefined) complain(path, `a choice has no words in ${language}`, `add ${language}:`);
    else if (text.length > MAX_LABEL) complain(path, `a choice has ${text.length} characters, a button holds ${MAX_LABEL}`, 'shorten it');
    else if (TELLTALE.test(text)) complain(path, `"${text}" is no choice of its own`, 'write what it stands for');
  }
  const keys = choices.map((text) => spellingKey(text ?? ''));
  if (new Set(keys).size < keys.length) complain([], `two choices are alike in ${language}`, 'change one of them');
  const isNamed = question.answer?.[language] === undefined;
  if (!isNamed && choices.every((text) => text !== undefined))
    for (const { message, mend } of giveAwaysIn(choices, language)) complain([], message, mend);
  const [right = ''] = choices;
  if (right.length > 2 && holds(question.stem[language] ?? '', right))
    complain(['stem'], `the stem holds the answer "${right}"`, 'ask without naming it');
}

function textOf(choice: Choice, language: Language, byId: ReadonlyMap<string, LoadedConcept>): string | undefined {
  const written = choice[language];
  if (written !== undefined || choice.concept === undefined) return written;
  const named = byId.get(choice.concept);
  return named ? nameIn(named.concept, language) : choice.concept;
}

function sharesName(one: LoadedConcept, other: LoadedConcept | undefined): boolean {
  if (!other) return false;
  const shown = new Set(wordingsOf(other.concept).map(({ name }) => spellingKey(name)));
  return namesOf(one.concept).some((name) => shown.has(spellingKey(name)));
}
