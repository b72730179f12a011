import { hasHan } from '../../search/text.ts';
import { cleanDefinition, isEnded, withItems } from './definition.ts';
import { withoutNumber } from './headings.ts';
import { readNames } from './names.ts';
import type { Block, Item } from './outline.ts';
import type { Line } from './rich.ts';
import { cutBullet, withoutTaskBox } from './separator.ts';
import { EXPLAINS, GENERIC } from './words.ts';

/** The names of a list's items, when most of its items are names and there are two or more. */
export function partsOf(items: readonly Item[]): string[] | undefined {
  const parts = items.flatMap((item) => partOf(item) ?? []);
  return parts.length >= 2 && parts.length * 2 > items.length ? parts : undefined;
}

/**
 * Completes a text that stops before its sentence ends with the list below
 * it. An empty one is not completed with a list of names: those are parts.
 */
export function completeWithList(text: string, items: readonly Item[]): string {
  const isOfNames = partsOf(items) !== undefined;
  if (isOfNames && text === '') return '';
  const said = items.flatMap((item) => (isOfNames && partOf(item)) || (wholeOf(item) ?? []));
  return withItems(text, said, separatorOf(text, said, isOfNames));
}

function separatorOf(text: string, said: readonly string[], isOfNames: boolean): string {
  const isChinese = hasHan(text + said.join(''));
  if (isOfNames) return isChinese ? '、' : ', ';
  const isOfSentences = said.every(isEnded);
  if (isChinese) return isOfSentences ? '' : '；';
  return isOfSentences ? ' ' : '; ';
}

/** What a list says after “定义：” or “Definition:”. */
export function explanationIn(block: Block | undefined): string | undefined {
  if (block?.kind !== 'list') return undefined;
  const cuts = block.items.flatMap((item) => linesOf(item).slice(0, 1)).map(cutBullet);
  const explaining = cuts.find((cut) => cut && EXPLAINS.has(cut.term.text.toLowerCase()));
  return explaining && cleanDefinition([explaining.rest.text]);
}

const linesOf = ({ blocks: [first] }: Item): readonly Line[] => (first?.kind === 'paragraph' ? first.lines : []);
const wholeOf = (item: Item): string | undefined => cleanDefinition(linesOf(item).map(({ text }) => text)) || undefined;

const MAX_HAN = 8;
const MAX_WORDS = 4;
/** Beginnings of what is told of something, which is no part of it. */
const TELLING = /^(?:可以|可|能|会|用|由|在|把|被|将|共享|提供|负责|管理|支持|实现|通过|每|一个|多个|所有|与|和|为|对|保证|允许)/;

/** What an item names: a term, or a short name alone. */
function partOf(item: Item): string | undefined {
  const [line] = linesOf(item);
  const cut = line && cutBullet(line);
  if (!line || (!cut && isEnded(line.text))) return undefined;
  const text = withoutNumber((cut?.term ?? withoutTaskBox(line)).text);
  // A word that would speak of the note as a heading may well be a part: an image holds code.
  if (!cut && GENERIC.has(text.toLowerCase())) return text;
  const reading = readNames(text);
  const name = reading.kind === 'names' ? reading.names[0]?.text : undefined;
  return name !== undefined && (cut || isShort(name)) ? name : undefined;
}

function isShort(name: string): boolean {
  const han = name.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = name.match(/[\w.-]+/g)?.length ?? 0;
  return han <= MAX_HAN && words <= MAX_WORDS && !TELLING.test(name);
}
