import { botOnWeb } from '../../support/web/bot-on-web.ts';
import { visit } from '../../support/web/visitor.ts';
import { adapterContract } from '../contract.ts';

adapterContract('The web page', async () => {
  const { address, adapter, stop } = await botOnWeb();
  const { room, turn, send, sees, seesText, presses, until } = await visit(address);
  let asked = turn('ann', { text: 'help' });
  return {
    adapter,
    stop,
    channel: `web:${room}:team`,
    nowhere: `web:${room}:nowhere`,
    async asks(text) {
      asked = turn('ann', { text });
      await send(asked);
    },
    repeats: async () => void (await send(asked)),
    presses: async (who, label) => void (await presses(who, label)),
    pressesForged: async (value) => void (await send(turn('ann', { press: value, message: sees('ann').at(-1)?.id }))),
    sees: seesText,
    until,
  };
});
