import { findFenced } from './fences.ts';

/** Deeper than any note; the parser's time grows with the square of the depth. */
const MAX_MARKERS = 8;
const MAX_INDENT = 64;
const TAB_WIDTH = 4;

/**
 * Makes a text fit for the parser, line for line: lists and quotes nest only
 * so deep, and a few habits that Markdown does not know become Markdown
 * (`1、first`, `• item`, `##Heading`, lines indented with full-width spaces).
 */
export function tame(text: string): string {
  const lines = text.split('\n');
  const isFenced = findFenced(lines);
  return lines.map((line, index) => limitNesting(isFenced[index] ? line : mendHabits(line))).join('\n');
}

const WIDE_INDENT = /^[\u3000\u200b\ufeff]+/;
const CHINESE_NUMBER = /^([ \t]*)(?:(\d{1,2})[、．）]|[（(](\d{1,2})[）)]|([①-⑳]))[ \t\u3000]*(?=\S)/;
const BULLET = /^([ \t]*)[•●○▪■◆◦‣∙·][ \t\u3000]*(?=\S)/;
const CLOSE_HEADING = /^( {0,3}#{2,6})(?=[^#\s])/;
const CIRCLED_ONE = 0x2460;

function mendHabits(line: string): string {
  return line
    .replace(WIDE_INDENT, '')
    .replace(CHINESE_NUMBER, (_, indent: string, plain?: string, bracketed?: string, circled?: string) => {
      const number = plain ?? bracketed ?? String((circled?.charCodeAt(0) ?? CIRCLED_ONE) - CIRCLED_ONE + 1);
      return `${indent}${number}. `;
    })
    .replace(BULLET, '$1- ')
    .replace(CLOSE_HEADING, '$1 ');
}

const MARKER = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/gy;

/** Drops the indentation and the markers that go too deep; the text after them stays. */
function limitNesting(line: string): string {
  const shallow = limitIndent(line);
  let kept = 0;
  let end = 0;
  for (const [index, { 0: marker }] of [...shallow.matchAll(MARKER)].entries()) {
    end += marker.length;
    if (index < MAX_MARKERS) kept = end;
  }
  return kept < end ? shallow.slice(0, kept) + shallow.slice(end) : shallow;
}

function limitIndent(line: string): string {
  const [indent = ''] = /^[ \t>]*/.exec(line) ?? [];
  let width = 0;
  const end = Array.from(indent).findIndex((letter) => {
    width += letter === '\t' ? TAB_WIDTH : 1;
    return width > MAX_INDENT;
  });
  return end < 0 ? line : line.slice(0, end) + line.slice(indent.length);
}
