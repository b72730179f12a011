import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/**
 * Cuts the pictures' fonts out of Noto Sans SC: `npm run fonts`. Chinese of
 * GB 2312, the frequent Traditional characters of Big5 (in regular only), some
 * that names have, Latin, Greek and Cyrillic letters, and signs.
 */

const SOURCE = new URL('.', import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const TARGET = fileURLToPath(new URL('../assets/fonts/', import.meta.url));

/** Basic Latin to Latin Extended-B, Greek, Cyrillic, punctuation, arrows and shapes. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x45f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20bf],
  [0x2190, 0x2199],
  [0x2200, 0x22ff],
  [0x2460, 0x24ff],
  [0x2500, 0x25ff],
  [0x2600, 0x26ff],
  [0x2700, 0x27bf],
  [0x3000, 0x30ff],
  [0xff00, 0xffef],
] as const;

/** Characters of people's names that neither character set has, some of them beyond the first 65,536 of Unicode. */
const IN_NAMES =
  '喆堃垚淼焱珺翀昇玥珮琎琤瑀甯皛睿祎竑翾菥蕙赟趸邨钜镕镔頔颢骉骎鹢龑昉昳暐暘曈晞晢杲栩桢淏渟湉湜煊煜熠燊燚犇瑷璟璠奕妤姝婳媖嫚𬬭𬬱𬭎𬀩𠮷';

/** Bold is for titles; what it lacks is drawn in regular. */
const WEIGHTS = [
  { weight: '400Regular', name: 'regular', hasTraditional: true },
  { weight: '700Bold', name: 'bold', hasTraditional: false },
];

for (const { weight, name, hasTraditional } of WEIGHTS) {
  const font = await readFile(new URL(`${weight}/NotoSansSC_${weight}.ttf`, SOURCE));
  const subset = await subsetFont(font, characters(hasTraditional), { targetFormat: 'truetype' });
  await mkdir(TARGET, { recursive: true });
  await writeFile(`${TARGET}noto-sans-sc-${name}.ttf`, subset);
}
await copyFile(new URL('LICENSE_FONT', SOURCE), `${TARGET}OFL.txt`);

function characters(hasTraditional: boolean): string {
  const ranges = RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)));
  const traditional = hasTraditional ? twoBytes('big5', [0xa4, 0xc6]) : [];
  return [...ranges, ...twoBytes('gb2312', [0xa1, 0xf7]), ...traditional, IN_NAMES].join('');
}

/** The characters of a character set of two bytes whose first byte lies in a range. */
function twoBytes(encoding: 'gb2312' | 'big5', [first, last]: readonly [number, number]): string[] {
  const decoder = new TextDecoder(encoding);
  const found: string[] = [];
  for (let high = first; high <= last; high++) {
    for (let low = encoding === 'big5' ? 0x40 : 0xa1; low <= 0xfe; low++) {
      const decoded = decoder.decode(new Uint8Array([high, low]));
      if ([...decoded].length === 1 && decoded !== '\ufffd') found.push(decoded);
    }
  }
  return found;
}
