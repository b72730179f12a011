import { describe, expect, test } from 'vitest';
import { chat } from '../../../src/adapters/terminal/index.ts';
import { createPaper } from '../../../src/adapters/terminal/paper.ts';
import { answer, tutorFor } from '../../support/bot.ts';
import { createTerminal } from '../../support/terminal.ts';

const findings = { 'what is kubelet': answer('kubelet'), 'kubelet 是什么': answer('kubelet') };
const ENTER = '\r';

/** A chat on a few notes; `ended` settles when it is over. */
function open(about: Parameters<typeof createTerminal>[0], language: 'en' | 'zh' = 'en') {
  const terminal = createTerminal(about);
  const { input, output } = terminal;
  const { bot, incidents } = tutorFor({ findings, locale: language });
  const paper = createPaper(output);
  const ended = chat({ bot, input, output, paper, language, commandName: 'k8s', concepts: 7 });
  return { ...terminal, ended, incidents, tell: paper.tell };
}

describe('on a terminal, the chat', () => {
  test('greets, answers, and says goodbye on Ctrl-C', async () => {
    const { screen, type, ended } = open({ isTerminal: true });
    await screen.until('Xiao A · 小A knows 7 concepts');
    await screen.until('Ctrl-C leaves');
    await screen.until('› ');
    type(`what is kubelet${ENTER}`);
    await screen.until('The agent on every node');
    await screen.until('› ');
    type('\u0003');
    await ended;
    expect(screen.text()).toMatch(/› .*\n\nSee you!\n$/s);
  });

  test.each([
    ['Ctrl-D', '\u0004'],
    ['the word exit', `exit${ENTER}`],
  ])('ends on %s', async (_what, keys) => {
    const { screen, type, ended } = open({ isTerminal: true });
    await screen.until('› ');
    type(keys);
    await ended;
    expect(screen.text()).toMatch(/\n\nSee you!\n$/);
  });

  test('greets in Chinese', async () => {
    const { screen, hangUp, ended } = open({ isTerminal: true }, 'zh');
    await screen.until('小A · Xiao A 知道 7 个');
    hangUp();
    await ended;
    expect(screen.text()).toMatch(/回头见！\n$/);
  });

  test('presses the buttons of the last answer by their numbers, also below a notice without any', async () => {
    const { screen, type, hangUp, ended } = open({ isTerminal: true });
    await screen.until('› ');
    type(`kubelet 是什么${ENTER}`);
    await screen.until('[3] English');
    type(`3${ENTER}`);
    await screen.until('The agent on every node');
    await screen.until('[3] 中文');
    type(`9${ENTER}`);
    await screen.until('There is no button 9 now.');
    type(`compare${ENTER}`);
    await screen.until('Name two things');
    type(`1${ENTER}`);
    await screen.until('The smallest unit');
    hangUp();
    await ended;
  });

  test('brings back what was typed before on arrow up', async () => {
    const { screen, type, hangUp, ended } = open({ isTerminal: true });
    await screen.until('› ');
    type(`what is kubelet${ENTER}`);
    await screen.until('[3] 中文');
    type(`\u001b[A${ENTER}`);
    await screen.until('what is kubelet');
    await screen.until('The agent on every node');
    hangUp();
    await ended;
  });

  test('says all else in the language of its last answer', async () => {
    const { screen, type, ended } = open({ isTerminal: true });
    await screen.until('› ');
    type(`主题${ENTER}`);
    await screen.until('[3] English');
    type(`77${ENTER}`);
    await screen.until('现在没有 77 号按钮。');
    type(`exit${ENTER}`);
    await ended;
    expect(screen.text()).toMatch(/回头见！\n$/);
  });

  test('prompts again below a notice, with what was typed so far, and breaks the notice between words', async () => {
    const { screen, type, tell, ended } = open({ isTerminal: true, columns: 30 });
    await screen.until('› ');
    type('what is kube');
    await screen.until('kube');
    tell('The notes were loaded anew: 7 concepts.');
    await screen.until('The notes were loaded anew: 7\nconcepts.\n\n');
    await screen.until('› what is kube');
    type(`let${ENTER}`);
    await screen.until('The agent on every node');
    type(`exit${ENTER}`);
    await ended;
  });

  test('says a notice that comes while it answers beside the answer, with one prompt below both', async () => {
    const { screen, type, tell, ended } = open({ isTerminal: true });
    await screen.until('› ');
    type(`what is kubelet${ENTER}`);
    await screen.until('what is kubelet\r\n');
    tell('Something is new.');
    await screen.until('The agent on every node');
    type(`exit${ENTER}`);
    await ended;
    expect(screen.text()).toContain('Something is new.\n\nkubelet\n\nThe agent');
  });

  test('passes over empty lines', async () => {
    const { screen, type, hangUp, ended } = open({ isTerminal: true });
    await screen.until('› ');
    type(`${ENTER}   ${ENTER}`);
    hangUp();
    await ended;
    expect(screen.text()).not.toContain('What you can ask me');
    expect(screen.text().match(/› /g)?.length).toBeGreaterThanOrEqual(3);
  });

  test('breaks lines at the window’s width', async () => {
    const { screen, type, hangUp, ended } = open({ isTerminal: true, columns: 30 });
    await screen.until('Xiao A · 小A knows 7 concepts\nof Docker and Kubernetes. Ask\n');
    await screen.until('› ');
    type(`what is kubelet${ENTER}`);
    await screen.until('The agent on every node that\nstarts the Pods assigned to\nit.\n');
    hangUp();
    await ended;
  });

  test('takes lines that are pasted all at once, one after another', async () => {
    const { screen, type, hangUp, ended } = open({ isTerminal: true });
    await screen.until('› ');
    type(`what is kubelet${ENTER}topics${ENTER}lang zh${ENTER}`);
    await screen.until('The agent on every node');
    await screen.until('What the notes cover');
    await screen.until('好，以后用中文回答你。');
    hangUp();
    await ended;
  });
});

describe('colours', () => {
  const shown = async (colours: boolean) => {
    const { screen, hangUp, ended } = open({ isTerminal: true, colours });
    hangUp();
    await ended;
    return screen.text();
  };

  test('are used on a terminal that has them', async () => {
    expect(await shown(true)).toContain('\u001b[1m');
  });

  test('are not used on one that has none', async () => {
    expect(await shown(false)).not.toContain('\u001b[1m');
  });
});

describe('from a pipe, the chat', () => {
  test('answers one question a line, without greeting, prompt or colour', async () => {
    const { screen, type, hangUp, ended } = open({ isTerminal: false });
    type('what is kubelet\r\n\r\n  \nkubelet 是什么\ntopics');
    hangUp();
    await ended;
    const text = screen.text();
    expect(text.startsWith('kubelet\n\nThe agent on every node')).toBe(true);
    expect(text.indexOf('每个节点上的代理程序')).toBeLessThan(text.indexOf('What the notes cover'));
    for (const decoration of ['›', '\u001b', 'Xiao A']) expect(text).not.toContain(decoration);
    expect(text.match(/^kubelet$/gm)).toHaveLength(2);
  });

  test('leaves long lines whole, for programs that read them', async () => {
    const { screen, type, hangUp, ended } = open({ isTerminal: false, columns: 20 });
    type('what is kubelet\n');
    hangUp();
    await ended;
    expect(screen.text()).toContain('It watches the API server for Pods bound to its node and starts their containers with containerd.\n');
  });

  test.each([
    ['nothing', ''],
    ['empty lines', '\n  \n'],
  ])('with %s on it shows an answer in both languages, and how to go on', async (_what, input) => {
    const { screen, type, hangUp, ended, incidents } = open({ isTerminal: false });
    type(input);
    hangUp();
    await ended;
    await expect(screen.text()).toMatchFileSnapshot('../../golden/terminal/demonstration.en.txt');
    expect(incidents).toEqual([]);
  });
});
