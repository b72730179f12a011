/** A note as Anki would import it, its fields by the names of the columns. */
export interface AnkiNote {
  readonly guid: string;
  readonly deck: string;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
}

const SEPARATORS = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
]);

/**
 * Reads a text file as Anki's manual says that Anki does
 * (https://docs.ankiweb.net/importing/text-files.html): headers of `#key:value`
 * at the top, fields that may be quoted, special columns by their numbers, the
 * others in order. Written apart from the code that it tests.
 */
export function readAnkiText(text: string): { headers: Map<string, string>; notes: AnkiNote[] } {
  const headers = new Map<string, string>();
  let rest = text;
  for (let header = /^#([^:\n]+):([^\n]*)\n/.exec(rest); header; header = /^#([^:\n]+):([^\n]*)\n/.exec(rest)) {
    headers.set(header[1] ?? '', header[2] ?? '');
    rest = rest.slice(header[0].length);
  }
  const separator = SEPARATORS.get((headers.get('separator') ?? '').toLowerCase()) ?? '\t';
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\n"]*))(${separator}|\n|$)`, 'gy');
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain, end] of rest.matchAll(field)) {
    if (whole === '') break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\n') rows.push([]);
  }
  const column = (name: string) => Number(headers.get(`${name} column`)) - 1;
  const special = new Set(['guid', 'deck', 'tags', 'notetype'].map(column));
  const notes = rows
    .filter((row) => row.length > 0)
    .map((row) => ({
      guid: row[column('guid')] ?? '',
      deck: row[column('deck')] ?? '',
      tags: (row[column('tags')] ?? '').split(' '),
      fields: row.filter((_, at) => !special.has(at)),
    }));
  return { headers, notes };
}
