import type { Rate } from '../core/search/evaluate.ts';

/** A rate as people read it, with its 95 % interval; a dash where nothing was tried. */
export function percent({ hits, of, low, high }: Rate): string {
  if (of === 0) return '–';
  const whole = (share: number) => (share * 100).toFixed(0);
  return `${((hits / of) * 100).toFixed(1)} % [${whole(low)}–${whole(high)}]`;
}

/** A titled table whose columns are as wide as their widest cell. */
export function ratesTable(title: string, head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) => Math.max(name.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const text = [head, ...lines].map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${title} (with 95 % intervals)\n${text.join('\n')}\n\n`;
}
