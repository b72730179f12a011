import type { QuizItem } from './item.ts';
import type { Texts } from './texts.ts';

/**
 * Whether two items may stand in one sitting: they are about different
 * concepts, and neither says in its stem or its explanation, in either
 * language, what the other one asks for.
 */
export function goTogether(one: QuizItem, other: QuizItem): boolean {
  return one.concept !== other.concept && !tellsAnswerOf(one, other) && !tellsAnswerOf(other, one);
}

function tellsAnswerOf(one: QuizItem, other: QuizItem): boolean {
  const answer = other.choices.find(({ id }) => id === other.answer)?.text ?? {};
  const said = [one.stem, one.explanation].flatMap(textsIn);
  return textsIn(answer).some((name) => said.some((text) => says(text, name)));
}

const textsIn = (texts: Texts): string[] => Object.values(texts).map((text) => text.toLowerCase());

/** Whether a text holds a name, not as a piece of a longer word; both in small letters. */
function says(text: string, name: string): boolean {
  const isLetter = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character);
  const joins = (before: string | undefined, after: string | undefined) => isLetter(before) && isLetter(after);
  for (let at = text.indexOf(name); name !== '' && at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (!joins(text[at - 1], name[0]) && !joins(name.at(-1), text[end])) return true;
  }
  return false;
}
