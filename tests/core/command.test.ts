import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseText } from '../../src/core/command.ts';
import { COMMANDS } from '../../src/core/commands/index.ts';

const read = (text: string) => parseText(text, COMMANDS, 'k8s');
const question = (q: string) => ({ command: 'ask', args: { q } });

describe('what a person types', () => {
  test.each(
    COMMANDS.filter(({ read: readRest, typed }) => readRest('', typed[0] ?? '')).flatMap(({ name, typed }) =>
      typed.map((word) => [word, name]),
    ),
  )('"%s" is the command %s, also behind the slash command and in capitals', (word, command) => {
    expect(read(word).command).toBe(command);
    expect(read(`/k8s ${word}`).command).toBe(command);
    expect(read(`  ${word.toUpperCase()} `).command).toBe(command);
  });

  test('has no word that means two commands', () => {
    const words = COMMANDS.flatMap(({ typed }) => typed);
    expect(words).toEqual([...new Set(words)]);
    expect(words.filter((word) => word !== word.toLowerCase())).toEqual([]);
  });

  test.each(['what is kubelet', 'kubelet 是什么', 'Kubernetes', 'k8s help', '/k8shelp', '12', 'digest?', '流程？'])(
    '"%s" is a question',
    (text) => {
      expect(read(text)).toEqual(question(text));
    },
  );

  test.each([
    ['/help', 'help'],
    ['/quiz 3', 'quiz'],
    ['help!', 'help'],
    ['帮助？', 'help'],
    ['what can you do?', 'help'],
    ['Topics.', 'topics'],
    ['复习！', 'review'],
    ['thanks! 🙏', 'courtesy'],
    ['你好～', 'courtesy'],
    ['Who are you?', 'courtesy'],
  ])('"%s" means %s, for all the marks around it', (text, command) => {
    expect(read(text).command).toBe(command);
  });

  test.each(['hello, what is a pod', 'hi kubelet', '你好，什么是 Pod', 'thank you for the Pod', 'ok pods'])(
    '"%s" has more to say than a greeting, so it is a question',
    (text) => {
      expect(read(text)).toEqual(question(text));
    },
  );

  test('is a question without the slash command before it', () => {
    expect(read('/k8s what is kubelet')).toEqual(question('what is kubelet'));
    expect(read('/K8S  kubelet 是什么 ')).toEqual(question('kubelet 是什么'));
  });

  test.each(['', '   ', '/k8s', '/k8s  '])('%j asks for help', (text) => {
    expect(read(text)).toEqual({ command: 'help', args: {} });
  });

  test.each(['help me understand pods', 'random numbers in a pod', '随机数怎么生成', '帮助我理解 Pod', 'language server', '? pod'])(
    '"%s" begins like a command that takes no words, so it is a question',
    (text) => {
      expect(read(text)).toEqual(question(text));
    },
  );

  test.each(['查看 pod 日志', '问题怎么排查', 'helpful tools', 'asking for a pod'])(
    '"%s" only begins with the letters of a command',
    (text) => {
      expect(read(text)).toEqual(question(text));
    },
  );

  test.each([
    ['ask help', 'help'],
    ['/k8s ask topics', 'topics'],
    ['问 帮助', '帮助'],
    ['查 主题', '主题'],
    ['問 幫助', '幫助'],
  ])('"%s" asks about a word that is also a command', (text, q) => {
    expect(read(text)).toEqual(question(q));
  });

  test.each([
    ['compare Secret and ConfigMap', 'Secret and ConfigMap'],
    ['Compare Secret vs. ConfigMap', 'Secret vs. ConfigMap'],
    ['比较 Secret 和 ConfigMap', 'Secret 和 ConfigMap'],
    ['比较Secret和ConfigMap', 'Secret和ConfigMap'],
    ['對比 Pod 與 容器', 'Pod 與 容器'],
    ['compare pod, node', 'pod, node'],
  ])('"%s" compares', (text, q) => {
    expect(read(text)).toEqual({ command: 'compare', args: { q } });
  });

  test('names one thing to compare, so that it is a question', () => {
    expect(read('compare pods')).toEqual(question('compare pods'));
  });

  test.each([
    ['lang zh', 'zh'],
    ['LANG English', 'English'],
    ['语言 中文', '中文'],
    ['语言中文', '中文'],
    ['language', ''],
    ['中文', '中文'],
    ['English', 'english'],
    ['lang fr', ''],
  ])('"%s" chooses a language', (text, to) => {
    expect(read(text)).toEqual({ command: 'lang', args: { to } });
  });

  test.each(['lang constructor', 'lang __proto__', '中文文档在哪里', 'english documentation'])(
    '"%s" names no language, so it is a question',
    (text) => {
      expect(read(text)).toEqual(question(text));
    },
  );

  test('always means one of the commands, and as a question it is kept as it was', () => {
    const words = fc.constantFrom(...COMMANDS.flatMap(({ typed }) => typed), '/k8s', 'pod', '和', ' ', '\n', '?', '🙂');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((parts) => parts.join(' ')),
        ),
        (text) => {
          const { command, args } = read(text);
          expect(COMMANDS.map(({ name }) => name)).toContain(command);
          if (args.q) expect(text).toContain(args.q);
        },
      ),
    );
  });
});

test('marks before the end are read in time that grows with their number, not with its square', () => {
  const marks = (count: number) => `${'!'.repeat(count)}a`;
  const microseconds = (text: string) => {
    const start = process.cpuUsage();
    expect(read(text)).toEqual({ command: 'ask', args: { q: text } });
    return process.cpuUsage(start).user;
  };
  // Eight times the text takes eight times the time, or sixty-four when it grows with the square.
  expect(microseconds(marks(40_000)) / (microseconds(marks(5_000)) + 1_000)).toBeLessThan(20);
});
