import { describe, expect, test } from 'vitest';
import { parseNote } from '../../../../src/core/content/notes/parse.ts';
import { readSeparated } from '../../../../src/core/content/notes/separated.ts';

const cards = (text: string) => readSeparated(text).cards.map(({ front, back, line }) => `${line}: ${front} = ${back}`);

describe('a file of separated values', () => {
  test.each([
    ['commas', 'Pod,the smallest unit\nNode,"a machine, whole"'],
    ['semicolons', 'Pod;the smallest unit\nNode;a machine, whole'],
    ['tabs', 'Pod\tthe smallest unit\nNode\ta machine, whole'],
    ['what its header says', '#separator:Pipe\nPod|the smallest unit\nNode|a machine, whole'],
    ['a sign that its header shows', '#separator:|\nPod|the smallest unit\nNode|a machine, whole'],
  ])('is read as cards, cut at %s', (_, text) => {
    expect(cards(text).map((card) => card.slice(3))).toEqual(['Pod = the smallest unit', 'Node = a machine, whole']);
  });

  test('may hold line ends and quotes in its fields, and knows its lines', () => {
    expect(cards('# a remark\nPod,"the ""smallest""\nunit"\n\nNode,a machine\n')).toEqual([
      '2: Pod = the "smallest"\nunit',
      '5: Node = a machine',
    ]);
  });

  test.each([
    ['titles', 'Nr,Question,Note,Answer\n1,Pod,x,the smallest unit'],
    ['Chinese titles', '编号;正面;背面\n1;Pod;the smallest unit'],
    ['the names that Anki gives', '#separator:tab\n#columns:Guid\tBack\tFront\nx\tthe smallest unit\tPod'],
    ['the columns that Anki keeps for itself', '#separator:tab\n#guid column:1\n#tags column:3\nx\tPod\tt\tthe smallest unit'],
    ['their order', 'Pod,the smallest unit,and more'],
  ])('finds the two sides by %s', (_, text) => {
    expect(cards(text).map((card) => card.slice(3))).toEqual(['Pod = the smallest unit']);
  });

  test('is HTML only where its header says so', () => {
    const row = 'Pod,a <b>small</b><br>unit &lt;1 &amp; 2';
    expect(cards(`#html:true\n${row}`)).toEqual(['2: Pod = a small\nunit <1 & 2']);
    expect(cards(row)).toEqual(['1: Pod = a <b>small</b><br>unit &lt;1 &amp; 2']);
  });

  test('says which rows lack a side', () => {
    expect(readSeparated('Pod,\nNode,a machine\n,a thing').skipped).toEqual([
      { line: 1, why: expect.stringMatching(/^A row without a back: write/) },
      { line: 3, why: expect.stringMatching(/^A row without a front: write/) },
    ]);
  });

  test('keeps what stands above a quote that is never closed, and tells where that is', () => {
    const text = 'front,back\nNode,a machine\nPod,"the smallest\nunit\nImage,a package\nVolume,"a place"\n';
    expect(cards(text)).toEqual(['2: Node = a machine']);
    expect(readSeparated(text).skipped).toEqual([{ line: 3, why: expect.stringMatching(/^A quote " in this row is never closed/) }]);
  });

  test.each(['', ']', '^', '-', '\\', '"', '😀'])('reads on, however odd the separator of its header: %s', (separator) => {
    expect(() => readSeparated(`#separator:${separator}\nPod${separator}the "smallest"\n"unit`)).not.toThrow();
    if (/[\]^\\-]/.test(separator))
      expect(cards(`#separator:${separator}\nPod${separator}the smallest`)).toEqual(['2: Pod = the smallest']);
  });

  test('is a note like others, with terms and questions, in its language', () => {
    const note = parseNote({ path: 'deck/cards.csv', text: '什么是 Pod？,最小的部署单位。\n谁来选节点,kube-scheduler\nPod,又一次\n' });
    expect(note.terms.map(({ names, definition, line, evidence }) => [names[0]?.text, definition, line, evidence])).toEqual([
      ['Pod', '最小的部署单位。', 1, 'flashcard'],
      ['谁来选节点？', 'kube-scheduler', 2, 'flashcard'],
    ]);
    expect(note.language).toBe('zh');
    expect(note.skipped).toEqual([{ line: 3, why: '“Pod” is explained on line 1 already: the first explanation counts.' }]);
  });
});
