import { greeting } from './greeting.ts';
import { digestFor } from './inbox/digest.ts';
import { lostMessage } from './lost.ts';
import type { Services } from './ports.ts';
import type { Drawn } from './quiz/deliver.ts';
import { drawPost } from './quiz/messages.ts';
import type { ClaimedPost, QuizRecords } from './quiz/records.ts';
import type { Reply } from './reply.ts';

/** What a message of ours is to show now; `undefined` when there is nothing to say any more. */
export async function drawMessage(post: ClaimedPost, records: QuizRecords, services: Services): Promise<Drawn | undefined> {
  const { reviews } = services;
  if (post.kind === 'digest') return yetToCome(await digestFor(post.conversation, services));
  if (post.kind === 'lost' || post.kind === 'lost-digest') return yetToCome(await lostMessage(post, records, services));
  if (post.kind !== 'hello') return drawPost(post, records, reviews && { ...services, reviews });
  const [quiz, zone] = [await records.quizzes.find(post.subject), await records.greetings.zoneOf(post.subject)];
  return quiz && zone !== undefined ? { reply: greeting(quiz, zone, quiz.language, services), isOver: false } : undefined;
}

const yetToCome = (reply: Reply | undefined): Drawn | undefined => reply && { reply, isOver: false };
