import { describe, expect, test } from 'vitest';
import { conceptText, fileOf, problemsIn } from '../../support/check.ts';

const FLOW = `id: pull
title: { en: A pull, zh: 拉取 }
diagram:
  concepts: { disk: image }
  mermaid:
    en: |
      flowchart LR
        kubelet -->|asks| disk[(Disk)]
    zh: |
      flowchart LR
        kubelet -->|问| disk[(磁盘)]
steps:
  - { en: It asks., zh: 它问。, highlight: [kubelet -> disk] }
  - { en: It is there., zh: 有了。, highlight: [disk] }
`;

const problemsOf = (flow: string) => problemsIn({ 'pull.flow.yaml': flow, 'a.yaml': fileOf(conceptText('image', 'Image')) });
const without = (from: string, to: string) => problemsOf(FLOW.replace(from, to));

describe('a flow', () => {
  test('that is sound has no problems', () => {
    expect(problemsOf(FLOW)).toEqual([]);
  });

  test('needs a diagram that can be drawn, in each language', () => {
    expect(without('-->|问|', '~~~')).toEqual([
      'error pull.flow.yaml:9:5: line 2 of the diagram in zh cannot be drawn: "~~~ disk[(磁盘)]" is not understood here: see docs/write-content.md for what can be drawn',
    ]);
  });

  test('highlights what is in the diagram, arrows in their direction', () => {
    expect(without('[kubelet -> disk]', '[kubelet, disk -> kubelet]')).toEqual([
      'error pull.flow.yaml:13:51: "disk -> kubelet" is not in the diagram in en: write the id of a node, or an arrow as a -> b in its direction',
      'error pull.flow.yaml:13:51: "disk -> kubelet" is not in the diagram in zh: write the id of a node, or an arrow as a -> b in its direction',
    ]);
    expect(without('        kubelet -->|问| disk', '        agent -->|问| disk')).toEqual([
      'error pull.flow.yaml:13:42: "kubelet -> disk" is not in the diagram in zh: write the id of a node, or an arrow as a -> b in its direction',
    ]);
  });

  test('names concepts and nodes that are there', () => {
    expect(without('{ disk: image }', '{ disk: imagge, disc: image }')).toEqual([
      'error pull.flow.yaml:4:15: there is no concept imagge: mend the id under concepts, or take it out',
      'error pull.flow.yaml:4:29: the diagram in en has no disc: write the id of a node or subgraph',
      'error pull.flow.yaml:4:29: the diagram in zh has no disc: write the id of a node or subgraph',
    ]);
  });

  test('is told in every language that its diagram has', () => {
    expect(without(', zh: 有了。', '')).toEqual(['error pull.flow.yaml:14:5: step 2 has no zh: add zh, which the diagram has']);
    expect(without(', zh: 拉取', '')).toEqual(['error pull.flow.yaml:2:1: the title is missing in zh: add zh, which the diagram has']);
  });

  test('has an id of its own', () => {
    const files = { 'a/pull.flow.yaml': FLOW, 'b/pull.flow.yaml': FLOW };
    expect(problemsIn(files, { known: ['image'] })).toEqual([
      'error b/pull.flow.yaml:1:1: the flow pull is also in a/pull.flow.yaml: give one of the two another id',
    ]);
  });
});

describe('a diagram of a lesson', () => {
  const lesson = (mermaid: string, concepts: string) =>
    problemsIn({
      's.lesson.yaml': `id: s\ntitle: { en: S }\ndiagrams:\n  one:\n    concepts: ${concepts}\n    mermaid: { en: "${mermaid}" }\nsteps: [{ en: S. }]\n`,
    });

  test('that cannot be drawn is a warning, since its words are there', () => {
    expect(lesson('pie title Pets', '{}')).toEqual([
      'warning s.lesson.yaml:6:16: line 1 of the diagram in en cannot be drawn: only mermaid flowcharts are drawn: begin with "flowchart LR" or "flowchart TB": see docs/write-content.md for what can be drawn',
    ]);
  });

  test('names concepts that are there', () => {
    expect(lesson('flowchart LR\\n a', '{ a: nothing }')).toEqual([
      'error s.lesson.yaml:5:17: there is no concept nothing: mend the id under concepts, or take it out',
    ]);
  });
});

describe('a lesson', () => {
  const lesson = (step: string) =>
    `id: s\ntitle: { en: S }\ndiagrams:\n  one:\n    mermaid: { en: "flowchart LR\\n a" }\nsteps: [${step}]\n`;
  const concepts = { 'a.yaml': fileOf(conceptText('image', 'Image')) };

  test('names pictures and concepts that are there, in each step', () => {
    expect(problemsIn({ ...concepts, 's.lesson.yaml': lesson('{ en: S., diagrams: [one], concepts: [image] }') })).toEqual([]);
    expect(problemsIn({ ...concepts, 's.lesson.yaml': lesson('{ en: S., diagrams: [two], concepts: [imagge] }') })).toEqual([
      'error s.lesson.yaml:6:30: the lesson has no diagram two: mend the name (there is one), or take it out',
      'error s.lesson.yaml:6:47: there is no concept imagge: mend the id, or take it out',
    ]);
  });

  test('has an id of its own', () => {
    const twins = { 'r.lesson.yaml': lesson('{ en: R. }'), 's.lesson.yaml': lesson('{ en: S. }') };
    expect(problemsIn({ ...concepts, ...twins })).toEqual([
      'error s.lesson.yaml:1:1: the lesson s is also in r.lesson.yaml: give one of the two another id',
    ]);
  });
});
