import { expect, test } from 'vitest';
import { conceptText, fileOf, problemsIn } from '../../support/check.ts';

const POD = fileOf(conceptText('pod', 'Pod'));

test('a deck without concepts is a warning', () => {
  const files = { 'a/deck.yaml': '# ours\nid: ours\n', 'a/empty.yaml': 'concepts: []\n' };
  expect(problemsIn(files)).toEqual([
    'warning a/deck.yaml:2:1: the deck ours has no concepts: add a file of concepts or a note beside it, or remove the deck',
  ]);
});

test.each([
  ['concepts', { 'a/deep/pods.yaml': POD }, []],
  ['a note in Markdown', { 'a/pods.md': '# Pods\n' }, []],
  ['a broken file', { 'a/pods.yaml': 'concepts: 1\n' }, ['error']],
])('a deck with %s is not empty', (_, files, severities) => {
  const said = problemsIn({ 'a/deck.yaml': 'id: ours\n', ...files });
  expect(said.map((line) => line.split(' ')[0])).toEqual(severities);
});

test('two decks with one id are an error at the second, which names the first', () => {
  const files = { 'a/deck.yaml': 'id: ours\n', 'a/pods.yaml': POD, 'b/deck.yaml': 'id: ours\n' };
  expect(problemsIn(files)).toEqual(['error b/deck.yaml:1:1: the deck ours is also in a/deck.yaml: give one of the two another id']);
});

test('the subjects of a deck must be concepts, of this folder or another one', () => {
  const files = { 'deck.yaml': 'id: ours\nabout: [pod, docker, gone]\n', 'pods.yaml': POD };
  expect(problemsIn(files, { known: ['docker'] })).toEqual([
    'error deck.yaml:2:22: there is no concept gone: mend the id under about, or take it out',
  ]);
});

test('so must be those that a deck calls alike', () => {
  const files = { 'deck.yaml': 'id: ours\nalike: [[pod, docker], [pod, gone]]\n', 'pods.yaml': POD };
  expect(problemsIn(files, { known: ['docker'] })).toEqual([
    'error deck.yaml:2:30: there is no concept gone: mend the id under alike, or take it out',
  ]);
});
