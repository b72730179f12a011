import { describe, expect, test } from 'vitest';
import { receiveLine, terminalTurn } from '../../../src/adapters/terminal/receive.ts';

const intent = (concept: string) => ({ command: 'ask', args: { concept } });
const buttons = ['pod', 'node'].map((id) => ({ label: id, intent: intent(id) }));
const receive = (line: string, shown = buttons) => receiveLine(line, shown, 'k8s');

describe('a line at the terminal', () => {
  test.each(['2', ' 2 ', '[2]', '02', '２', '[2'])('%j presses the second button', (line) => {
    expect(receive(line)).toEqual({ kind: 'intent', intent: intent('node') });
  });

  test.each([
    ['0', 0],
    ['3', 3],
    ['99', 99],
  ])('%j presses a button that is not there', (line, number) => {
    expect(receive(line)).toEqual({ kind: 'no button', number });
  });

  test.each(['137', '2 pods', '-1', '1.5', 'pod 2', '二'])('%j is a question', (line) => {
    expect(receive(line)).toMatchObject({ kind: 'intent', intent: { command: 'ask', args: { q: line } }, typed: line });
  });

  test.each([
    ['More ▸', 'more'],
    ['◂ Back', 'Back'],
    ['Good · 3 days', ' good '],
    ['看答案', '看答案'],
    ['中文', '中文'],
  ])('presses the button “%s” as “%s”', (label, line) => {
    expect(receive(line, [...buttons, { label, intent: intent('this') }])).toEqual({ kind: 'intent', intent: intent('this') });
  });

  test('that says more than a label is a question', () => {
    expect(receive('pod 2')).toMatchObject({ intent: { args: { q: 'pod 2' } } });
    expect(receive('   ')).not.toMatchObject({ intent: intent('pod') });
  });

  test('with a number is a question where there are no buttons', () => {
    expect(receive('2', [])).toMatchObject({ intent: { command: 'ask', args: { q: '2' } } });
  });

  test('is read as everywhere, with and without the slash command', () => {
    for (const line of ['topics', '/k8s topics', '主题'])
      expect(receive(line)).toMatchObject({ intent: { command: 'topics' }, typed: line });
  });

  test.each(['exit', 'quit', 'Bye', ':q', '退出', '再见'])('%j takes leave', (line) => {
    expect(receive(line)).toEqual({ kind: 'leave' });
  });

  test('that only begins like a farewell is a question', () => {
    expect(receive('exit code 137')).toMatchObject({ kind: 'intent', typed: 'exit code 137' });
  });
});

test('a turn says what was typed, so that its language can be told, and has a number of its own', () => {
  const said = { intent: intent('pod'), typed: 'kubelet 是什么' };
  expect(terminalTurn(said, 'en', 7)).toMatchObject({ id: 'terminal:7', typed: 'kubelet 是什么', actor: { locale: 'en' } });
  expect(terminalTurn({ intent: intent('pod') }, 'en', 8)).not.toHaveProperty('typed');
});
