import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** A picture as a file; sizes in pixels of the file. */
export interface Png {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Screens with twice the pixels show it sharp; larger pictures are meant to be opened. */
const SHARPNESS = 2;
const LARGEST = 1800;

/**
 * Starts the rasteriser; once in a thread.
 *
 * @returns draws an SVG picture of a size that is known to be sane.
 */
export async function openRasteriser(fontBuffers: readonly Uint8Array[]): Promise<(svg: string) => Png> {
  await initWasm(await readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  return (svg) => {
    const [, width = '1', height = '1'] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const zoom = Math.min(SHARPNESS, LARGEST / Number(width), LARGEST / Number(height));
    const picture = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: zoom },
      font: { fontBuffers: [...fontBuffers], defaultFontFamily: 'Noto Sans SC' },
    });
    const image = picture.render();
    // What the module holds is not freed by the garbage collector.
    const drawn = { png: image.asPng(), width: image.width, height: image.height };
    image.free();
    picture.free();
    return drawn;
  };
}
