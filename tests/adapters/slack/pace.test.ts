import { describe, expect, test } from 'vitest';
import { createPace } from '../../../src/adapters/slack/pace.ts';

/** How long turns are waited for, in milliseconds, by a clock that stands still. */
function atOnce(...channels: readonly string[]) {
  const pace = createPace(() => new Date(0));
  const begun = performance.now();
  const turns = channels.map((channel) => pace.turnFor('T1', channel).then(() => Math.round(performance.now() - begun)));
  return { pace, turns };
}

describe('posts', () => {
  test('in one channel are a second apart, and one whose turn is far off is told to come again', async () => {
    const { turns } = atOnce('C1', 'C1', 'C1', 'C1');
    const [first, second, third, fourth] = await Promise.allSettled(turns);
    expect(first).toMatchObject({ status: 'fulfilled' });
    for (const [turn, at] of [
      [second, 1_000],
      [third, 2_000],
    ] as const) {
      expect(turn?.status === 'fulfilled' && turn.value).toBeGreaterThanOrEqual(at - 10);
    }
    expect(fourth).toMatchObject({ reason: { name: 'PlatformError', refusal: { kind: 'later', waitMs: 3_000 } } });
  });

  test('in several channels of a workspace are a tenth of a second apart, those of other workspaces are free', async () => {
    const { pace, turns } = atOnce('C1', 'C2', 'C3');
    await pace.turnFor('T2', 'C1');
    const waited = await Promise.all(turns);
    expect(waited[2]).toBeGreaterThanOrEqual(190);
    expect(waited[2]).toBeLessThan(900);
  });

  test('whose turns come in the same moment let whatever else there is to do come in between', async () => {
    const pace = createPace(() => new Date(0));
    const done: string[] = [];
    const posts = Array.from({ length: 5 }, (_, at) => pace.turnFor(`T${at}`, 'C1').then(() => done.push('post')));
    const answer = () => {
      done.push('answer');
      if (done.length < 20) setImmediate(answer);
    };
    setImmediate(answer);
    await Promise.all(posts);
    expect(done.join(' ')).not.toContain('post post');
  });

  test('are kept back while Slack asks to wait, and not for less than before', async () => {
    const { pace } = atOnce();
    pace.pause('T1', 30_000);
    pace.pause('T1', 1_000);
    await expect(pace.turnFor('T1', 'C1')).rejects.toMatchObject({ refusal: { kind: 'later', waitMs: 30_000 } });
    await pace.turnFor('T2', 'C1');
  });

  test('of more channels than are remembered cost no more memory, and still wait for their workspace', async () => {
    let nowMs = 0;
    const pace = createPace(() => new Date(nowMs));
    for (let n = 0; n < 20_000; n++) {
      nowMs += 100;
      await pace.turnFor('T1', `C${n}`);
    }
    pace.pause('T1', 5_000);
    await expect(pace.turnFor('T1', 'C0')).rejects.toMatchObject({ refusal: { kind: 'later' } });
  });
});
