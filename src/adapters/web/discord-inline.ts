import type { Piece } from './protocol.ts';

/**
 * One mark at a time, tried in this order: a sign without its meaning, code, a
 * link, an address, a mention, and text between signs.
 */
const MARK = new RegExp(
  [
    String.raw`\\(?<escaped>[^\p{L}\p{N}\s])`,
    String.raw`(?<ticks>${'`'}{1,2})(?<code>[^${'`'}].*?)\k<ticks>(?!${'`'})`,
    String.raw`\[(?<label>(?:\\.|[^\]\\])+)\]\((?:<(?<href>https?:[^\s<>]+)>|(?<bare>https?:[^\s<>)]+))\)`,
    String.raw`<?(?<address>https?://[^\s<>]+)>?`,
    String.raw`<(?<mention>@[!&]?\d+|#\d+|t:-?\d+(?::\w)?|a?:\w+:\d+)>|(?<everyone>@everyone|@here)`,
    String.raw`\*\*(?<bold>(?:\\.|[^\\])+?)\*\*(?!\*)`,
    String.raw`__(?<under>(?:\\.|[^\\])+?)__(?!_)`,
    String.raw`~~(?<strike>(?:\\.|[^\\])+?)~~`,
    String.raw`\*(?<italic>(?![\s*])(?:\\.|[^\\*])+?)\*(?!\*)`,
    String.raw`(?<![\p{L}\p{N}])_(?<low>(?:\\.|[^\\_])+?)_(?![\p{L}\p{N}_])`,
  ].join('|'),
  'su',
);

/** Draws what stands on one line. */
export function drawInline(line: string): Piece[] {
  const drawn: Piece[] = [];
  let rest = line;
  for (let found = MARK.exec(rest); found; found = MARK.exec(rest)) {
    if (found.index > 0) drawn.push(rest.slice(0, found.index));
    drawn.push(drawMark(found.groups ?? {}));
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest !== '') drawn.push(rest);
  return joined(drawn);
}

function drawMark({
  escaped,
  code,
  label,
  href,
  bare,
  address,
  mention,
  everyone,
  bold,
  under,
  strike,
  italic,
  low,
}: Record<string, string | undefined>): Piece {
  if (escaped !== undefined) return escaped;
  if (code !== undefined) return { tag: 'code', children: [code.trim()] };
  if (label !== undefined) return { tag: 'a', href: href ?? bare ?? '', children: drawInline(label) };
  if (address !== undefined) return { tag: 'a', href: address, children: [address] };
  if (mention !== undefined) return { tag: 'span', class: 'mention', children: [`<${mention}>`] };
  if (everyone !== undefined) return { tag: 'span', class: 'mention', children: [everyone] };
  if (bold !== undefined) return { tag: 'strong', children: drawInline(bold) };
  if (under !== undefined) return { tag: 'u', children: drawInline(under) };
  if (strike !== undefined) return { tag: 's', children: drawInline(strike) };
  return { tag: 'em', children: drawInline(italic ?? low ?? '') };
}

/** Texts that stand beside each other, as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else result.push(piece);
  }
  return result;
}
