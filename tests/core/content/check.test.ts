import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkConcepts } from '../../../src/core/content/check.ts';
import { loadFolder } from '../../../src/core/content/load.ts';
import { conceptText, fileOf, inOrder, problemsIn } from '../../support/check.ts';

const MEND_NEEDS = 'take one of these needs out';
const FIX_DECK = 'id: d\nlanguages: [en, zh]\n';

describe('ids', () => {
  test('two concepts with one id are an error at the second, which names the place of the first', () => {
    const files = {
      'a.yaml': fileOf(conceptText('pod', 'Pod')),
      'b.yaml': fileOf(conceptText('node', 'Node'), conceptText('pod', 'Shell')),
    };
    expect(problemsIn(files)).toEqual(['error b.yaml:4:5: the id pod is also at a.yaml:2: give one of the two another id']);
  });

  test('three concepts with one id are two errors', () => {
    const files = { 'a.yaml': fileOf(...['One', 'Two', 'Three'].map((name) => conceptText('x', name))) };
    expect(problemsIn(files)).toEqual([
      'error a.yaml:4:5: the id x is also at a.yaml:2: give one of the two another id',
      'error a.yaml:6:5: the id x is also at a.yaml:2: give one of the two another id',
    ]);
  });
});

describe('links between concepts', () => {
  test('that lead nowhere are errors, each at its place', () => {
    const links = 'partOf: [a1]\nmadeOf: [a2]\nrunsOn: [a3]\nneeds: [node, a4]\nrelated: [a5]\nconfusedWith: [{ id: a6, en: E. }]';
    const files = { 'a.yaml': fileOf(conceptText('pod', 'Pod', links), conceptText('node', 'Node')) };
    expect(problemsIn(files)).toEqual([
      'error a.yaml:4:14: there is no concept a1: mend the id under partOf, or take it out',
      'error a.yaml:5:14: there is no concept a2: mend the id under madeOf, or take it out',
      'error a.yaml:6:14: there is no concept a3: mend the id under runsOn, or take it out',
      'error a.yaml:7:19: there is no concept a4: mend the id under needs, or take it out',
      'error a.yaml:8:15: there is no concept a5: mend the id under related, or take it out',
      'error a.yaml:9:22: there is no concept a6: mend the id under confusedWith, or take it out',
    ]);
  });

  test('may lead to concepts that other notes bring along', () => {
    expect(problemsIn({ 'a.yaml': fileOf(conceptText('ours', 'Ours', 'needs: [pod]')) }, { known: ['pod'] })).toEqual([]);
  });

  test('may lead into a file that is broken: only what is broken is reported', () => {
    const files = {
      'a.yaml': fileOf(conceptText('ours', 'Ours', 'needs: [pod]')),
      'b.yaml': fileOf(conceptText('pod', 'Pod', 'tier: 7')),
      'c.yaml': fileOf(conceptText('theirs', 'Theirs', 'needs: [gone]')),
    };
    expect(problemsIn(files)).toEqual([
      'error b.yaml:4:5: tier is too large (at most 3): use a smaller number',
      'error c.yaml:4:13: there is no concept gone: mend the id under needs, or take it out',
    ]);
  });

  test('must not lead to the concept itself', () => {
    expect(problemsIn({ 'a.yaml': fileOf(conceptText('pod', 'Pod', 'needs: [pod]\nrelated: [pod]')) })).toEqual([
      'error a.yaml:4:13: pod names itself under needs: take it out',
      'error a.yaml:5:15: pod names itself under related: take it out',
    ]);
  });
});

describe('what must be learnt first', () => {
  const chain = (...needs: readonly (readonly [string, string])[]) =>
    fileOf(...needs.map(([id, need]) => conceptText(id, `The ${id}`, `needs: [${need}]`)));

  test('must not go in a circle: the error shows it, at the need that closes it', () => {
    expect(problemsIn({ 'a.yaml': chain(['a', 'b'], ['b', 'c'], ['c', 'a']) })).toEqual([
      `error a.yaml:10:13: what must be learnt first goes in a circle: a → b → c → a: ${MEND_NEEDS}`,
    ]);
  });

  test('shows only the circle, not the way to it', () => {
    expect(problemsIn({ 'a.yaml': chain(['way', 'a'], ['a', 'b'], ['b', 'a']) })).toEqual([
      `error a.yaml:10:13: what must be learnt first goes in a circle: a → b → a: ${MEND_NEEDS}`,
    ]);
  });

  test('shows every circle, also two through one concept', () => {
    const text = fileOf(conceptText('a', 'A', 'needs: [b, c]'), conceptText('b', 'B', 'needs: [a]'), conceptText('c', 'C', 'needs: [a]'));
    expect(problemsIn({ 'a.yaml': text })).toEqual([
      `error a.yaml:10:13: what must be learnt first goes in a circle: a → c → a: ${MEND_NEEDS}`,
      `error a.yaml:7:13: what must be learnt first goes in a circle: a → b → a: ${MEND_NEEDS}`,
    ]);
  });

  test('may meet again without a circle', () => {
    const text = fileOf(
      conceptText('top', 'Top', 'needs: [left, right]'),
      conceptText('left', 'Left', 'needs: [base]'),
      conceptText('right', 'Right', 'needs: [base]'),
      conceptText('base', 'Base'),
    );
    expect(problemsIn({ 'a.yaml': text })).toEqual([]);
  });

  test('may be a chain of thousands, and a circle of thousands is shown in short', () => {
    const folder = loadFolder([{ path: 'a.yaml', text: fileOf(conceptText('x', 'X')) }], true);
    const chainTo = (last: readonly string[]) => {
      const concepts = Array.from({ length: 20_000 }, (_, index) => {
        const [one] = folder.concepts;
        if (!one) throw new Error('no concept');
        const concept = { ...one.concept, id: `c${index}`, wordings: {}, needs: index < 19_999 ? [`c${index + 1}`] : last };
        return { ...one, concept: { ...concept, needs: [...concept.needs] } };
      });
      return inOrder(checkConcepts({ folder: { ...folder, concepts }, shipped: [] }));
    };
    expect(chainTo([])).toEqual([]);
    expect(chainTo(['c0'])).toEqual([
      `error a.yaml:2:5: what must be learnt first goes in a circle: c0 → c1 → c2 → c3 → c4 → c5 → c6 → c7 → c8 → c9 → … → c0: ${MEND_NEEDS}`,
    ]);
  });

  test('has a circle exactly where no order puts every concept behind its needs', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const needsOfAll = fc.array(fc.subarray(ids), { minLength: ids.length, maxLength: ids.length });
    fc.assert(
      fc.property(needsOfAll, (drawn) => {
        const needs = new Map(ids.map((id, index) => [id, (drawn[index] ?? []).filter((need) => need !== id)]));
        const text = fileOf(...ids.map((id) => conceptText(id, `The ${id}`, `needs: [${needs.get(id)?.join(', ')}]`)));
        const left = new Set(ids);
        const isFree = (id: string) => needs.get(id)?.every((need) => !left.has(need)) ?? true;
        for (let free = ids.filter(isFree); free.length > 0; free = [...left].filter(isFree)) for (const id of free) left.delete(id);
        expect(problemsIn({ 'a.yaml': text }).length > 0).toBe(left.size > 0);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

describe('a deck that promises languages', () => {
  const written = (sections: string) => ({ 'd/deck.yaml': FIX_DECK, 'd/a.yaml': `concepts:\n  - id: pod\n${sections}` });
  const EN = '    en: { name: Pod, definition: D., body: B. }\n';
  const ZH = '    zh: { name: Pod, definition: 定义。, body: 正文。 }\n';

  test('has each concept in all of them', () => {
    expect(problemsIn(written(EN + ZH))).toEqual([]);
    expect(problemsIn(written(EN))).toEqual(['error d/a.yaml:2:5: pod has no section in zh: add zh, which deck d promises']);
  });

  test('has every part that is written at all in all of them', () => {
    const parts = [
      EN,
      '    zh: { name: Pod, definition: 定义。 }\n',
      '    example: { language: bash, code: ls, en: List. }\n',
      '    history: { zh: 从 1.0 起。 }\n',
      '    confusedWith: [{ id: node, en: E. }]\n',
    ];
    expect(problemsIn(written(parts.join('')), { known: ['node'] })).toEqual([
      'error d/a.yaml:4:5: pod has no body in zh: add zh, which deck d promises',
      'error d/a.yaml:5:5: pod has no caption of its example in zh: add zh, which deck d promises',
      'error d/a.yaml:6:5: pod has no history in en: add en, which deck d promises',
      'error d/a.yaml:7:20: pod has no contrast with node in zh: add zh, which deck d promises',
    ]);
  });

  test('leaves other decks alone', () => {
    const files = { ...written(EN + ZH), 'e/deck.yaml': 'id: e\n', 'e/b.yaml': fileOf(conceptText('node', 'Node')) };
    expect(problemsIn(files)).toEqual([]);
  });
});

test('every problem of every kind is there at once', () => {
  const files = {
    'deck.yaml': 'id: d\nabout: [nothing]\n',
    'a.yaml': fileOf(conceptText('pod', 'Pod', 'needs: [gone]'), conceptText('pod', 'Shell')),
    'b.yaml': 'concepts: [\n',
    'c.yaml': fileOf(conceptText('other', 'Pod', 'kind: thing')),
    'd.yaml': fileOf(conceptText('third', 'pod')),
  };
  expect(problemsIn(files, { lock: 'old\n' }).map((line) => line.replace(/^(\w+ [\w.]+:\d+).*/, '$1'))).toEqual([
    'error a.yaml:4',
    'error a.yaml:5',
    'error b.yaml:2',
    'error c.yaml:4',
    'error deck.yaml:2',
    'error ids.lock:1',
    'warning a.yaml:2',
    'warning a.yaml:5',
    'warning d.yaml:2',
    'warning d.yaml:3',
  ]);
});
