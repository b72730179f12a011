import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Acted } from '../../tests/support/discord/people.ts';
import { partsOf } from '../../tests/support/discord/rules.ts';
import { textOf } from '../../tests/support/discord/seen.ts';
import type { Discord } from '../../tests/support/discord/server.ts';
import type { Channel, Message } from '../../tests/support/discord/world.ts';
import { PEOPLE, type Shown, type Site, withPatience } from './site.ts';

/** People in one server of our Discord. */
export function createDiscordSite(discord: Discord, count = PEOPLE): Site {
  const { world, people: act } = discord;
  const { guild, channel: general } = world.addGuild('Team');
  const people = Array.from({ length: count }, (_, at) => act.person(`p${at}`, { locale: at % 2 ? 'zh-CN' : 'en-US' }));
  const manager = act.person('boss', { permissions: PermissionFlagsBits.ManageGuild });
  const personAt = (at: number) => people[at] ?? manager;

  const shown = (message: Message): Shown => ({
    text: textOf(message),
    buttons: partsOf(message.components ?? []).flatMap(({ label, custom_id: intent }) =>
      label && intent ? [{ label, intent: String(intent) }] : [],
    ),
    async press(by, { label }) {
      // It may have been drawn anew since it was looked at.
      const now = world.channels.get(message.channelId)?.messages.get(message.id);
      return now && answered(() => act.presses(personAt(by), now, label));
    },
  });
  async function answered(perform: () => Acted): Promise<Shown | undefined> {
    const acted = perform();
    const look = () => (acted.ack !== undefined && !acted.isLoading ? acted.answer() : undefined);
    const found = await withPatience<Message>(world.until, look, world.changed);
    return found && shown(found);
  }
  const ours = ({ messages }: Channel) => [...messages.values()].filter(({ authorId }) => authorId === world.application.id);
  const types = (at: number, channel: Channel, text: string) => answered(() => act.types(personAt(at), channel, text));

  return {
    platform: 'discord',
    languages: people.map((_, at) => (at % 2 ? 'zh' : 'en')),
    actor: (at) => `discord:user:${personAt(at).id}`,
    type: (at, text) => types(at, general, text),
    async mention(at, text) {
      const { id } = act.says(personAt(at), general, `<@${world.application.id}> ${text}`);
      const look = () => ours(general).find(({ replyTo }) => replyTo === id);
      const found = await withPatience<Message>(world.until, look, world.changed);
      return found && shown(found);
    },
    async complete(at, text) {
      const acted = act.completes(personAt(at), general, text);
      const found = await withPatience(world.until<NonNullable<Acted['choices']> | 'late'>, () => acted.choices, world.changed);
      return found && { text: found.map(({ name }) => name).join('\n'), buttons: [], press: async () => undefined };
    },
    async arrange(when) {
      const channel = world.addChannel(ChannelType.GuildText, { guildId: guild.id });
      guild.channelIds.push(channel.id);
      return { channel: channel.id, shown: await types(count, channel, `daily ${when}`) };
    },
    posts(id) {
      const channel = world.channels.get(id);
      return channel
        ? ours(channel)
            .filter(({ visibleTo }) => visibleTo === undefined)
            .map(shown)
        : [];
    },
    prune(keptMs) {
      const oldest = world.now() - keptMs;
      for (const [token, { sentAt }] of world.interactions) if (sentAt < oldest) world.interactions.delete(token);
      const kept = new Set([...world.interactions.values()].flatMap(({ originalId, pressed }) => [originalId, pressed]));
      for (const channel of world.channels.values())
        for (const message of channel.messages.values())
          if (!kept.has(message.id) && message.visibleTo !== undefined) channel.messages.delete(message.id);
      discord.log.length = 0;
    },
    close: () => discord.close(),
  };
}
