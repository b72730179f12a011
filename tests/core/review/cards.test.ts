import { describe, expect, test } from 'vitest';
import { namesOf } from '../../../src/core/content/concept.ts';
import { hideNames } from '../../../src/core/content/hide-names.ts';
import type { Library } from '../../../src/core/content/library.ts';
import { LANGUAGES, type Language } from '../../../src/core/content/schema.ts';
import { chooseFace, type Face, facesOf } from '../../../src/core/review/cards.ts';
import { libraryOf, shippedLibrary } from '../../support/notes.ts';

const YAML = `
concepts:
  - id: pod
    madeOf: [container, volume]
    partOf: [workload]
    en:
      name: Pod
      aliases: [po]
      definition: The smallest unit that Kubernetes places on a node.
      body: |
        It has two sides:

        Nobody moves a Pod to another node; a new Pod takes its place.
    zh: { name: 容器组, definition: 调度的最小单位，也叫 Pod。 }
    confusedWith:
      - { id: container, en: A container is one process; a Pod has several., zh: 容器只是一个；Pod 有好几个。 }
      - { id: node, en: A node is a machine. }
  - { id: container, en: { name: container, definition: An isolated process with its own files. }, zh: { name: 容器, definition: 被隔离的进程。 } }
  - { id: volume, en: { name: volume, definition: A directory that outlives a container. } }
  - { id: node, en: { name: Node, definition: A machine. } }
  - { id: workload, en: { name: workload, definition: An application as a whole on a cluster. }, zh: { name: 工作负载, definition: 应用的整体。 } }
  - id: docker-ps
    kind: command
    en: { name: docker ps, definition: The command that lists containers. }
    zh: { name: docker ps, definition: 列出容器的命令。 }
    example: { language: bash, code: docker ps -a, en: "With docker ps, list stopped containers too.", zh: 连已停止的容器也列出来。 }
`;
const library = libraryOf([{ path: 'a.yaml', text: YAML }]);

function faces(id: string, language: Language = 'en', of: Library = library): Face[] {
  const concept = of.concepts.get(id);
  return concept ? facesOf(concept, of, language) : [];
}
const asText = (all: readonly Face[]) =>
  all.map(({ id, front, back }) => `${id} | ${front.replaceAll('\n\n', ' ')} | ${back.replaceAll('\n', ' ')}`);

describe('the faces of a concept', () => {
  test('ask for its definition both ways, for a gap, its parts, its whole and what it is not', () => {
    expect(asText(faces('pod'))).toEqual([
      'pod:define:en | What does “Pod” mean? | The smallest unit that Kubernetes places on a node.',
      'pod:name:en | What is this called? The smallest unit that Kubernetes places on a node. | Pod (容器组)',
      'pod:cloze:en | What belongs in the gap? Nobody moves a ＿＿ to another node; a new ＿＿ takes its place. | Pod (容器组)',
      'pod:parts:en | What is Pod made of? | container, volume',
      'pod:part-of:en | What is Pod a part of? | workload',
      // Not apart from the node, which its definition names.
      'pod:apart-container:en | container or Pod? The smallest unit that Kubernetes places on a node. | **Pod**  A container is one process; a Pod has several.',
    ]);
  });

  test('speak Chinese, and hide the English names there too', () => {
    expect(asText(faces('pod', 'zh'))).toEqual([
      'pod:define:zh | 什么是容器组？ | 调度的最小单位，也叫 Pod。',
      'pod:name:zh | 这叫什么？ 调度的最小单位，也叫 ＿＿。 | 容器组（Pod）',
      // Not of its parts: 容器 is one of them, and stands in 容器组.
      'pod:part-of:zh | 容器组是什么的一部分？ | 工作负载',
      'pod:apart-container:zh | 是容器，还是容器组？ 调度的最小单位，也叫 ＿＿。 | **容器组**  容器只是一个；Pod 有好几个。',
    ]);
  });

  test('ask for a command by what it does, and the other way round', () => {
    expect(asText(faces('docker-ps')).slice(2)).toEqual([
      'docker-ps:meaning:en | What does this do? ```bash\ndocker ps -a\n``` | With docker ps, list stopped containers too.',
      'docker-ps:command:en | Which command does this? With ＿＿, list stopped containers too. | ```bash docker ps -a ```',
    ]);
  });

  test('are in the other language where there is no wording in the one wanted', () => {
    expect(faces('volume', 'zh').map(({ id, language }) => [id, language])).toEqual([
      ['volume:define:en', 'en'],
      ['volume:name:en', 'en'],
    ]);
  });

  test('keep their ids when words are edited', () => {
    const edited = YAML.replaceAll('smallest', 'tiniest').replace('Nobody moves', 'No one carries').replaceAll('Pod', 'Podlet');
    const ids = (of: Library) => LANGUAGES.flatMap((language) => faces('pod', language, of).map(({ id }) => id));
    expect(ids(libraryOf([{ path: 'b.yaml', text: edited }]))).toEqual(ids(library));
  });

  test('are the cards of a note where it adds to a shipped concept, and say nothing twice where it makes its own', () => {
    const card = (kind: string, concept = 'pod') => ({ id: `${concept}:${kind}`, concept, front: `${kind}?`, back: 'b' });
    const withCards = (isOwn: boolean): Library => {
      const pod = library.concepts.get('pod');
      const concepts = pod ? new Map([...library.concepts, ['pod', { ...pod, isOwn }]]) : library.concepts;
      return {
        ...library,
        concepts,
        cards: new Map([['pod', [card('define'), card('name'), card('parts'), { ...card('多少'), id: 'pod:zh' }]]]),
      };
    };
    const added = (isOwn: boolean, language: Language) => faces('pod', language, withCards(isOwn)).slice(faces('pod', language).length);
    expect(added(false, 'en').map(({ id }) => id)).toEqual(['pod:define', 'pod:name', 'pod:parts']);
    expect(added(true, 'en').map(({ id }) => id)).toEqual(['pod:parts']);
    expect(added(true, 'zh').map(({ id }) => id)).toEqual(['pod:zh']);
  });
});

describe('the faces of the shipped notes', async () => {
  const shipped = await shippedLibrary();
  const all = LANGUAGES.flatMap((language) =>
    [...shipped.concepts.values()].map((concept) => ({ concept, made: facesOf(concept, shipped, language) })),
  );

  test('never give the answer away', () => {
    const leaks = all.flatMap(({ concept, made }) =>
      made
        .filter(({ id }) => /:(?:name|cloze|apart)/.test(id))
        .flatMap(({ id, front }) => {
          const asked = front.slice(front.indexOf('\n\n'));
          return hideNames(asked, namesOf(concept)) === asked ? [] : id;
        }),
    );
    expect(leaks).toEqual([]);
    const commands = all.flatMap(({ made }) => made.filter(({ id }) => id.includes(':command:')));
    expect(commands.filter(({ front, back }) => front.includes(back.split('\n')[1] ?? back))).toEqual([]);
    expect(commands.length).toBeGreaterThan(50);
  });

  test('have ids of their own, and more than one for each concept', () => {
    const ids = all.flatMap(({ made }) => made.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(all.filter(({ made }) => made.length < 2).map(({ concept }) => concept.id)).toEqual([]);
  });
});

describe('the face that is shown', () => {
  const three = faces('pod').slice(0, 3);
  const at = (day: number) => new Date(Date.UTC(2026, 10, day));

  test('is one that was never shown, in their order, then the one that was shown longest ago', () => {
    expect(chooseFace(three, new Map())?.id).toBe('pod:define:en');
    expect(chooseFace(three, new Map([['pod:define:en', at(1)]]))?.id).toBe('pod:name:en');
    const shown = new Map(three.map(({ id }, index) => [id, at(index === 1 ? 1 : 9)]));
    expect(chooseFace(three, shown)?.id).toBe('pod:name:en');
    expect(chooseFace([], shown)).toBeUndefined();
  });
});
