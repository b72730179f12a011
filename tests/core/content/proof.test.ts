import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/core/content/problem.ts';
import { readProof } from '../../../src/core/content/proof.ts';
import { libraryOf, NOTES } from '../../support/notes.ts';

const asks = 'concepts:\n  - id: blimp\n    en: { name: Blimp, definition: Ours., asks: [what brings our builds out] }\n';
const { concepts } = libraryOf(NOTES, [{ path: 'own.yaml', text: asks }]);
const read = (text: string) => readProof({ path: 'a.test.yaml', text }, concepts);
const problemsIn = (text: string) => read(text).problems.map(formatProblem);

describe('a file of example questions', () => {
  test('holds questions that must reach a concept or two, and such as must be refused', () => {
    const text = `
- { ask: what is a Pod, lang: en, kind: definition, reach: [pod] }
- { ask: Secret 和 ConfigMap, lang: zh, kind: comparison, reach: [secret, config-map] }
- { ask: how is the weather, lang: en, kind: trap, refuse: true }
`;
    expect(read(text)).toEqual({
      file: 'a.test.yaml',
      examples: [
        { ask: 'what is a Pod', lang: 'en', kind: 'definition', reach: ['pod'] },
        { ask: 'Secret 和 ConfigMap', lang: 'zh', kind: 'comparison', reach: ['secret', 'config-map'] },
        { ask: 'how is the weather', lang: 'en', kind: 'trap', refuse: true },
      ],
      problems: [],
    });
  });

  test.each(['reach: [pod], refuse: true', ''])('needs either reach or refuse: "%s"', (rest) => {
    expect(problemsIn(`- { ask: what, lang: en, kind: trap${rest && `, ${rest}`} }\n`)).toEqual([
      expect.stringContaining('needs either reach: or refuse: true'),
    ]);
  });

  test('names only concepts that are there', () => {
    expect(problemsIn('- ask: what\n  lang: en\n  kind: comparison\n  reach:\n    - pod\n    - podd\n')).toEqual([
      'a.test.yaml:6:7: there is no concept podd: mend the id',
    ]);
  });

  test('proves nothing with a question that stands among the ways to ask, however it is written', () => {
    const [problem] = problemsIn('- { ask: "What brings our builds out?", lang: en, kind: paraphrase, reach: [blimp] }\n');
    expect(problem).toBe('a.test.yaml:1:5: "What brings our builds out?" is also a way to ask for blimp: take it out here or there');
  });
});
