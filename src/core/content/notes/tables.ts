import { hasHan } from '../../search/text.ts';
import { cleanDefinition, isEnded } from './definition.ts';
import { addTerm, type Found } from './found.ts';
import { withoutNumber } from './headings.ts';
import { cleanName, type Reading, readNames } from './names.ts';
import type { Row } from './outline.ts';
import { joinText, type Line } from './rich.ts';
import { NAMES, NUMBERS } from './words.ts';

/** Which column of a table says what. */
interface Columns {
  readonly term: number;
  readonly names: readonly number[];
  /** Absent where all columns are names. */
  readonly definition: number | undefined;
  /** What else a row says, with what its header calls it. */
  readonly others: readonly { readonly column: number; readonly head: string }[];
}

const DEFINES =
  /说明|定义|含义|意义|意思|解释|描述|作用|用途|功能|介绍|职责|简介|备注|是什么|做什么|definition|description|meaning|explanation|purpose|function|role|what|summary|details?|used for|notes?$|does$/i;

/** Reads the rows of a table as terms: the first column names them, its header says what the others are. */
export function readTable(rows: readonly Row[], context: readonly string[], found: Found): void {
  const [header, ...body] = rows;
  if (!header || body.length === 0) return;
  const columns = columnsOf(header, body);
  if (!columns) {
    const why = 'A table of which no column is a definition: head one “说明” or “Definition” to have its rows read as terms.';
    found.skip(header[0]?.number ?? 1, why);
    return;
  }
  for (const row of body) readRow(row, columns, context, found);
}

function columnsOf(header: Row, body: readonly Row[]): Columns | undefined {
  const heads = header.map(({ text }) => cleanName(text.slice(0, 80)).toLowerCase());
  const isCount = NUMBERS.has(heads[0] ?? '') || (header.length > 2 && body.every((row) => /^\d*\.?$/.test(row[0]?.text ?? '')));
  const term = isCount ? 1 : 0;
  const besides = heads.keys().drop(term + 1);
  const names: number[] = [];
  const rest: number[] = [];
  for (const column of besides) (NAMES.has(heads[column] ?? '') ? names : rest).push(column);
  const definition = rest.find((column) => DEFINES.test(heads[column] ?? '')) ?? (rest.length === 1 ? rest[0] : undefined);
  if (definition === undefined && (rest.length > 0 || names.length === 0)) return undefined;
  const others = rest.flatMap((column) => {
    const head = cleanName(header[column]?.text ?? '');
    return column === definition || head === '' ? [] : [{ column, head }];
  });
  return { term, names, definition, others };
}

function readRow(row: Row, columns: Columns, context: readonly string[], found: Found): void {
  const cell = row[columns.term];
  if (!cell) return;
  if (cell.text === '') {
    found.skip(cell.number, 'A table row without a name.');
    return;
  }
  const reading = readNames(withoutNumber(cell.text));
  if (reading.kind === 'refused') {
    found.skip(cell.number, reading.why);
    return;
  }
  const more = columns.names.flatMap((column) => namesIn(row[column]));
  const names = [...reading.names, ...more.filter(({ text }) => reading.names.every((known) => known.text !== text))];
  if (columns.definition === undefined) {
    found.synonyms.push({ names, line: cell.number });
    return;
  }
  const definition = cleanDefinition([row[columns.definition]?.text ?? '']);
  const said = columns.others.flatMap(({ column, head }) => sentence(head, row[column]?.text.trim() ?? ''));
  const body = said.length > 0 ? { body: joinText(said) } : {};
  addTerm(found, { names, definition, ...body, context, line: cell.number, evidence: 'table' });
}

/** “Port: 8443.”, or nothing of an empty cell. */
function sentence(head: string, text: string): string[] {
  if (text === '') return [];
  const said = `${head}${hasHan(head) ? '：' : ': '}${text}`;
  return [isEnded(said) ? said : `${said}${hasHan(said) ? '。' : '.'}`];
}

function namesIn(cell: Line | undefined): Extract<Reading, { kind: 'names' }>['names'] {
  const reading = cell && cell.text !== '' ? readNames(cell.text) : undefined;
  return reading?.kind === 'names' ? reading.names : [];
}
