import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/core/commands/index.ts';
import type { Language } from '../../src/core/content/schema.ts';
import { createKnowledge } from '../../src/core/knowledge.ts';
import { createSuggest, LONGEST_SUGGESTION, MOST_SUGGESTIONS } from '../../src/core/suggest.ts';
import { libraryOf, NOTES, shippedLibrary } from '../support/notes.ts';

const knowledge = await createKnowledge(libraryOf(NOTES), () => undefined);
const shipped = await createKnowledge(await shippedLibrary(), () => undefined);
const suggest = createSuggest(COMMANDS);
const texts = (typed: string, language: Language = 'en', from = knowledge) => suggest(typed, language, from).map(({ text }) => text);

describe('what one is typing', () => {
  test.each([
    ['kub', 'kubelet'],
    ['KUB', 'kubelet'],
    ['Ｋｕｂ', 'kubelet'],
    ['config m', 'ConfigMap'],
    ['cm', 'ConfigMap'],
    ['what is a sec', 'Secret'],
    ['tell me about config-m', 'ConfigMap'],
    ['节', 'Node'],
    ['kublet', 'kubelet'],
  ])('goes on to a concept: %s', (typed, name) => {
    expect(texts(typed)[1]).toBe(name);
  });

  test('stands first as it is, since some clients send what stands first', () => {
    expect(texts('what is kubelet')[0]).toBe('what is kubelet');
    expect(texts('kubelet')).toEqual(['kubelet']);
    expect(texts('  kubelet ')).toEqual(['kubelet']);
  });

  test('goes on to a command in the language of its letters', () => {
    expect(texts('to', 'zh')).toContain('topics');
    expect(texts('主', 'en')).toContain('主题');
    expect(texts('ask')).toEqual(['ask']);
  });

  test('brings commands and where to begin when there is nothing yet', () => {
    expect(texts('', 'en').slice(0, 2)).toEqual(['compare', 'story']);
    expect(texts('', 'zh')).toEqual(expect.arrayContaining(['主题', 'kubelet']));
  });

  test('is shown in the person’s language with the other name beside it', () => {
    expect(suggest('node', 'zh', knowledge)).toContainEqual({ label: '节点 · Node', text: '节点' });
    expect(suggest('node', 'en', knowledge)).toContainEqual({ label: 'Node · 节点', text: 'Node' });
  });

  test('goes on to names before other words for something, and to what one learns first before the rest', () => {
    const [, ...found] = texts('k', 'en', shipped);
    expect(found[0]).toBe('kubectl');
    expect(found.indexOf('Annotation')).toBeGreaterThan(found.indexOf('kOps'));
  });
});

describe('suggestions', () => {
  test('follow the notes when these change', () => {
    const fresh = createSuggest(COMMANDS);
    const words = (from: typeof knowledge) => fresh('etc', 'en', from).map(({ text }) => text);
    expect(words(knowledge)).not.toContain('etcd');
    expect(words(shipped)).toContain('etcd');
    expect(words(knowledge)).not.toContain('etcd');
  });

  test('never exceed what Discord takes, whatever is typed', () => {
    const typed = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a', 'the', '镜', 'x'.repeat(101), '中'.repeat(500)));
    fc.assert(
      fc.property(typed, (text) => {
        const found = suggest(text, 'zh', shipped);
        expect(found.length).toBeLessThanOrEqual(MOST_SUGGESTIONS);
        for (const { label, text: said } of found) {
          expect(label.length).toBeGreaterThan(0);
          expect(label.length).toBeLessThanOrEqual(LONGEST_SUGGESTION);
          expect(said.length).toBeGreaterThan(0);
          expect(said.length).toBeLessThanOrEqual(LONGEST_SUGGESTION);
        }
      }),
    );
  });

  test('lead to the concept that they name', () => {
    for (const concept of shipped.library.concepts.values()) {
      const name = concept.wordings.en?.name ?? '';
      const own = suggest(name, 'en', shipped).find(({ text }) => text === name);
      expect(own, name).toBeDefined();
      expect(shipped.find(name).ids, name).toContain(concept.id);
    }
  });
});
