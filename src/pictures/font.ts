/** What has to be known of a TrueType font to lay text out; reading it draws nothing. */
export interface FontMetrics {
  /** Whether the font can draw a character. */
  has(codePoint: number): boolean;
  /** How far a character moves on, as a share of the font size; 0 where the font lacks it. */
  advanceOf(codePoint: number): number;
}

/**
 * Reads the character map and the widths of a font
 * (https://learn.microsoft.com/typography/opentype/spec/otff).
 *
 * @throws RangeError where it is cut off or has no map of whole Unicode (format 12).
 */
export function readFont(font: Uint8Array): FontMetrics {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = tablesIn(view);
  const unitsPerEm = view.getUint16(tables('head') + 18);
  const widths = view.getUint16(tables('hhea') + 34);
  const hmtx = tables('hmtx');
  const glyphOf = readCharacterMap(view, tables('cmap'));
  return {
    has: (codePoint) => glyphOf(codePoint) !== 0,
    advanceOf: (codePoint) => {
      const glyph = glyphOf(codePoint);
      return glyph === 0 ? 0 : view.getUint16(hmtx + 4 * Math.min(glyph, widths - 1)) / unitsPerEm;
    },
  };
}

/** Where the table of a name begins. */
function tablesIn(view: DataView): (name: string) => number {
  const places = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + 16 * index;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(at + letter)));
    places.set(name, view.getUint32(at + 8));
  }
  return (name) => {
    const place = places.get(name);
    if (place === undefined) throw new RangeError(`the font has no table ${name}`);
    return place;
  };
}

/** The number of a character's glyph, 0 where there is none. */
function readCharacterMap(view: DataView, cmap: number): (codePoint: number) => number {
  const places = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + view.getUint32(cmap + 8 + 8 * index));
  const table = places.find((place) => view.getUint16(place) === 12);
  if (table === undefined) throw new RangeError('the font has no character map of format 12');
  const groups = view.getUint32(table + 12);
  return (codePoint) => {
    let [low, high] = [0, groups - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = table + 16 + 12 * middle;
      if (codePoint < view.getUint32(group)) high = middle - 1;
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
      else return view.getUint32(group + 8) + codePoint - view.getUint32(group);
    }
    return 0;
  };
}
