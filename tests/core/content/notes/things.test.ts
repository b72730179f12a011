import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoteTerm } from '../../../../src/core/content/notes/note.ts';
import { groupMentions, type Mention } from '../../../../src/core/content/notes/things.ts';

const mention = (...names: string[]): Mention => ({
  file: 'a.md',
  term: { names: names.map((text) => ({ text, language: 'en' })), definition: 'D.', context: [], line: 1, evidence: 'bullet' },
});
const grouped = (...mentions: Mention[]) =>
  groupMentions(mentions).map(({ mentions: all, names }) => `${all.length}: ${names.map(({ text }) => text).join(' | ')}`);

describe('mentions', () => {
  test('of one first name are one thing, however it is written, with all their names', () => {
    expect(grouped(mention('Blue Box', '盒子'), mention('Door'), mention('blue-box', '蓝盒'))).toEqual([
      '2: Blue Box | 盒子 | 蓝盒',
      '1: Door',
    ]);
  });

  test('are one thing where one is called by the other’s first name, whichever comes first', () => {
    expect(grouped(mention('Gateway', '网关'), mention('网关'))).toEqual(['2: Gateway | 网关']);
    expect(grouped(mention('网关'), mention('Gateway', '网关'))).toEqual(['2: 网关 | Gateway']);
  });

  test('that only share a translation are two things', () => {
    expect(grouped(mention('Registry', '仓库'), mention('Repository', '仓库'))).toEqual(['1: Registry | 仓库', '1: Repository | 仓库']);
  });

  test('by a name that two things share are the first of them', () => {
    expect(grouped(mention('Registry', '仓库'), mention('Repository', '仓库'), mention('仓库'))).toEqual([
      '2: Registry | 仓库',
      '1: Repository | 仓库',
    ]);
  });

  test('are each in one thing, in their order, whatever their names', () => {
    const names = fc.uniqueArray(fc.constantFrom('Pod', 'pods', '镜像', 'Image', 'image', '仓库', 'ポッド'), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(names.map((all) => mention(...all))), (mentions) => {
        const things = groupMentions(mentions);
        const terms = things.flatMap((thing) => thing.mentions.map(({ term }) => term));
        expect(new Set<NoteTerm>(terms)).toEqual(new Set(mentions.map(({ term }) => term)));
        expect(terms).toHaveLength(mentions.length);
        const firsts = things.map((thing) => mentions.indexOf(thing.mentions[0]));
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
    );
  });
});
