import { App, HTTPReceiver } from '@slack/bolt';
import { listening, SECRET, silent } from './parts.ts';

// The least that the framework does for a command: signature check, parsing, one listener, the acknowledgement;
// with what was typed, or with an answer that was made beforehand.
const receiver = new HTTPReceiver({ signingSecret: SECRET, endpoints: ['/slack/events'], logger: silent });
const authorize = async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'U1' });
const app = new App({ receiver, authorize, convoStore: false, logger: silent });
const answer: object | undefined = process.argv[2] === undefined ? undefined : JSON.parse(process.argv[2]);
app.command('/k8s', async ({ ack, payload }) => ack(answer ?? payload.text));
listening(receiver.requestListener);
