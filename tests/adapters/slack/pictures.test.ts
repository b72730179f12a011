import { describe, expect, test } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { temporaryDir } from '../../support/databases.ts';
import { PNG, quickPencil, slowPencil, stepper, stepWithPicture } from '../../support/pictures.ts';
import { botOnSlack, type Mode } from '../../support/slack/bot-on-slack.ts';
import type { Message } from '../../support/slack/workspace.ts';

const MODES: readonly Mode[] = ['socket', 'http'];
const world = { bot: stepper, draw: quickPencil };

const imagesOf = ({ blocks = [] }: Pick<Message, 'blocks'>) => blocks.filter(({ type }) => type === 'image');
const uploadsIn = (calls: readonly { readonly method: string }[]) =>
  calls.filter(({ method }) => method === 'files.completeUploadExternal').length;

describe.each(MODES)('a reply with a picture, by %s', (mode) => {
  test('answers a command with the file, described, and without the text that stands for it', async () => {
    const { ann, general, slack, incidents } = await botOnSlack(mode, world);
    await ann.types(general, 'x');
    const shown = await ann.until(general, 'slack_file');
    expect(imagesOf(shown)).toMatchObject([{ type: 'image', alt_text: 'The picture of step 1.', slack_file: { id: expect.any(String) } }]);
    expect(JSON.stringify(shown)).not.toContain('text of step 1');
    const [file] = [...slack.files.values()];
    expect([file?.isPng, file?.channel]).toEqual([true, undefined]);
    expect(file?.text).toContain('"theme":"light"');
    expect(incidents).toEqual([]);
  });

  test('is said in text at once where it can be edited, and edited once Slack is done with the file', async () => {
    const { ann, slack } = await botOnSlack(mode, world);
    slack.processing.checks = 1;
    const direct = ann.direct();
    await ann.says(direct, 'x');
    const text = await ann.until(direct, 'text of step 1');
    const shown = await ann.until(direct, 'slack_file');
    expect([shown.ts, imagesOf(text)]).toEqual([text.ts, []]);
    expect(ann.sees(direct)).toHaveLength(1);
  });

  test('goes on in the same message', async () => {
    const { ann, general } = await botOnSlack(mode, world);
    await ann.types(general, 'x');
    const first = await ann.until(general, 'slack_file');
    await ann.presses(first, 'Next');
    const second = await ann.until(general, 'The picture of step 2.');
    expect([second.ts, ann.sees(general).length]).toEqual([first.ts, 1]);
    await ann.presses(second, 'Plain');
    expect(imagesOf(await ann.until(general, 'no picture here'))).toEqual([]);
  });
});

describe('a picture', () => {
  test('is sent to a workspace once, also after a restart', async () => {
    const store = await openStore(temporaryDir(), { as: 'tool', now: () => new Date() });
    const { ann, general, slack, stop } = await botOnSlack('socket', { ...world, store });
    await ann.types(general, 'x');
    await ann.until(general, 'slack_file');
    await stop();
    const again = await botOnSlack('socket', { ...world, store, slack });
    await ann.types(again.general, 'x');
    await ann.until(again.general, 'slack_file');
    expect(uploadsIn(slack.calls)).toBe(1);
    await again.stop();
    await store.close();
  });

  test('whose file was deleted in Slack is said in text, and sent anew the next time', async () => {
    const { ann, general, slack } = await botOnSlack('http', { ...world, violations: ['a message shows images that were sent to Slack'] });
    await ann.types(general, 'x');
    await ann.until(general, 'slack_file');
    slack.files.clear();
    await ann.types(general, 'x');
    expect(imagesOf(await ann.until(general, 'text of step 1'))).toEqual([]);
    await ann.types(general, 'x');
    await slack.workspace.until(() => ann.sees(general).filter((message) => imagesOf(message).length > 0)[1]);
    expect(uploadsIn(slack.calls)).toBe(2);
  });

  test('that Slack is not done with for long is left out, and the text stands', async () => {
    const { ann, general, slack, incidents } = await botOnSlack('http', world);
    slack.processing.checks = 99;
    await ann.types(general, 'x');
    expect(imagesOf(await ann.until(general, 'text of step 1'))).toEqual([]);
    expect(incidents).toEqual([]);
  });

  test('is not sent without the scope for it, which is asked for once', async () => {
    const { ann, general, slack, incidents } = await botOnSlack('http', { ...world, scopes: ['commands', 'chat:write'] });
    for (let time = 0; time < 3; time++) await ann.types(general, 'x');
    await slack.workspace.until(() => ann.sees(general)[2]);
    expect(ann.sees(general).flatMap(imagesOf)).toEqual([]);
    expect([slack.calls.filter(({ method }) => method.startsWith('files.')).length, incidents.length]).toEqual([1, 1]);
  });

  test('that takes its time never holds up the acknowledgement', async () => {
    const { draw, finish } = slowPencil();
    const { ann, general, slack } = await botOnSlack('http', { ...world, draw });
    const taken = await ann.types(general, 'x');
    expect([taken?.status, taken?.body]).toEqual([200, undefined]);
    finish();
    await ann.until(general, 'slack_file');
    expect(slack.violations).toEqual([]);
  });

  test('that is late does not take the place of what was asked for since', async () => {
    const { draw, finish } = slowPencil();
    const { ann, slack, stop } = await botOnSlack('http', { ...world, draw });
    const direct = ann.direct();
    await ann.says(direct, 'x');
    await ann.presses(await ann.until(direct, 'text of step 1'), 'Plain');
    await ann.until(direct, 'no picture here');
    finish();
    await stop();
    expect(ann.sees(direct).flatMap(imagesOf)).toEqual([]);
    expect(slack.calls.some(({ method }) => method === 'chat.update')).toBe(false);
  });

  test('comes with a post and with its edit', async () => {
    const { adapter, general, slack } = await botOnSlack('http', world);
    const ref = await adapter.poster.post(`slack:${slack.workspace.team}:${general.id}`, stepWithPicture(1), 'quiz:1');
    await adapter.poster.edit(ref, stepWithPicture(2));
    const [message] = slack.workspace.messages;
    expect(message && imagesOf(message)).toMatchObject([{ alt_text: 'The picture of step 2.' }]);
    expect(slack.workspace.messages).toHaveLength(1);
  });

  test('stands in App Home', async () => {
    const { ann } = await botOnSlack('http', world);
    await ann.opensHome();
    await ann.homeUntil('slack_file');
  });
});

describe('our Slack', () => {
  const image = (id: string) => [{ type: 'image', alt_text: 'x', slack_file: { id } }];

  test('refuses images that were never sent, are no images, or are not done with', async () => {
    const { slack, general } = await botOnSlack('http', { ...world, violations: ['a message shows images that were sent to Slack'] });
    const say = async (id: string) => {
      const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.tokens.bot}` },
        body: JSON.stringify({ channel: general.id, text: 'x', blocks: image(id) }),
      });
      return ((await response.json()) as { error?: string }).error;
    };
    const file = { name: 'a.png', text: PNG.toString(), isPng: true, isComplete: true };
    slack.files.set('F1', { ...file, isComplete: false });
    slack.files.set('F2', { ...file, isPng: false });
    slack.files.set('F3', { ...file, busyFor: 1 });
    expect([await say('F0'), await say('F1'), await say('F2'), await say('F3'), await say('F3')]).toEqual([
      ...['invalid_blocks', 'invalid_blocks', 'invalid_blocks', 'invalid_blocks'],
      undefined,
    ]);
  });
});
