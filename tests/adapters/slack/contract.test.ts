import { botOnSlack, type Mode } from '../../support/slack/bot-on-slack.ts';
import { buttonsOf, createPerson } from '../../support/slack/people.ts';
import type { Delivery } from '../../support/slack/transport.ts';
import { type AdapterDriver, adapterContract } from '../contract.ts';

async function drive(mode: Mode): Promise<AdapterDriver> {
  const { slack, adapter, ann, general, stop } = await botOnSlack(mode);
  const people = { ann, bob: createPerson(slack, 'bob') };
  const origin = { channel: general.id, user: ann.id };
  let asked: Delivery | undefined;
  const newestWith = (who: 'ann' | 'bob', label: string) => {
    const found = people[who].sees(general).findLast((message) => buttonsOf(message).some(({ text }) => text.text === label));
    if (!found) throw new Error(`${who} sees no button "${label}"`);
    return found;
  };
  return {
    adapter,
    stop,
    channel: `slack:${slack.workspace.team}:${general.id}`,
    nowhere: `slack:${slack.workspace.team}:C9999`,
    async asks(text) {
      asked = ann.command(general, text);
      await slack.deliver(asked, origin);
    },
    async repeats() {
      if (asked) await slack.deliver({ ...asked, retry: 1 }, origin);
    },
    presses: async (who, label) => void (await people[who].presses(newestWith(who, label), label)),
    async pressesForged(value) {
      const message = newestWith('ann', 'Share here');
      const [button] = buttonsOf(message);
      if (button) await slack.deliver(ann.press(message, { ...button, value }));
    },
    sees: (who) => JSON.stringify(people[who].sees(general).map(({ blocks }) => blocks)),
    until: async (who, text) => void (await people[who].until(general, text)),
  };
}

adapterContract('Slack by socket', () => drive('socket'));
adapterContract('Slack by HTTP', () => drive('http'));
