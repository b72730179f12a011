import { describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/core/bot.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { quickPencil, stepper, stepWithPicture } from '../../support/pictures.ts';
import { createClock } from '../../support/quiz.ts';
import { botOnSlack } from '../../support/slack/bot-on-slack.ts';
import type { Fault } from '../../support/slack/faults.ts';

const WEEK = 7 * 24 * 60;

const chart = (learnt: number): Reply => ({
  summary: 'Your progress',
  blocks: [
    {
      kind: 'picture',
      drawing: { kind: 'chart', chart: { kind: 'progress', title: 'Your progress', learnt, total: 233, due: 1, forecast: [] } },
      alt: `${learnt} learnt.`,
      instead: [{ kind: 'prose', text: `${learnt} learnt` }],
    },
  ],
});

/** A bot that shows somebody's progress, or where a step is asked for, a diagram that all may see. */
async function world() {
  let learnt = 0;
  const clock = createClock('2026-03-02T09:00:00Z');
  const reply: Bot['reply'] = async ({ typed }) => (typed === 'step' ? stepWithPicture(1) : chart(++learnt));
  const given = { bot: { ...stepper, reply }, draw: quickPencil, now: clock.now };
  const on = await botOnSlack('socket', given);
  const { ann, general, slack, store } = on;
  /** Whatever the bot was about is done by then. */
  const restart = async () => {
    await on.stop();
    return botOnSlack('socket', { ...given, slack, store });
  };
  /** Ann asks, and has seen the picture; gives the names of the files that Slack has. */
  const asks = async (text: string, alt: string): Promise<string[]> => {
    await ann.types(general, text);
    await ann.until(general, alt);
    return [...slack.files.keys()];
  };
  const deleted = () => slack.calls.flatMap(({ method, args }) => (method === 'files.delete' ? [args.file] : []));
  return { ...on, clock, asks, deleted, restart };
}

describe('a picture of one’s own progress', () => {
  test('is deleted in Slack after a week, when the next picture comes; what all may see stays', async () => {
    const { asks, clock, slack, deleted, stop, incidents } = await world();
    const [diagram] = await asks('step', 'The picture of step 1.');
    const [, first] = await asks('progress', '1 learnt.');
    clock.pass(WEEK - 1);
    const [, , second] = await asks('progress', '2 learnt.');
    expect(deleted()).toEqual([]);
    clock.pass(1);
    await asks('progress', '3 learnt.');
    await stop();
    expect(deleted()).toEqual([first]);
    expect([...slack.files.keys()]).toEqual([diagram, second, expect.any(String)]);
    expect(incidents).toEqual([]);
  });

  test('is sent anew each time: nobody is shown a file that will be gone', async () => {
    const { asks } = await world();
    await asks('progress', '1 learnt.');
    expect(await asks('progress', '2 learnt.')).toHaveLength(2);
  });

  const faults: readonly (readonly [string, Fault, tries: number, incidents: number])[] = [
    ['that cannot be deleted just now is deleted the next time', { kind: 'broken' }, 2, 0],
    ['that somebody has deleted is left alone', { kind: 'refused', error: 'file_deleted' }, 1, 0],
    ['that Slack will not delete is an incident, once', { kind: 'refused', error: 'cant_delete_file' }, 1, 1],
  ];
  test.each(faults)('%s', async (_what, fault, tries, count) => {
    const { asks, clock, slack, deleted, restart, incidents } = await world();
    const [first] = await asks('progress', '1 learnt.');
    clock.pass(WEEK);
    slack.faults.next('files.delete', fault);
    await asks('progress', '2 learnt.');
    const again = await restart();
    await asks('progress', '3 learnt.');
    await again.stop();
    expect(deleted()).toEqual(Array.from({ length: tries }, () => first));
    expect(incidents).toHaveLength(count);
  });
});
