import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAnkiText } from '../support/anki.ts';
import { folderWith } from '../support/folders.ts';
import { kubetutor } from '../support/run.ts';

const OURS = '# Ours\n* Blue Box: the machine under the stairs that runs all the nightly jobs.\n\nQ: Which port is open?\nA: 8443\n';

describe('kubetutor export', () => {
  test('writes the cards of a deck for Anki and for a spreadsheet', async () => {
    const folder = await folderWith({ 'notes/ours.md': OURS });
    const [anki, csv] = [join(folder, 'cards.txt'), join(folder, 'cards.csv')];
    const { code, out, err } = await kubetutor([
      'export',
      '--content',
      join(folder, 'notes'),
      '--deck',
      'notes',
      '--anki',
      anki,
      '--csv',
      csv,
    ]);
    expect({ code, out, err }).toEqual({ code: 0, out: `3 cards written to ${anki}.\n3 cards written to ${csv}.\n`, err: '' });
    const { notes } = readAnkiText(await readFile(anki, 'utf8'));
    expect(notes.map(({ guid, deck, fields }) => [guid, deck, ...fields])).toEqual([
      [
        ...['kubetutor:blue-box:define:en', 'kubetutor::notes::ours'],
        ...['What does “Blue Box” mean?', 'the machine under the stairs that runs all the nightly jobs.'],
      ],
      [
        ...['kubetutor:blue-box:name:en', 'kubetutor::notes::ours'],
        ...['What is this called?\n\nthe machine under the stairs that runs all the nightly jobs.', 'Blue Box'],
      ],
      ['kubetutor:which-port-is-open:define:en', 'kubetutor::notes::ours', 'Which port is open?', '8443'],
    ]);
    expect(await readFile(csv, 'utf8')).toContain('"which-port-is-open:define:en","Which port is open?","8443","notes › ours","en"\r\n');
  });

  test('writes the shipped cards in Chinese, each once', async () => {
    const file = join(await folderWith(), 'cards.txt');
    const { code } = await kubetutor(['export', '--lang', 'zh', '--anki', file]);
    expect(code).toBe(0);
    const { notes } = readAnkiText(await readFile(file, 'utf8'));
    expect(new Set(notes.map(({ guid }) => guid)).size).toBe(notes.length);
    expect(notes.find(({ guid }) => guid === 'kubetutor:kubelet:define:zh')?.fields[0]).toBe('什么是 kubelet？');
    expect(notes.length).toBeGreaterThan(1_000);
  });

  test('says what is missing, which decks there are, and where it cannot write', async () => {
    const [nothing, deck, place] = await Promise.all([
      kubetutor(['export']),
      kubetutor(['export', '--csv', 'x.csv', '--deck', 'dokcer']),
      kubetutor(['export', '--deck', 'docker', '--csv', '/nowhere/x.csv']),
    ]);
    expect(nothing).toEqual({ code: 1, out: '', err: 'Say what to write: kubetutor export --anki cards.txt, or --csv cards.csv\n' });
    expect(deck).toEqual({ code: 1, out: '', err: 'There is no deck dokcer. There are: docker, kubernetes.\n' });
    expect(place.err).toBe('/nowhere/x.csv cannot be written (ENOENT). Check the path, and who owns the folder.\n');
  });
});
