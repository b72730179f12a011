import { wrap } from '../adapters/terminal/layout.ts';
import { screenOf } from '../adapters/terminal/render.ts';

/** Says something to whoever runs the program, on standard error; where that is a terminal, no word is broken at its edge. */
export function notice(text: string): void {
  process.stderr.write(`${wrap(text, screenOf(process.stderr).columns)}\n`);
}
