/** Values of attributes; what is absent is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

/** An element of an SVG picture; numbers with two digits are finer than any screen. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined) return '';
    return ` ${key}="${typeof value === 'number' ? Math.round(value * 100) / 100 : escapeText(value)}"`;
  });
  const inside = children.join('');
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
}

/** A line of text; it is escaped here, so hand it over as it is. */
export function textElement(text: string, attributes: Attributes): string {
  return element('text', attributes, escapeText(text));
}

/** A picture as a whole, on its background. */
export function picture(width: number, height: number, background: string, ...children: readonly string[]): string {
  const size = { width: Math.ceil(width), height: Math.ceil(height) };
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...size, viewBox: `0 0 ${size.width} ${size.height}`, 'font-family': 'Noto Sans SC' },
    element('rect', { ...size, fill: background }),
    ...children,
  );
}
