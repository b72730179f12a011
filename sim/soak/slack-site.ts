import { buttonsOf, createPerson } from '../../tests/support/slack/people.ts';
import type { SlackServer } from '../../tests/support/slack/server.ts';
import type { Delivery } from '../../tests/support/slack/transport.ts';
import { BOT, type Message } from '../../tests/support/slack/workspace.ts';
import { PEOPLE, type Shown, type Site, withPatience } from './site.ts';

/** People in one workspace of our Slack. */
export function createSlackSite(slack: SlackServer, count = PEOPLE): Site {
  const { workspace } = slack;
  const general = workspace.addChannel('general');
  const people = Array.from({ length: count }, (_, at) => createPerson(slack, `p${at}`, { locale: at % 2 ? 'zh-CN' : 'en-US' }));
  const manager = createPerson(slack, 'boss', { isAdmin: true });
  const personAt = (at: number) => people[at] ?? manager;

  const shown = (message: Message): Shown => ({
    text: JSON.stringify([message.text, message.blocks]),
    buttons: buttonsOf(message).map(({ text, value }) => ({ label: text.text, intent: value })),
    press(by, { intent }) {
      const person = personAt(by);
      const button = buttonsOf(message).find(({ value }) => value === intent);
      if (!button) throw new Error(`nobody sees a button ${intent}`);
      return answered(person.id, message.channel, () => person.press(message, button));
    },
  });
  const toOne = (person: string, channel: string) => workspace.messages.filter((one) => one.channel === channel && one.onlyFor === person);

  /** What a person alone sees of a delivery: what was not there before, or was changed by it. */
  async function answered(person: string, channel: string, make: () => Delivery): Promise<Shown | undefined> {
    const before = new Set(toOne(person, channel));
    return sent(make(), { channel, user: person }, () => toOne(person, channel).find((message) => !before.has(message)));
  }
  async function sent(delivery: Delivery, origin: { channel: string; user: string } | undefined, look: () => Message | undefined) {
    void slack.deliver(delivery, origin);
    const found = await withPatience<Message>(workspace.until, look, workspace.tell);
    return found && shown(found);
  }
  const types = (person: typeof manager, channel: typeof general, text: string) =>
    answered(person.id, channel.id, () => person.command(channel, text));

  return {
    platform: 'slack',
    languages: people.map((_, at) => (at % 2 ? 'zh' : 'en')),
    actor: (at) => `slack:${workspace.team}:${personAt(at).id}`,
    type: (at, text) => types(personAt(at), general, text),
    async mention(at, text) {
      const delivery = personAt(at).message(general, `<@${BOT.user}> ${text}`);
      const { ts } = delivery.body.event as { ts: string };
      return sent(delivery, undefined, () => workspace.messages.find((one) => one.thread_ts === ts && one.user === BOT.user));
    },
    async arrange(when) {
      const channel = workspace.addChannel('daily');
      return { channel: channel.id, shown: await types(manager, channel, `daily ${when}`) };
    },
    posts: (channel) =>
      workspace.messages.filter((one) => one.channel === channel && one.user === BOT.user && one.onlyFor === undefined).map(shown),
    prune(keptMs) {
      const oldest = (Date.now() - keptMs) / 1_000;
      const kept = workspace.messages.filter(
        ({ ts, channel, onlyFor }) => Number(ts) > oldest || (channel !== general.id && onlyFor === undefined),
      );
      workspace.messages.splice(0, workspace.messages.length, ...kept);
      slack.calls.length = 0;
    },
    close: async () => slack.close(),
  };
}
