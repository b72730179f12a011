import type { Gap } from './records.ts';

const LONGEST_ID = 30;

/** Concepts to be written for some gaps, as a file of notes: what is in capitals is to be written, the rest is sound. */
export function skeletonsFor(gaps: readonly Gap[]): string {
  return ['concepts:', ...gaps.map(skeleton)].join('\n');
}

/** A text in double quotes is the same in JSON and in YAML. */
const quoted = (text: string): string => JSON.stringify(text);

function skeleton(gap: Gap): string {
  const { language, text, times, lastAt } = gap;
  const todo = { en: ['THE TERM', 'ONE SENTENCE THAT SAYS WHAT IT IS.'], zh: ['（术语）', '（一句话说明它是什么。）'] }[language];
  const [name = '', definition = ''] = todo;
  return [
    `  # asked ${times} times, last on ${lastAt.toISOString().slice(0, 10)}; the id never changes once it is published`,
    `  - id: ${idFor(gap)}`,
    `    ${language}:`,
    `      name: ${quoted(name)}`,
    `      definition: ${quoted(definition)}`,
    '      asks:',
    `        - ${quoted(text)}`,
  ].join('\n');
}

/** The question's own words, where they are Latin, with the gap's number, so that no two are the same. */
function idFor({ id, text }: Gap): string {
  const end = `-${id}`;
  const words = text.match(/[a-z][a-z0-9]*/g)?.join('-') ?? '';
  const start = words.slice(0, LONGEST_ID - end.length).replace(/-[^-]*$/, (last) => (words.length > LONGEST_ID - end.length ? '' : last));
  return `${start === '' ? 'gap' : start}${end}`;
}
