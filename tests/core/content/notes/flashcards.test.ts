import { describe, expect, test } from 'vitest';
import { createCards } from '../../../../src/core/content/notes/cards.ts';
import { parseNote } from '../../../../src/core/content/notes/parse.ts';
import { places, remarks, terms } from './read.ts';

describe('Q: and A:', () => {
  test.each([
    ['in English', 'Q: What is a Pod?\nA: The smallest unit.', 'Pod = The smallest unit.'],
    ['in Chinese', '问：什么是 Pod？\n答：最小的部署单位。', 'Pod = 最小的部署单位。'],
    ['in bold, apart', '**Q: 什么是 Pod？**\n\n**A:** 最小的 **部署** 单位。', 'Pod = 最小的 部署 单位。'],
    ['numbered', 'Q1: kubelet\nA1: The agent of a node.', 'kubelet = The agent of a node.'],
    ['in a list', '- Q: What is a Pod?\n  A: The smallest unit.', 'Pod = The smallest unit.'],
    ['as headings', '### Question: What is a Pod?\nAnswer: The smallest unit.', 'Pod = The smallest unit.'],
    ['over several lines', 'Q: What is\na Pod?\nA: The smallest\n- unit', 'Pod = The smallest unit'],
    ['with an answer of one number', 'Q: Which port does the API server use?\nA: 6443', 'Which port does the API server use? = 6443'],
    [
      'that ask without a sign',
      'Q: where does the state of the cluster live\nA: In etcd.',
      'where does the state of the cluster live? = In etcd.',
    ],
    [
      'that ask for something',
      'Q: Name the probes that a container may have\nA: Three.',
      'Name the probes that a container may have. = Three.',
    ],
    ['that ask in Chinese', '问：集群的状态存在哪里\n答：etcd 里。', '集群的状态存在哪里？ = etcd 里。'],
  ])('are a term and its definition: %s', (_, text, term) => {
    expect(terms(text)).toEqual([term]);
  });

  test('are told from one another, and from the text around them', () => {
    const text =
      '# My deck\n\n## Part\nQ: What is a Pod?\nA: The smallest unit.\nQ: Who starts it?\nA: The kubelet.\n\nAnd so on.\n* Node: a machine\n';
    expect(places(text)).toEqual([
      '4 flashcard: My deck › Part › Pod',
      '6 flashcard: My deck › Part › Who starts it?',
      '10 bullet: My deck › Part › Node',
    ]);
  });

  test.each([
    ['without an answer', 'Q: What is a Pod?\n\nNobody knows.'],
    ['with the answer far away', `Q: What is a Pod?\n${'Some text.\n'.repeat(7)}A: The smallest unit.`],
    ['in code', '```\nQ: What is a Pod?\nA: The smallest unit.\n```'],
    ['with code between', 'Q: What is a Pod?\n```\nx\n```\nA: The smallest unit.'],
    ['with nothing behind them', 'Q:\nA:'],
  ])('are none %s', (_, text) => {
    expect(places(text).filter((place) => place.includes('flashcard'))).toEqual([]);
  });
});

test.each([
  ['Q: What is a Pod?\n\nNobody knows.', /^1: “Q: What is a Pod\?” is asked, but not answered: write the answer as “A: text”/],
  ['问：什么是 Pod？', /^1: “问：什么是 Pod？” is asked, but not answered/],
  ['A {{c1::Pod}} is the smallest unit.', /^1: “.+” is a cloze as Anki has it: write ==name==/],
])('a card that is not whole is told, with what to write: %j', (text, why) => {
  expect(remarks(text)[0]).toMatch(why);
});

describe('front::back', () => {
  test.each([
    ['Blue Box::The machine under the stairs.', 'Blue Box = The machine under the stairs.'],
    ['- Blue Box :: the machine under the stairs', 'Blue Box = the machine under the stairs'],
    ['What is the Blue Box:::The machine under the stairs.', 'Blue Box = The machine under the stairs.'],
    ['蓝盒子::楼梯下面的那台机器', '蓝盒子 = 楼梯下面的那台机器'],
    ['Who hums at night?::The `blue` box.', 'Who hums at night? = The blue box.'],
  ])('is a card: %s', (text, term) => {
    expect(terms(text)).toEqual([term]);
  });

  test.each([
    ['code', 'std::vector is a list of C++'],
    ['code in a sentence', 'use `a::b of c` for it'],
    ['an address', 'fe80::1 is the router of this link'],
    ['a field', 'status:: done'],
    ['a whole network', '2001:db8::/32 is for documents'],
  ])('is none where it is %s', (_, text) => {
    expect(terms(text)).toEqual([]);
  });
});

describe('a summary with details', () => {
  test('is a card, with blank lines or without', () => {
    const open = '<details>\n<summary><b>What is a Pod?</b></summary>\n\nThe smallest *unit*.\n\n</details>';
    expect(places(open)).toEqual(['2 flashcard: Pod']);
    expect(terms(open)).toEqual(['Pod = The smallest unit.']);
    expect(terms('<details><summary>What is a Pod?</summary>The smallest unit.</details>')).toEqual(['Pod = The smallest unit.']);
  });

  test('answers the question above it, where it is called Answer', () => {
    const answer = '<details><summary>Answer</summary>\n\nThe smallest unit.\n</details>';
    expect(places(`1. What is a Pod?\n\n${answer}`)).toEqual(['1 flashcard: Pod']);
    expect(terms(`**什么是 Pod？**\n${answer.replace('Answer', '点击查看')}`)).toEqual(['Pod = The smallest unit.']);
    expect(terms(`Nothing was asked.\n\n${answer}`)).toEqual([]);
  });

  test('is none around code, nor where it is not closed', () => {
    expect(terms('<details><summary>Build log</summary>\n\n```\nx\n```\n</details>')).toEqual([]);
    expect(terms('<details><summary>What is a Pod?</summary>\n\nThe smallest unit.')).toEqual([]);
  });
});

describe('==a marked name==', () => {
  const cards = (text: string) =>
    createCards({ note: parseNote({ path: 'a.md', text }), ids: ['pod', 'b'] }).map(({ id, front, back }) => `${id} | ${front} | ${back}`);

  test('is a term that its sentence explains, where nothing else does', () => {
    expect(places('# Ours\n- The ==Red Box== runs all the nightly jobs.')).toEqual(['2 cloze: Ours › Red Box']);
    expect(cards('The ==Red Box== runs all the nightly jobs.')).toEqual([
      'pod:define | What is Red Box? | The Red Box runs all the nightly jobs.',
      'pod:name | The ＿＿ runs all the nightly jobs. | Red Box',
    ]);
  });

  test('is a card more of a term that is explained elsewhere in the note', () => {
    const text = 'Every ==Pod== has an address of its own.\n\n* Pod：最小的部署单位。\n';
    expect(terms(text)).toEqual(['Pod = 最小的部署单位。']);
    expect(cards(text).at(-1)).toBe('pod:cloze | Every ＿＿ has an address of its own. | Pod');
  });

  test.each([
    ['emphasis', 'This is ==very important for all of us== to know.'],
    ['a name alone', '==Red Box==: here'],
    ['a comparison', 'if a == b and c == d then all of it is equal'],
    ['code', '```\nThe ==Red Box== runs all the nightly jobs.\n```'],
  ])('is none where it is %s', (_, text) => {
    expect(places(text).filter((place) => place.includes('cloze'))).toEqual([]);
  });
});
