import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { reportMemory } from './parts.ts';

// The least that the framework does for a command: one listener, one reply.
const [, , api = '', token = ''] = process.argv;
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand())
    await interaction.reply({ content: interaction.options.getString('question') ?? '', flags: MessageFlags.Ephemeral });
});
client.once(Events.ClientReady, () => process.send?.({ ready: true }));
await client.login(token);
process.on('message', reportMemory);
