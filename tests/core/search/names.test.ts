import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNames, singular, wordsOf } from '../../../src/core/search/names.ts';
import { fold, type Unit, unitsOf } from '../../../src/core/search/text.ts';

/** Names of entries 0, 1, 2 …, a list for each; a `~` marks a listed misspelling. */
function namesOf(...lists: readonly (readonly string[])[]) {
  const names = createNames();
  for (const [entry, list] of lists.entries()) {
    for (const name of list) {
      if (name.startsWith('~')) names.addMisspelling(fold(name.slice(1)), entry);
      else names.add(fold(name), entry);
    }
  }
  return names;
}

const NAMES = namesOf(
  ['Pod'],
  ['Image', '镜像'],
  ['image pull policy'],
  ['docker pull', 'docker image pull'],
  ['ConfigMap', '配置映射'],
  ['Ingress', '~ingres'],
  ['Volume'],
  ['volume'],
  ['Kubernetes object'],
  ['object name'],
  ['Kubernetes'],
  ['name'],
  ['持久卷'],
  ['持久卷声明'],
  ['NetworkPolicy'],
);

const spotted = (question: string) => {
  const units = unitsOf(fold(question));
  return NAMES.spot(units).map((span) => wordsOf(span, units));
};

describe('a name', () => {
  test('is found by its key, and nothing else is', () => {
    expect([NAMES.find('configmap'), NAMES.find('配置映射'), NAMES.find('config'), NAMES.find('')]).toEqual([
      [4],
      [4],
      undefined,
      undefined,
    ]);
  });

  test.each(['pods', 'images', 'configmaps', 'ingresses', 'networkpolicies'])('is found by its plural: %s', (plural) => {
    expect(NAMES.find(plural)).toEqual(NAMES.find(singular(plural)));
    expect(NAMES.find(plural)).toHaveLength(1);
  });

  test('with several bearers finds them all, in the order of the entries, each once', () => {
    expect(NAMES.find('volume')).toEqual([6, 7]);
    expect(namesOf(['PV'], ['pv', 'P-V'], ['p v']).find('pv')).toEqual([0, 1, 2]);
  });

  test('finds by a listed misspelling only what no right name finds', () => {
    expect(NAMES.find('ingres')).toEqual([5]);
    expect(namesOf(['Pod'], ['Prod', '~pod']).find('pod')).toEqual([0]);
  });

  test('of marks alone is none', () => {
    expect(namesOf(['?!']).find('')).toBeUndefined();
  });
});

describe('the singular', () => {
  test.each([
    ['pods', 'pod'],
    ['proxies', 'proxy'],
    ['ingresses', 'ingress'],
    ['patches', 'patch'],
    ['images', 'image'],
    ['ingress', 'ingress'],
    ['dns', 'dns'],
    ['pod', 'pod'],
  ])('of %s is %s', (plural, one) => {
    expect(singular(plural)).toBe(one);
  });
});

describe('the names in a question', () => {
  test.each([
    ['what is a config map?', ['config map']],
    ['what are Config-Maps and PODS', ['config maps', 'pods']],
    ['configmap里的镜像是什么', ['configmap', '镜 像']],
    ['what is the weather', []],
    ['', []],
  ])('are found however they are joined: %s', (question, names) => {
    expect(spotted(question)).toEqual(names);
  });

  test('are the longest there are', () => {
    expect(spotted('持久卷声明和持久卷')).toEqual(['持 久 卷 声 明', '持 久 卷']);
    expect(spotted('the image pull policy of an image')).toEqual(['image pull policy', 'image']);
  });

  test('leave as little over as can be', () => {
    expect(spotted('docker image pull policy')).toEqual(['image pull policy']);
    expect(spotted('kubernetes object name')).toEqual(['kubernetes', 'object name']);
  });

  test('say whether they are misspelt', () => {
    expect(NAMES.spot(unitsOf('ingres ingresses kubernetes')).map(({ isMisspelt }) => isMisspelt)).toEqual([true, false, false]);
  });

  test('never overlap, come in order, and bear the name that stands there', () => {
    const words = fc.constantFrom(
      'image',
      'pull',
      'policy',
      'docker',
      'kubernetes',
      'object',
      'name',
      'names',
      '持',
      '久',
      '卷',
      '声',
      '明',
      'the',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 15 }), (question) => {
        const units = unitsOf(question.join(' '));
        let end = 0;
        for (const span of NAMES.spot(units)) {
          expect(span.from).toBeGreaterThanOrEqual(end);
          expect(NAMES.find(wordsOf(span, units).replaceAll(' ', ''))).toEqual(span.entries);
          end = span.to;
        }
      }),
    );
  });

  test('are found in a number of steps that grows as the question does', () => {
    const stepsFor = (times: number) => {
      let steps = 0;
      const counted = (unit: Unit): Unit => ({
        ...unit,
        get text() {
          steps += 1;
          return unit.text;
        },
      });
      NAMES.spot(unitsOf('image pull pull 持久 '.repeat(times)).map(counted));
      return steps;
    };
    expect(stepsFor(80) / stepsFor(40)).toBeLessThan(2.1);
  });
});
