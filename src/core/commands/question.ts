import type { Context } from '../command.ts';
import { type Concept, namesOf } from '../content/concept.ts';
import { UserError } from '../errors.ts';
import type { Reply } from '../reply.ts';
import type { Finding } from '../search/search.ts';
import { isTraditional } from '../search/text.ts';
import { answerAbout, conceptButton, listOf } from './answer.ts';
import { answerComparison } from './comparison.ts';
import { noneButton, notInNotes } from './unanswered.ts';

/** How many concepts are offered where none is sure. */
const MAX_OFFERED = 3;

/** Answers a question, asks back which of a few concepts is meant, or says that the notes do not answer it. */
export async function answerQuestion(question: string, context: Context): Promise<Reply> {
  // Signs and faces alone ask for nothing.
  if (!/[\p{L}\p{N}]/u.test(question)) throw new UserError((words) => words.emptyQuestion);
  const finding = context.knowledge.find(question);
  const { kind, ids, others } = finding;
  const suggestions = kind === 'did-you-mean' ? ids : others;
  const [found] = ids;
  if (kind === 'answer' && found !== undefined) context.services.reviews?.lookUps.note(context.turn.actor.id, found);
  const outcome = { kind, concepts: ids, suggestions, language: context.language };
  return { ...(await replyTo(finding, question, context)), outcome };
}

async function replyTo(finding: Finding, question: string, context: Context): Promise<Reply> {
  const { kind, ids, others, isComparison } = finding;
  const mended = finding.mended.map((term) => asWritten(term, conceptsOf(ids, context)));
  const remarks = isTraditional(question) ? [context.words.simplifiedReply] : [];
  const [first, second] = conceptsOf(ids, context);
  if (isComparison && first && second) return answerComparison(first, second, context, { mended, remarks });
  if (kind === 'answer' && first) return answerAbout(first, context, { mended, others, remarks });
  if (kind === 'did-you-mean') return askBack(ids, question, context);
  return notInNotes(question, conceptsOf(others, context).slice(0, MAX_OFFERED), context);
}

function conceptsOf(ids: readonly string[], { knowledge }: Context): Concept[] {
  return ids.flatMap((id) => knowledge.library.concepts.get(id) ?? []);
}

/** A term that search has mended, with the capitals that it has among the names of what was found. */
const asWritten = (term: string, found: readonly Concept[]): string =>
  found.flatMap(namesOf).find((name) => name.toLowerCase() === term) ?? term;

async function askBack(ids: readonly string[], question: string, context: Context): Promise<Reply> {
  const { words } = context;
  const concepts = conceptsOf(ids, context).slice(0, MAX_OFFERED);
  return {
    summary: words.didYouMeanSummary,
    blocks: [
      { kind: 'heading', text: words.didYouMeanTitle },
      { kind: 'prose', text: words.didYouMean },
      listOf(concepts, context),
      {
        kind: 'buttons',
        buttons: [...concepts.map((concept) => conceptButton(concept, context, concepts)), ...(await noneButton(question, context))],
      },
    ],
  };
}
