import { readFile } from 'node:fs/promises';
import { type FontMetrics, readFont } from './font.ts';
import type { Weight } from './typesetter.ts';

/** The fonts that come with the program, as files and as figures. */
export interface Fonts {
  readonly files: readonly Uint8Array[];
  readonly metrics: Readonly<Record<Weight, FontMetrics>>;
}

export async function loadFonts(): Promise<Fonts> {
  const [regular, bold] = await Promise.all([readFontFile('regular'), readFontFile('bold')]);
  return { files: [regular, bold], metrics: { regular: readFont(regular), bold: readFont(bold) } };
}

/** The same path leads there from `src` and from `dist`. */
const readFontFile = (weight: Weight): Promise<Uint8Array> =>
  readFile(new URL(`../../assets/fonts/noto-sans-sc-${weight}.ttf`, import.meta.url));
