import type { Flashcard } from './flashcards.ts';
import type { Skipped } from './note.ts';

/** Files of separated values, as spreadsheets and Anki write them. */
export const isSeparatedFile = (path: string): boolean => /\.(?:csv|tsv)$/i.test(path);

/** A row, and the line that it begins on, counted from 1. */
interface Row {
  readonly fields: readonly string[];
  readonly line: number;
}

/** Anki's file headers, by their names: https://docs.ankiweb.net/importing/text-files.html#file-headers */
type Headers = ReadonlyMap<string, string>;

const SEPARATORS: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t', space: ' ', pipe: '|', colon: ':' };
const FRONTS = /^(?:front|question|term|name|prompt|正面|问题|术语|名称)$/i;
const BACKS = /^(?:back|answer|definition|meaning|背面|答案|定义|解释)$/i;
/** Columns that tell of a note and are no side of it. */
const SPECIAL = /^(?:guid|tags|deck|notetype) column$/;

/**
 * Reads the cards of a file of separated values: the columns that its first row
 * calls front and back (or question, term, 问题, …), else the first two that
 * Anki's headers do not give another meaning.
 */
export function readSeparated(text: string): { cards: Flashcard[]; skipped: Skipped[] } {
  const { headers, start } = readHeaders(text);
  const body = text.split('\n').slice(start).join('\n');
  const { rows: read, openAt } = readRows(body, separatorOf(headers, body), start);
  const rows = read.filter(({ fields }) => fields.some((field) => field.trim() !== ''));
  const named = (headers.get('columns') ?? '').split(separatorOf(headers, body));
  const first = rows[0]?.fields ?? [];
  const isTitled = first.some((field) => FRONTS.test(field.trim())) && first.some((field) => BACKS.test(field.trim()));
  const [front, back] = sidesOf(isTitled ? first : named, headers);
  const side = headers.get('html')?.toLowerCase() === 'true' ? withoutHtml : withoutGuard;
  const all = rows
    .slice(isTitled ? 1 : 0)
    .map(({ fields, line }) => ({ front: side(fields[front] ?? ''), back: side(fields[back] ?? ''), line }));
  const isWhole = (card: Flashcard) => card.front !== '' && card.back !== '';
  const missing = ({ front: asked, line }: Flashcard): Skipped => ({ line, why: asked === '' ? NO_FRONT : NO_BACK });
  const open = openAt === undefined ? [] : [{ line: openAt, why: OPEN }];
  return { cards: all.filter(isWhole), skipped: [...all.filter((card) => !isWhole(card)).map(missing), ...open] };
}

const NO_FRONT = 'A row without a front: write what is asked into its column.';
const NO_BACK = 'A row without a back: write the answer into its column, in quotes " where it holds what separates columns.';

const OPEN =
  'A quote " in this row is never closed, so that nothing from here on is read: close it, or write "" where it stands for itself in a field in quotes.';

/** The lines that begin with a number sign at the top. */
function readHeaders(text: string): { headers: Headers; start: number } {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const start = end < 0 ? lines.length : end;
  const pairs = lines.slice(0, start).flatMap((line) => {
    const [, key = '', value = ''] = /^#([^:]{1,30}):(.*)$/.exec(line) ?? [];
    return key === '' ? [] : [[key.trim().toLowerCase(), value] as const];
  });
  return { headers: new Map(pairs), start };
}

function separatorOf(headers: Headers, body: string): string {
  const said = headers.get('separator');
  if (said !== undefined) return SEPARATORS[said.trim().toLowerCase()] ?? said.slice(0, 1);
  let isQuoted = false;
  for (const letter of body) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && /[\t;,]/.test(letter)) return letter;
  }
  return ',';
}

/** Which columns are the front and the back. */
function sidesOf(names: readonly string[], headers: Headers): readonly [number, number] {
  const front = names.findIndex((name) => FRONTS.test(name.trim()));
  const back = names.findIndex((name) => BACKS.test(name.trim()));
  if (front >= 0 && back >= 0) return [front, back];
  const special = new Set([...headers].flatMap(([key, value]) => (SPECIAL.test(key) ? Number(value) - 1 : [])));
  const [first = 0, second = 1] = Array.from({ length: special.size + 2 }, (_, at) => at).filter((at) => !special.has(at));
  return [first, second];
}

/**
 * Rows by RFC 4180: fields in quotes may hold separators, line ends and doubled quotes.
 *
 * @returns as `openAt` the line of a row that a quote was forgotten in: where it ends nobody knows, so that nothing more is read.
 */
function readRows(text: string, separator: string, linesAbove: number): { rows: Row[]; openAt?: number } {
  const fieldAt = fieldsBetween(separator);
  const rows: Row[] = [];
  let [fields, line, began]: [string[], number, number] = [[], linesAbove + 1, linesAbove + 1];
  for (let at = 0; ; at += 1) {
    const field = fieldAt(text, at);
    if (!field) return { rows, openAt: began };
    fields.push(field.text);
    line += field.lines;
    at += field.length;
    if (text[at] === separator) continue;
    rows.push({ fields, line: began });
    if (at >= text.length) return { rows };
    line += 1;
    [fields, began] = [[], line];
  }
}

/** Reads the field that begins at a place, up to a separator or a line end; `undefined` where it is in quotes that were forgotten to be closed. */
function fieldsBetween(separator: string) {
  const ends = `\n${separator}`.replace(/[\]\\^-]/g, String.raw`\$&`);
  const others = `[^${ends}]*`;
  const plain = new RegExp(others, 'y');
  const quoted = new RegExp(`"([^"]*(?:""[^"]*)*)"(?!")(${others})`, 'y');
  return (text: string, at: number): { text: string; length: number; lines: number } | undefined => {
    const pattern = text[at] === '"' ? quoted : plain;
    pattern.lastIndex = at;
    const [whole, inside = '', behind = ''] = pattern.exec(text) ?? [];
    if (whole === undefined) return undefined;
    if (pattern === plain) return { text: whole, length: whole.length, lines: 0 };
    const lines = inside.split('\n').length - 1;
    // What ends rows below with a quote of its own has swallowed them.
    if (lines > 0 && behind.trim() !== '') return undefined;
    return { text: inside.replaceAll('""', '"') + behind, length: whole.length, lines };
  };
}

/** The sign that keeps a spreadsheet from taking a text for a formula is not part of it. */
const withoutGuard = (field: string): string => field.trim().replace(/^'(?=[=+\-@＝＋－＠])/, '');

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' };

function withoutHtml(field: string): string {
  return field
    .replace(/<br\s*\/?>|<\/(?:div|p|li)>/gi, '\n')
    .replace(/<[a-z/][^<>]*>/gi, '')
    .replace(/&(lt|gt|amp|quot|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .trim();
}
