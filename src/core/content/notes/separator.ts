import { hasHan } from '../../search/text.ts';
import { boldEnd, isLiteral, type Line, type Rich, slice, trim } from './rich.ts';

/** A line cut where its term ends. */
export interface Cut {
  readonly term: Line;
  readonly rest: Line;
  readonly by: 'colon' | 'dash' | 'is';
}

/** Cuts a bullet: `Term：…`, `**Term**（译名）: …`, `Term - …`, `**Term** is …`. */
export function cutBullet(line: Line): Cut | undefined {
  const bare = withoutArticle(withoutTaskBox(line));
  return cutAtIs(bare) ?? cutAtSign(bare, 0, bare.text.length);
}

/** Cuts a line that opens with a bold term: `**Term** 是…`, `**Term**：…`, `**Term：**…`, `**Term** is …`. */
export function cutBold(whole: Line): Cut | undefined {
  const line = withoutArticle(whole);
  const bold = boldEnd(line);
  if (bold === 0) return undefined;
  const cut = cutAtIs(line) ?? cutAtSign(line, 0, nameEnd(line, bold) + 1);
  return cut && cut.term.text.length >= bold - 1 ? cut : undefined;
}

/** A bullet without the box of a task list. */
export function withoutTaskBox(line: Line): Line {
  const box = /^\[[ xX]\]\s+/.exec(line.text)?.[0] ?? '';
  return slice(line, box.length);
}

/** `The **kubelet** is …` opens with a bold term too. */
function withoutArticle(line: Line): Line {
  const article = /^(?:the|an?)\s+/i.exec(line.text)?.[0] ?? '';
  const rest = slice(line, article.length);
  return boldEnd(rest) > 0 ? rest : line;
}

/** Translations and aliases may follow the bold part of a name. */
const NAME_GOES_ON = /(?:\s*[（(][^（）()]{1,60}[）)]|\s*[，,、/]\s*[^，,、。：:（）()]{1,30}(?=\s*[：:（(]))*\s*/y;
/** `**Kubernetes**，简称 K8s，是…` */
const NICKNAME =
  /\s*[，,]\s*(?:简称|又称|也称|也叫|又叫|缩写|(?:also called|also known as|aka|or)\s)[^，,。：:（）()]{1,30}[，,]?\s*(?=是|指|is\b|are\b)/iy;

/** Whether a line is a bold name alone, translations and a colon after it included. */
export function isBoldName(line: Line): boolean {
  const bold = boldEnd(line);
  return bold > 0 && /^\s*[:：]?$/.test(line.text.slice(nameEnd(line, bold)));
}

function nameEnd({ text }: Line, bold: number): number {
  NICKNAME.lastIndex = bold;
  if (NICKNAME.test(text)) return NICKNAME.lastIndex;
  NAME_GOES_ON.lastIndex = bold;
  return NAME_GOES_ON.test(text) ? NAME_GOES_ON.lastIndex : bold;
}

/** Words that make the rest of a sentence a definition; those that only link are not part of it. */
const LINKS =
  /(?:(?:就是指|指的是|是指|就是|即是|即为|是|指)(?!否|不是|因为|由于|为了|谁|什么|怎|如何|的)[:：]?|(?:is|are|means|refers to|stands for)\s+(?!not\b|n['’]t))/iy;
const TELLS = /(?:负责|用于|用来|表示|代表|提供|相当于|类似于?|充当|保证|确保)/y;

function cutAtIs(line: Line): Cut | undefined {
  const bold = boldEnd(line);
  if (bold === 0 || bold === line.text.length) return undefined;
  const end = nameEnd(line, bold);
  LINKS.lastIndex = end;
  TELLS.lastIndex = end;
  if (LINKS.test(line.text)) return cut(line, end, LINKS.lastIndex, 'is');
  return TELLS.test(line.text) ? cut(line, end, end, 'is') : undefined;
}

/** Cuts at the first sign that separates, outside of brackets unless they do not close. */
function cutAtSign(line: Line, from: number, to: number): Cut | undefined {
  return findSign(line, from, to, true) ?? findSign(line, from, to, false);
}

function findSign(line: Line, from: number, to: number, minding: boolean): Cut | undefined {
  let depth = 0;
  for (let index = from; index < to; index++) {
    const letter = line.text[index] ?? '';
    if (/[（(]/.test(letter)) depth += 1;
    else if (/[）)]/.test(letter)) depth = Math.max(0, depth - 1);
    if ((minding && depth > 0) || isLiteral(line, index)) continue;
    if (/[:：]/.test(letter) && isColon(line, index)) return cut(line, index, index + 1, 'colon');
    const dash = dashAt(line.text, index);
    if (dash > 0) return cut(line, index, index + dash, 'dash');
  }
  return undefined;
}

function cut(line: Line, end: number, start: number, by: Cut['by']): Cut | undefined {
  const term = trim(slice(line, 0, end));
  return term.text === '' ? undefined : { term, rest: trim(slice(line, start)), by };
}

const DASH = /\s+(?:--?|[–—]{1,2})\s+|——/y;

function dashAt(text: string, index: number): number {
  if (/\s/.test(text[index - 1] ?? '')) return 0;
  DASH.lastIndex = index;
  return DASH.test(text) ? DASH.lastIndex - index : 0;
}

/** The tags that people give images without a digit in them. */
const TAG = /^(?:latest|alpine|slim|stable|edge|main|master|dev|test|prod|nightly|lts|buster|bullseye|bookworm|trixie)\b/i;

/** Whether a colon separates: not in a time (09:30), an address, `a::b`, nor before an image's tag (`nginx:1.27`). */
function isColon(line: Rich, index: number): boolean {
  const { text } = line;
  const before = text[index - 1] ?? '';
  const after = text[index + 1] ?? '';
  if (/\d/.test(before) && /\d/.test(after)) return false;
  if (text[index] === '：') return true;
  if (before === ':' || after === ':' || text.startsWith('//', index + 1)) return false;
  if (after === '' || /\s/.test(after) || hasHan(after) || after > '~' || line.marks[index + 1] !== line.marks[index]) return true;
  const [word = ''] = /^[^\s，。；、]+/.exec(text.slice(index + 1, index + 200)) ?? [];
  return !TAG.test(word) && !/[\d/]/.test(word) && text.length > index + 1 + word.length;
}
