import { describe, expect, test } from 'vitest';
import { findFlow } from '../../../src/core/commands/find-flow.ts';
import { LANGUAGES } from '../../../src/core/content/schema.ts';
import { findHighlight } from '../../../src/core/diagram/highlight.ts';
import { parseFlowchart } from '../../../src/core/diagram/parse.ts';
import { overBudget, type PictureBlock, type Reply } from '../../../src/core/reply.ts';
import { buttonOf, buttonsOf, textOf, tutorFor } from '../../support/bot.ts';
import { libraryOf, NOTES, shippedLibrary } from '../../support/notes.ts';

const library = await shippedLibrary();
const shipped = tutorFor({ library });
const small = tutorFor();

const pictureOf = ({ blocks }: Reply): PictureBlock | undefined => blocks.find((block) => block.kind === 'picture');
const highlightOf = (reply: Reply) => {
  const drawing = pictureOf(reply)?.drawing;
  return drawing?.kind === 'diagram' ? drawing.highlight : undefined;
};

describe('a flow', () => {
  test('goes on and back in one message, each step with its path, a sentence and the same diagram', async () => {
    const first = await small.say('flow run a pod');
    expect(textOf(first)).toContain('API server → Node › kubelet');
    const second = await small.press(buttonOf(first, 'Next ▸'));
    expect([first, second].map(highlightOf)).toEqual([['api -> kubelet'], ['kubelet -> pod']]);
    expect([second.summary, second.replaces]).toEqual(['A Pod is started (2/2)', true]);
    const back = await small.press(buttonOf(second, '◂ Back'));
    expect([back.summary, back.replaces]).toEqual(['A Pod is started (1/2)', true]);
    expect(pictureOf(second)?.alt).toContain('Highlighted: kubelet, Pod.');
  });

  test('has the concepts of each step to read about, and all flows at its end', async () => {
    const end = await small.press(buttonOf(await small.say('flow start'), 'Next ▸'));
    expect(buttonsOf(end).map(({ label }) => label)).toEqual(['◂ Back', 'All flows', '中文', 'kubelet', 'Pod']);
    expect((await small.press(buttonOf(end, 'All flows'))).blocks[0]).toMatchObject({ text: 'What happens, step by step' });
  });

  test('is the same in the other language, at the same step', async () => {
    const second = await small.press(buttonOf(await small.say('flow start'), 'Next ▸'));
    const chinese = await small.press(buttonOf(second, '中文'));
    expect(chinese.summary).toBe('启动一个 Pod（2/2）');
    expect(textOf(chinese)).toContain('节点 › kubelet → Pod');
  });

  test('that is not there any more leads to those that are', async () => {
    const reply = await small.press({ intent: { command: 'flow', args: { flow: 'gone', step: '3' } } });
    expect(reply.summary).toBe('There is no flow of that name. These are all.');
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['A Pod is started', '中文']);
  });

  test('whose diagram cannot be drawn rightly is told with the diagram as it is written', async () => {
    const files = NOTES.map((file) => ({
      ...file,
      text: file.text.replaceAll('flowchart LR\n        api', 'flowchart LR\n        click api'),
    }));
    const reply = await tutorFor({ library: libraryOf(files) }).say('flow start');
    expect(reply.blocks[1]).toMatchObject({ kind: 'code', text: expect.stringContaining('click api') });
    expect(overBudget(reply)).toEqual([]);
  });

  test('cannot be shown where there is none', async () => {
    expect((await tutorFor({ library: { ...libraryOf(NOTES), flows: [] } }).say('flow')).summary).toBe('There is no such lesson now.');
  });
});

describe('a flow is found', () => {
  test.each([
    ['apply', 'apply'],
    ['Apply a deployment', 'apply'],
    ['what happens when you apply a Deployment', 'apply'],
    ['应用', 'apply'],
    ['部屬流程', 'apply'],
    ['roling updat', 'rolling-update'],
    ['滚动更心', 'rolling-update'],
    ['升级', 'rolling-update'],
    ['of a request through a Service', 'request'],
    ['node down', 'node-dies'],
    ['节点宕机', 'node-dies'],
    ['pulling an image', 'image-pull'],
    ['拉镜像', 'image-pull'],
    ['docker push', 'build-and-push'],
    ['构建镜象', 'build-and-push'],
  ])('by %j', (typed, id) => {
    expect(findFlow(typed, library.flows)?.id).toBe(id);
  });

  test.each(['', 'x', 'helm chart', '天气预报', 'zzzz', '🙂'])('not by %j', (typed) => {
    expect(findFlow(typed, library.flows)).toBeUndefined();
  });

  test.each(['flow control, what is it', '流程图是什么', 'flow?'])('and a question is left to be answered: %s', async (text) => {
    expect((await shipped.say(text)).outcome).toBeDefined();
  });
});

describe.each(LANGUAGES)('the flows that come with the program (%s)', (lang) => {
  test('are at least six, fit a message at every step, and highlight what is there', async () => {
    expect(library.flows.length).toBeGreaterThanOrEqual(6);
    for (const { id, steps, diagram } of library.flows) {
      const parsed = parseFlowchart(diagram.mermaid[lang] ?? '');
      for (const [index, { highlight }] of steps.entries()) {
        const reply = await shipped.press({ intent: { command: 'flow', args: { flow: id, step: String(index + 1), lang } } });
        expect([id, index, ...overBudget(reply)]).toEqual([id, index]);
        expect(pictureOf(reply)).toBeDefined();
        expect(parsed.kind === 'flowchart' && findHighlight(parsed.flowchart, highlight).unknown).toEqual([]);
      }
    }
  });
});
