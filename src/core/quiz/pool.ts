import type { Library } from '../content/library.ts';
import type { Language } from '../content/schema.ts';
import type { Random } from '../random.ts';
import { authoredOf } from './authored.ts';
import type { QuizItem } from './item.ts';
import { madeOf } from './made.ts';
import type { Prompt } from './prompt.ts';

/** All questions that one state of the notes holds or can be made into; a reload needs another pool. */
export interface Pool {
  /** The questions of a concept, authored before made, always in the same order; none for an unknown id. */
  of(concept: string): readonly Prompt[];
  /** The authored ones alone, which cost far less to work out. */
  authored(concept: string): readonly Prompt[];
}

/** Works a concept's questions out when they are first asked for. */
export function pool(library: Library): Pool {
  const authored = remembered((id) => {
    const concept = library.concepts.get(id);
    return concept ? authoredOf(concept, library) : [];
  });
  const all = remembered((id) => {
    const concept = library.concepts.get(id);
    return [...authored(id), ...(concept ? madeOf(concept, library) : [])];
  });
  return { of: all, authored };
}

function remembered(work: (id: string) => readonly Prompt[]): (id: string) => readonly Prompt[] {
  const known = new Map<string, readonly Prompt[]>();
  return (id) => {
    const found = known.get(id) ?? work(id);
    known.set(id, found);
    return found;
  };
}

interface DrawOptions {
  readonly random: Random;
  /** The ids of the items that this conversation has had. */
  readonly asked: ReadonlySet<string>;
  /** Leaves out what is not written in it. */
  readonly language?: Language;
}

/** Draws a question of a concept that has not been asked yet, authored ones first; `undefined` when all have been. */
export function drawItem(concept: string, questions: Pool, { random, asked, language }: DrawOptions): QuizItem | undefined {
  const isLeft = ({ id, languages }: Prompt) => !asked.has(id) && (language === undefined || languages.includes(language));
  const authored = questions.authored(concept).filter(isLeft);
  const left = authored.length > 0 ? authored : questions.of(concept).filter(isLeft);
  return left[Math.floor(random() * left.length)]?.draw(random);
}
