const WIDTH = 140;

/** JSON for people: what fits a line stands on one, so that a golden file is as long as what it shows. */
export const jsonLines = (value: unknown): string => `${laidOut(JSON.parse(JSON.stringify(value)), '')}\n`;

function laidOut(value: unknown, indent: string): string {
  const flat = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= WIDTH) return flat;
  const inner = `${indent} `;
  const [open, parts, close] = Array.isArray(value)
    ? (['[', value.map((part) => laidOut(part, inner)), ']'] as const)
    : (['{', Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${laidOut(part, inner)}`), '}'] as const);
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${close}`;
}
