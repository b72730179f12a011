import type { Context } from '../command.ts';
import { UserError } from '../errors.ts';
import type { KeptSchedule } from '../quiz/records.ts';

/**
 * Only those who decide for the others may change their quiz, and whoever set it.
 *
 * @throws UserError for everyone else.
 */
export async function mustManage(context: Context, schedule?: KeptSchedule): Promise<void> {
  const { actor, conversation } = context.turn;
  if (conversation.isDirect || schedule?.setBy === actor.id || (await actor.account()).canManage) return;
  throw new UserError((words) => words.dailyManagers);
}
