import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, hasHan, isTraditional, MAX_QUESTION, nameKey, tidy, unitsOf } from '../../../src/core/search/text.ts';

describe('what a person typed, made tidy', () => {
  test('is cut to the length of a long question', () => {
    expect(tidy('a'.repeat(10_000))).toBe('a'.repeat(MAX_QUESTION));
    expect(tidy('what is a pod')).toBe('what is a pod');
  });

  test('has single spaces, and none around it', () => {
    expect(tidy(`  what\tis \n a\u00a0\u3000pod ${' '.repeat(3_000)}`)).toBe('what is a pod');
    expect(tidy(`${' '.repeat(3_000)}pod`)).toBe('pod');
  });

  test('has no control, bidi or zero-width characters, which separate words', () => {
    expect(tidy('\u202ewhat\u202c is\u0000a\u200bpod\u0007\ufeff')).toBe('what is a pod');
  });

  test('has no half of a character, neither typed nor left by the cut', () => {
    expect(tidy('po\ud800d')).toBe('po\ufffdd');
    expect(tidy(`${'x'.repeat(MAX_QUESTION - 1)}😀`).isWellFormed()).toBe(true);
    expect(tidy('pod 😀')).toBe('pod 😀');
  });

  test('stays as it is when it is made tidy again, and keeps nothing invisible, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const once = tidy(text);
        expect(tidy(once)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(MAX_QUESTION);
        expect(once).not.toMatch(/[\p{Cc}\p{Cf}]|\s\s|^\s|\s$/u);
      }),
    );
  });

  test('does not depend on what stands far behind the cut, so that a huge message costs what a long one does', () => {
    const long = 'pod '.repeat(MAX_QUESTION * 10);
    expect(tidy(`${long}one end`)).toBe(tidy(`${long}another end`));
    expect(tidy(`${' '.repeat(MAX_QUESTION * 10)}pod`)).toBe('');
  });
});

describe('a folded text', () => {
  test.each([
    ['KubeLet', 'kubelet'],
    ['Ｋｕｂｅｌｅｔ　１２', 'kubelet 12'],
    ['ﬁle ①', 'file 1'],
    ['什么是（Ｐｏｄ）？', '什么是(pod)?'],
  ])('has neither case nor width: %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ['節點', '节点'],
    ['請問 K8s 的網路策略', '请问 k8s 的网络策略'],
    ['叢集', '集群'],
    ['網路', '网络'],
    ['伺服器', '服务器'],
    ['記憶體', '内存'],
    ['資料庫', '数据库'],
    ['容器', '容器'],
    // In Taiwan 程序 is a process and 文件 a document; on the mainland, and so here, a program and a file.
    ['程序员打开文件', '程序员打开文件'],
    ['程式', '程序'],
  ])('has Simplified characters and the mainland’s words: %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('stays as it is when it is folded again', () => {
    const texts = ['What IS a Ｐｏｄ', '什麼是叢集', '網路策略', 'K8s 的節點', 'Ünder İ ß'];
    for (const text of texts) expect(fold(fold(text))).toBe(fold(text));
  });

  test('is known to come from Traditional characters, where they differ', () => {
    expect(['節點是什麼', '节点是什么', '容器', 'node'].map(isTraditional)).toEqual([true, false, false, false]);
  });
});

describe('the key of a name', () => {
  test('is the same however a name is joined, quoted or ended', () => {
    const spellings = [
      'Config Map',
      'config-map',
      'ConfigMap',
      'config_map',
      'config.map',
      '"config map"?',
      '`config-map`',
      '（ConfigMap）',
      'config／map',
    ];
    expect(new Set(spellings.map((spelling) => nameKey(fold(spelling))))).toEqual(new Set(['configmap']));
    expect(nameKey(fold('「配置·映射」，'))).toBe('配置映射');
  });

  test('is empty where there are only marks', () => {
    expect(nameKey(' ?!…#**')).toBe('');
  });

  test('keeps what tells names apart', () => {
    expect([nameKey('c++'), nameKey('c'), nameKey('pv1'), nameKey('pv')]).toEqual(['c++', 'c', 'pv1', 'pv']);
  });
});

describe('the units of a question', () => {
  test('are its words and its Han characters, where they stand', () => {
    expect(unitsOf('k8s 里的 pv-1, über')).toEqual([
      { text: 'k8s', han: false, start: 0, end: 3 },
      { text: '里', han: true, start: 4, end: 5 },
      { text: '的', han: true, start: 5, end: 6 },
      { text: 'pv', han: false, start: 7, end: 9 },
      { text: '1', han: false, start: 10, end: 11 },
      { text: 'über', han: false, start: 13, end: 17 },
    ]);
  });

  test('are cut out of any folded text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const folded = fold(tidy(text));
        let end = 0;
        for (const unit of unitsOf(folded)) {
          expect(unit.start).toBeGreaterThanOrEqual(end);
          expect(folded.slice(unit.start, unit.end)).toBe(unit.text);
          expect(hasHan(unit.text)).toBe(unit.han);
          end = unit.end;
        }
      }),
    );
  });
});
