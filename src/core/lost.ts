import { wordsIn } from './i18n/words.ts';
import { type ConversationId, platformOf, type SpaceId } from './places.ts';
import type { Poster, Services } from './ports.ts';
import type { ClaimedPost, QuizRecords, Telling } from './quiz/records.ts';
import type { Reply } from './reply.ts';
import { describeSchedule } from './schedule/describe.ts';
import type { ActorId } from './turn.ts';

/** Something that comes to a conversation because somebody has set it. */
interface SetThing {
  readonly conversation: ConversationId;
  readonly setBy: ActorId;
}

/**
 * To whom it is told that something could not be posted: whoever set it, unless it was for that person alone.
 *
 * @param unposted - the key of the message that could not be posted.
 */
export function tellingOf(
  { conversation, setBy: person, space }: SetThing & { readonly space: SpaceId },
  unposted: string,
  posters: ReadonlyMap<string, Poster>,
): Telling | undefined {
  const lane = person === conversation ? undefined : posters.get(platformOf(person))?.laneOf({ conversation: person, space });
  return lane && { person, unposted, lane };
}

/**
 * What whoever set a quiz or a digest is told when its channel is lost: which one, why, and how to go on.
 *
 * @returns `undefined` where it goes on again, or somebody else has set it since.
 */
export async function lostMessage(
  { kind, about, conversation: person }: Pick<ClaimedPost, 'kind' | 'about' | 'conversation'>,
  { schedules }: Pick<QuizRecords, 'schedules'>,
  services: Pick<Services, 'preferences' | 'digests' | 'commandName' | 'now'>,
): Promise<Reply | undefined> {
  const lost = about && (await (kind === 'lost' ? schedules.find(about) : services.digests?.find(about)));
  if (!lost || lost.setBy !== person || (lost.remark !== 'gone' && lost.remark !== 'forbidden')) return undefined;
  const language = (await services.preferences.languageOf(person)) ?? lost.language;
  const words = wordsIn(language);
  const isQuiz = 'questions' in lost;
  const title = isQuiz ? words.lostTitle : words.lostDigestTitle;
  const command = `/${services.commandName}`;
  return {
    summary: title,
    language,
    blocks: [
      { kind: 'heading', text: title },
      {
        ...{ kind: 'caption', about },
        text: describeSchedule(lost.timetable, { questions: isQuiz ? lost.questions : undefined }, services.now(), language),
      },
      { kind: 'prose', text: lost.remark === 'gone' ? words.lostGone : words.lostForbidden },
      { kind: 'prose', text: isQuiz ? words.lostHow(command) : words.lostDigestHow(command) },
    ],
  };
}
