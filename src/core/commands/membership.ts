import type { Context } from '../command.ts';
import { UserError } from '../errors.ts';

/**
 * What comes by itself can come only where the bot is a member.
 *
 * @throws UserError that says how it becomes one.
 */
export async function mustBeMember({ turn }: Context): Promise<void> {
  const { invite, isMember } = turn.conversation;
  if (invite !== undefined) throw new UserError((words) => words.dailyInvite(invite));
  if (isMember && !(await isMember())) throw new UserError((words) => words.dailyNoMember);
}
