import { changeLines } from './fences.ts';
import { limitNesting } from './nesting.ts';

/**
 * Makes a text fit for the parser, line for line: lists and quotes nest only
 * so deep, and a few habits that Markdown does not know become Markdown
 * (`1、first`, `• item`, `##Heading`, lines indented with full-width spaces).
 */
export const tame = (text: string): string => changeLines(text, (line, isFenced) => limitNesting(isFenced ? line : mendHabits(line)));

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
