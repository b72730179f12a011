import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../../src/core/content/schema.ts';
import { languageOf, type Words, wordsIn } from '../../../src/core/i18n/words.ts';

const SOURCES = fileURLToPath(new URL('../../../src', import.meta.url));
const KEYS = Object.keys(wordsIn('en')).toSorted() as (keyof Words)[];
const markersFor = (places: number) => Array.from({ length: places }, (_, at) => [`⟦${at}a⟧`, `⟦${at}b⟧`]);

/** What a key says in a language; a list of two markers stands for each thing that is put in, be it a text, a number or a list. */
function said(language: 'en' | 'zh', key: keyof Words): string {
  const entry: unknown = wordsIn(language)[key];
  if (typeof entry === 'function') return String(entry(...markersFor(entry.length)));
  return typeof entry === 'string' ? entry : Object.values(entry as object).join('\n');
}

describe('the words of the two languages', () => {
  test('have the same keys', () => {
    expect(Object.keys(wordsIn('zh')).toSorted()).toEqual(KEYS);
    expect(Object.keys(wordsIn('en').kinds)).toEqual([...KINDS]);
    expect(Object.keys(wordsIn('zh').kinds)).toEqual([...KINDS]);
  });

  test.each(KEYS)('say all that is put into %s', (key) => {
    const entry: unknown = wordsIn('en')[key];
    const markers = typeof entry === 'function' ? markersFor(entry.length).flat() : [];
    for (const marker of markers) {
      expect(said('en', key)).toContain(marker);
      expect(said('zh', key)).toContain(marker);
    }
    expect(said('zh', key).match(/⟦/g)?.length).toBe(said('en', key).match(/⟦/g)?.length);
  });

  test('hold nothing that is never said', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.includes('i18n'),
    );
    const source = files.map((file) => readFileSync(join(SOURCES, file), 'utf8')).join('\n');
    const isSaid = (key: string) =>
      new RegExp(`\\bwords(?:In\\([\\w.]+\\)|\\(\\))?\\.${key}\\b|\\{[^{}]*\\b${key}\\b[^{}]*\\} = wordsIn\\(`).test(source);
    expect(KEYS.filter((key) => !isSaid(key))).toEqual([]);
  });

  test('are all there', () => {
    for (const key of KEYS) {
      expect(said('en', key).trim()).not.toBe('');
      expect(said('zh', key).trim()).not.toBe('');
    }
  });

  test('are set as Chinese is: full-width punctuation, and a space beside Latin letters', () => {
    const chinese = KEYS.map((key) => said('zh', key).replaceAll('小A', '小甲'));
    expect(chinese.filter((text) => /\p{Script=Han} ?[,:;!?.]/u.test(text))).toEqual([]);
    expect(chinese.filter((text) => /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test('put a space between a Chinese name and a Latin one', () => {
    expect(wordsIn('zh').compareTitle(['Pod', '容器'])).toBe('Pod 与容器');
    expect(wordsIn('zh').compareSummary(['容器', 'Pod'])).toBe('容器与 Pod 的区别');
  });

  test('count in English', () => {
    expect(wordsIn('en').notesProblems(1, 'kubetutor check')).toBe('1 problem in the notes; “kubetutor check” lists it.');
    expect(wordsIn('en').notesProblems(2, 'kubetutor check')).toBe('2 problems in the notes; “kubetutor check” lists them.');
  });
});

describe('the language of a text', () => {
  test.each(['what is kubelet', 'Explain pods', 'tell me more', 'compare Secret and ConfigMap'])('is English in "%s"', (text) => {
    expect(languageOf(text)).toBe('en');
  });

  test.each(['kubelet 是什么', '镜像', 'what is 镜像', '㐀'])('is Chinese in "%s"', (text) => {
    expect(languageOf(text)).toBe('zh');
  });

  test.each(['', 'kubelet', 'docker run', 'CrashLoopBackOff', '🙂', 'isotope', '/k8s topics'])('cannot be told from "%s"', (text) => {
    expect(languageOf(text)).toBeUndefined();
  });
});
