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
  const rows = readRows(body, separatorOf(headers, body), start).filter(({ fields }) => fields.some((field) => field.trim() !== ''));
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
  return { cards: all.filter(isWhole), skipped: all.filter((card) => !isWhole(card)).map(missing) };
}

const NO_FRONT = 'A row without a front: write what is asked into its column.';
const NO_BACK = 'A row without a back: write the answer into its column, in quotes " where it holds what separates columns.';

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

/** Rows by RFC 4180: fields in quotes may hold separators, line ends and doubled quotes. */
function readRows(text: string, separator: string, linesAbove: number): Row[] {
  const rows: Row[] = [];
  let fields: string[] = [];
  let field = '';
  let [isQuoted, line, began] = [false, linesAbove + 1, linesAbove + 1];
  const endRow = () => {
    rows.push({ fields: [...fields, field], line: began });
    [fields, field, began] = [[], '', line];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '\n') line += 1;
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (letter === '"' && (isQuoted || field === '')) isQuoted = !isQuoted;
    else if (isQuoted) field += letter;
    else if (letter === separator) {
      fields.push(field);
      field = '';
    } else if (letter === '\n') endRow();
    else field += letter;
  }
  endRow();
  return rows;
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
