import { DIAGRAM_LIMITS } from './flowchart.ts';
import type { Scanner } from './scanner.ts';

const QUOTED = /"([^"\n]*)"/y;
const BREAK = /\s*<br\s*\/?>\s*/gi;
const ENTITY = /([#&])(\w+);/g;
/** HTML knows some names without the semicolon too: `&copy` and `&ampx`. */
const LOOSE_ENTITY = /&(?![A-Za-z]\w*;)(?:[A-Za-z]{2}|#)/;
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ' };
/** Markdown, mathematics and icons are drawn by mermaid in ways that we do not follow. */
const FANCY = /^`|`$|\$\$|\bfa[bsrl]?:fa-/;

/**
 * Takes a label: in quotes, or as far as the pattern of plain text reaches.
 *
 * @param plain - sticky; what may stand in this place without quotes.
 * @throws NotUnderstood where it is empty, too long, or holds mark-up.
 */
export function takeLabel(scanner: Scanner, plain: RegExp): string {
  const text = scanner.take(QUOTED)?.[1] ?? scanner.take(plain)?.[0];
  if (text === undefined) return scanner.fail();
  return readLabel(text, scanner);
}

/** The text of a label as people see it. */
export function readLabel(written: string, scanner: Scanner): string {
  if (FANCY.test(written.trim())) scanner.fail('Markdown, formulas and icons in labels are not drawn');
  const lines = written.trim().replace(BREAK, '\n');
  if (/<[a-z/!?]/i.test(lines)) scanner.fail('HTML in labels is not drawn, but for <br/>');
  if (LOOSE_ENTITY.test(lines)) scanner.fail('put a space or #amp; in the place of a bare &');
  const text = lines.replace(ENTITY, (entity, sign: string, name: string) => {
    const character = sign === '#' && /^\d{1,7}$/.test(name) ? characterOf(Number(name)) : ENTITIES[name];
    return character ?? scanner.fail(`the character ${entity} is not known`);
  });
  if (text.trim() === '') scanner.fail('a label has no text');
  if (text.length > DIAGRAM_LIMITS.label) scanner.fail(`a label has more than ${DIAGRAM_LIMITS.label} characters`);
  return text;
}

const characterOf = (code: number): string | undefined =>
  code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0x7f && code <= 0x9f)
    ? String.fromCodePoint(code)
    : undefined;
