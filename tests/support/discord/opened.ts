import { openDiscordForTest } from './bot.ts';
import { bareClient } from './client.ts';

/** Our Discord with one server and someone in it, and a bare client; its clock stands still until it is set forward. */
export async function opened() {
  let now = Date.now();
  const discord = await openDiscordForTest({ now: () => now });
  const { guild, channel } = discord.world.addGuild('Team');
  const ann = discord.people.person('Ann');
  const call = bareClient(discord);
  const app = discord.world.application.id;
  return {
    ...{ ...discord, guild, channel, ann, call, app },
    later: (milliseconds: number) => {
      now += milliseconds;
    },
    asks() {
      const asked = discord.people.types(ann, channel, 'x');
      const respond = (body: unknown) => call(`POST /interactions/${asked.id}/${asked.token}/callback`, body);
      return { asked, respond, webhook: `/webhooks/${app}/${asked.token}` };
    },
  };
}
