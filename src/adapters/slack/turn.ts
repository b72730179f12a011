import type { WebClient } from '@slack/web-api';
import type { ConversationId } from '../../core/places.ts';
import type { Inviters } from '../../core/ports.ts';
import type { Account, Turn } from '../../core/turn.ts';
import type { Members } from './members.ts';
import { isBotIn } from './membership.ts';
import type { Profiles } from './profiles.ts';
import { actorId, conversationId, isDirect, type Received, spaceId } from './receive.ts';

interface Known {
  readonly profiles: Profiles;
  readonly inviters: Inviters;
  readonly members: Members;
}

/** A turn of what was received. */
export function turnOf(received: Received, client: WebClient, known: Known): Turn {
  const { delivery, intent, typed, isOpen, pressed, team, user, name, channel } = received;
  const profile = known.profiles.known(team, user);
  return {
    id: delivery,
    intent,
    ...(typed !== undefined && { typed }),
    ...(isOpen && { isOpen }),
    ...(pressed && { pressed }),
    actor: {
      id: actorId(team, user),
      name: profile?.name ?? name ?? user,
      locale: profile?.locale,
      account: () => accountOf(received, client, known),
      ...(received.place.kind === 'home' && { isIn: (conversation: ConversationId) => isIn(conversation, received, client, known) }),
    },
    conversation: {
      id: conversationId(team, channel),
      space: spaceId(team),
      isDirect: isDirect(channel) || received.place.kind === 'home',
      ...(received.place.kind !== 'home' && { isMember: () => isBotIn(client, channel, user) }),
    },
  };
}

/** A direct message is nobody's channel. */
async function isIn(conversation: ConversationId, { team, user }: Received, client: WebClient, { members }: Known): Promise<boolean> {
  const channel = conversation.split(':')[2] ?? '';
  return !isDirect(channel) && members.isIn(client, team, user, channel);
}

/** Whoever administers the workspace or brought the bot in decides in a channel; with the bot alone, everybody does. */
async function accountOf({ team, user, channel, place }: Received, client: WebClient, { profiles, inviters }: Known): Promise<Account> {
  const profile = await profiles.find(client, team, user);
  const isAlone = isDirect(channel) || place.kind === 'home';
  const isInviter = () => inviters.isInviter(conversationId(team, channel), actorId(team, user)).catch(() => false);
  const canManage = isAlone || profile?.isAdmin === true || (await isInviter());
  return { canManage, locale: profile?.locale, zone: profile?.zone };
}
