import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chat } from '../src/adapters/terminal/index.ts';
import { createPaper } from '../src/adapters/terminal/paper.ts';
import { openTutor } from '../src/cli/tutor.ts';
import { parseText } from '../src/core/command.ts';
import { COMMANDS } from '../src/core/commands/index.ts';
import { configFor } from './support/config.ts';
import { temporaryDir } from './support/databases.ts';
import { createTerminal } from './support/terminal.ts';

const at = (path: string): URL => new URL(`../${path}`, import.meta.url);
const [english, chinese] = ['README.md', 'README.zh.md'].map((name) => readFileSync(at(name), 'utf8')) as [string, string];
/** What stands under each heading, with it; what stands before the first comes first. */
const partsOf = (readme: string): string[] => readme.split(/^## /m);
const headingOf = (part: string): string => part.split('\n', 1).join();

const FENCE = /^```\n(.*?)^```$/gms;
const fencesIn = (text: string): string[] => [...text.matchAll(FENCE)].map(([, code = '']) => code);
const isSample = (code: string): boolean => code.startsWith('› ');
/** What is typed into a shell, without remarks and without the words of a question. */
const shellIn = (text: string): string[] =>
  fencesIn(text)
    .filter((code) => !isSample(code))
    .flatMap((code) => code.trimEnd().split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').replace(/"[^"]*"/g, '"…"'));

const codesIn = (text: string): string[] => [...text.replace(FENCE, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
const settingsIn = (text: string): Set<string> => new Set(text.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g));
const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)]+)\)|src="([^"]+)"/g)].map(([, link, source]) => link ?? source ?? '');
const rowsIn = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('|'));
const figuresIn = (text: string): string[] =>
  text
    .replace(FENCE, '')
    .replace(/`[^`\n]+`|\]\([^)]+\)|<img[^>]+>/g, '')
    .match(/\d[\d.,]*(?<=\d)/g)
    ?.map((figure) => figure.replaceAll(',', '')) ?? [];

test('the READMEs have the same parts', () => {
  expect(partsOf(chinese)).toHaveLength(partsOf(english).length);
});

describe.each(partsOf(english).map((part, number) => [headingOf(part), part, partsOf(chinese)[number] ?? '']))(
  'what both READMEs say under “%s”',
  (_heading, ours, theirs) => {
    test('leads to the same pages, files and pictures', () => {
      const inEnglish = (link: string) =>
        link
          .replace(/^README\.zh\.md$/, 'README.md')
          .replace(/\.zh\.png$/, '.png')
          .replace(/^#.+/, '#');
      expect(linksIn(theirs).map(inEnglish)).toEqual(linksIn(ours).map(inEnglish));
    });

    test('runs the same commands in the shell', () => {
      expect(shellIn(theirs)).toEqual(shellIn(ours));
    });

    test('names the same settings', () => {
      expect(settingsIn(theirs)).toEqual(settingsIn(ours));
    });

    test('gives the same figures, in tables row by row', () => {
      expect(new Set(figuresIn(theirs))).toEqual(new Set(figuresIn(ours)));
      expect(rowsIn(theirs).map(figuresIn)).toEqual(rowsIn(ours).map(figuresIn));
    });
  },
);

test('the tables of settings have all that there are, with the same values in each row', () => {
  const [ours = [], theirs] = [english, chinese].map((readme) =>
    rowsIn(readme.slice(readme.indexOf('| `CONTENT_DIR`'))).map((row) => row.split(' | ').map((cell) => codesIn(cell))),
  );
  expect(theirs).toEqual(ours);
  const settings = [...readFileSync(at('.env.example'), 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
  expect(ours.flatMap(([names = []]) => names).toSorted()).toEqual([...settings, 'NO_COLOR'].toSorted());
});

describe('the table of what can be typed', () => {
  const table = (readme: string): string[][] =>
    rowsIn(readme)
      .map((row) => row.split(/ ?\| ?/).slice(1, -1))
      .filter(([typed = '']) => codesIn(typed).some((code) => commandOf(code) !== 'ask'));
  const commandOf = (typed: string): string => parseText(typed, COMMANDS, 'k8s').command;
  const [ours, theirs] = [table(english), table(chinese)];

  test('has the same words in both READMEs, in Chinese first for those who read Chinese', () => {
    const words = (rows: string[][]) => rows.map(([typed = '']) => codesIn(typed).toSorted());
    expect(words(theirs)).toEqual(words(ours));
    for (const [typed = ''] of theirs) expect(codesIn(typed)[0]).toMatch(/\p{Script=Han}/u);
  });

  test('tells of the same commands in each row, and of all but questions, answers and courtesies', () => {
    const commands = (rows: string[][]) => rows.map((cells) => new Set(codesIn(cells.join()).map(commandOf)));
    expect(commands(theirs)).toEqual(commands(ours));
    const told = new Set(commands(ours).flatMap((row) => [...row]));
    expect(COMMANDS.filter(({ name, typed }) => typed.length > 0 && !told.has(name)).map(({ name }) => name)).toEqual([
      'courtesy',
      'answer',
      'ask',
    ]);
  });
});

describe.each([
  ['README.md', english, 'en'],
  ['README.zh.md', chinese, 'zh'],
] as const)('%s', (_name, readme, language) => {
  test('leads to files and headings that there are', () => {
    // As GitHub makes the address of a heading.
    const headings = partsOf(readme).map((part) => `#${headingOf(part).toLowerCase().replaceAll(' ', '-')}`);
    for (const link of linksIn(readme).filter((target) => !target.startsWith('https:'))) {
      if (link.startsWith('#')) expect(headings).toContain(link);
      else expect(existsSync(at(link)), link).toBe(true);
    }
  });

  test('shows of the terminal what it prints, but for what is left out (…)', async () => {
    const sample = fencesIn(readme).find(isSample) ?? '';
    const { bot, knowledge } = await openTutor({ ...configFor({ dataDir: temporaryDir() }), language });
    const { input, output, screen, type, hangUp } = createTerminal({ isTerminal: true });
    const paper = createPaper(output);
    const chatting = chat({ bot, paper, input, output, language, commandName: 'k8s', concepts: knowledge().library.concepts.size });
    for (const [, question = ''] of sample.matchAll(/^› (.+)/gm)) type(`${question}\n`);
    hangUp();
    await chatting;
    let rest = screen.text();
    for (const piece of sample.split(/^› .+|…+/m)) {
      expect(rest).toContain(piece.trim());
      rest = rest.slice(rest.indexOf(piece.trim()) + piece.trim().length);
    }
  });
});
