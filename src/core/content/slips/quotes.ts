import type { FindMends, Mend } from './mend.ts';

const VALUE = /^(\s*(?:- +)*(?:\w+: +)?)(\S.*?)\s*$/;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };

/** Finds texts that need quotes, and quotes and brackets that are not closed. */
export const mendQuotes: FindMends = (lines, line) => {
  const [, before = '', value] = VALUE.exec(lines[line] ?? '') ?? [];
  if (value === undefined || /^[|>]/.test(value)) return [];
  const mended = (text: string, distance: number, message: string, mend: string): Mend => ({
    line,
    column: before.length,
    texts: [`${before}${text}`],
    distance,
    message,
    mend,
  });
  const opening = value[0] ?? '';
  const closing = CLOSING[opening];
  const inSingle = `'${value.replaceAll("'", "''")}'`;
  if (/^[“”].*[“”]$/.test(value))
    return [mended(inSingle, 0, 'the quotes “ ” are no quotes to YAML', 'write the plain " at both ends of the text')];
  return [
    ...(closing !== undefined && !value.slice(1).includes(closing) ? [mended(`${value}${closing}`, 0, ...unclosed(opening))] : []),
    mended(inSingle, 1, whyQuotes(value), howToQuote(value)),
  ];
};

function unclosed(opening: string): [message: string, mend: string] {
  const closing = CLOSING[opening];
  const what = opening === closing ? 'quote' : 'bracket';
  return [`the ${what} ${opening} is not closed`, `write ${closing} where it ends`];
}

function whyQuotes(value: string): string {
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(value)) return `a text that begins with ${value[0]} needs quotes`;
  if (/:\s/.test(value)) return 'a text with a colon and a space in it needs quotes';
  return 'this text needs quotes';
}

function howToQuote(value: string): string {
  if (!value.includes('"')) return 'put quotes " around the whole text';
  return `put single quotes ' around the whole text${value.includes("'") ? ", and write each ' inside it twice" : ''}`;
}
