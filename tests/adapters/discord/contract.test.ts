import { openBotInServer } from '../../support/discord/bot.ts';
import { openEndpoint } from '../../support/discord/endpoint.ts';
import { labelsOf, textOf } from '../../support/discord/seen.ts';
import type { Message, Person } from '../../support/discord/world.ts';
import { type AdapterDriver, adapterContract } from '../contract.ts';

type Opened = Awaited<ReturnType<typeof openBotInServer>> | Awaited<ReturnType<typeof openEndpoint>>;

async function driverOf({ world, people, guild, channel, adapter }: Opened): Promise<AdapterDriver> {
  const persons: Record<'ann' | 'bob', Person> = { ann: people.person('Ann'), bob: people.person('Bob') };
  const messages = (who: 'ann' | 'bob') => world.seenBy(persons[who], channel).toReversed();
  const shown = (message: Message) => [textOf(message), ...labelsOf(message)].join('\n');
  const sees = (who: 'ann' | 'bob') => messages(who).map(shown).join('\n');
  // Whoever has had an answer elsewhere knows that the bot has heard of every server.
  const direct = world.directChannel(persons.bob.id);
  await world.until(people.types(persons.bob, direct, 'help').answer);
  return {
    adapter,
    channel: `discord:${guild.id}:${channel.id}`,
    nowhere: `discord:${guild.id}:1`,
    sees,
    async asks(text) {
      people.types(persons.ann, channel, text);
    },
    async presses(who, label) {
      const message = messages(who).find((one) => labelsOf(one).includes(label));
      if (!message) throw new Error(`nobody shows "${label}"`);
      people.presses(persons[who], message, label);
    },
    async pressesForged(value) {
      const [message] = messages('ann');
      if (message) people.forges(persons.ann, message, channel, value);
    },
    async repeats() {
      people.repeats();
    },
    until: async (who, text) => void (await world.until(() => sees(who).includes(text))),
    stop: () => adapter.stop(),
  };
}

adapterContract('Discord by the gateway', async () => driverOf(await openBotInServer()));
adapterContract('Discord by HTTP', async () => driverOf(await openEndpoint()));
