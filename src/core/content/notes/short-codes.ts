import { dedent } from './diagrams.ts';
import { findFenced } from './fences.ts';
import type { NoteDiagram, Skipped } from './note.ts';

/** A text without Hugo's short codes, and what they held. */
export interface WithoutShortCodes {
  /** Line for line the text that was given. */
  readonly text: string;
  readonly diagrams: readonly NoteDiagram[];
  readonly skipped: readonly Skipped[];
}

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Takes Hugo's short codes (`{{< figure … >}}`, `{{% notice %}}`) out of a
 * text; what stands between two of them stays, but for a diagram between
 * `{{< mermaid >}}` and `{{< /mermaid >}}`. Fenced code is left as it is.
 */
export function takeShortCodes(text: string): WithoutShortCodes {
  const tags = text.includes('{{') ? findTags(text) : [];
  const diagrams: NoteDiagram[] = [];
  const skipped: Skipped[] = [];
  let kept = '';
  let from = 0;
  const ends = findDiagramEnds(tags);
  for (const tag of tags) {
    if (tag.start < from) continue;
    const end = ends.get(tag);
    if (end) diagrams.push({ source: dedent(text.slice(tag.end, end.start)), line: tag.line });
    else if (!tag.isClosing)
      skipped.push({ line: tag.line, why: `A Hugo short code (${tag.name})${tag.name === 'mermaid' ? ' that is not closed' : ''}.` });
    const until = (end ?? tag).end;
    kept += text.slice(from, tag.start) + lineEndsOf(text.slice(tag.start, until));
    from = until;
  }
  return { text: kept + text.slice(from), diagrams, skipped };
}

/** The closing tag of each diagram; one whose next tag opens another diagram was left open. */
function findDiagramEnds(tags: readonly Tag[]): ReadonlyMap<Tag, Tag> {
  const ends = new Map<Tag, Tag>();
  const mermaid = tags.filter(({ name }) => name === 'mermaid');
  for (const [index, tag] of mermaid.entries()) {
    const next = mermaid[index + 1];
    if (!tag.isClosing && next?.isClosing) ends.set(tag, next);
  }
  return ends;
}

function findTags(text: string): Tag[] {
  const isFenced = findFenced(text.split('\n'));
  const tags: Tag[] = [];
  let line = 0;
  let from = 0;
  for (let start = text.indexOf('{{'); start >= 0; start = text.indexOf('{{', from)) {
    line += lineEndsOf(text.slice(from, start)).length;
    const tag = isFenced[line] ? undefined : tagAt(text, start, line + 1);
    const end = tag?.end ?? start + 2;
    line += lineEndsOf(text.slice(start, end)).length;
    from = end;
    if (tag) tags.push(tag);
  }
  return tags;
}

const TAG = /\{\{([<%])\s*(\/?)\s*(\w[\w./-]{0,60})([^{}]{0,2000}?)([>%])\}\}/y;

function tagAt(text: string, start: number, line: number): Tag | undefined {
  TAG.lastIndex = start;
  const found = TAG.exec(text);
  if (!found) return undefined;
  const [, , slash, name = ''] = found;
  return { name: name.toLowerCase(), isClosing: slash === '/', start, end: TAG.lastIndex, line };
}

const lineEndsOf = (text: string): string => text.replace(/[^\n]+/g, '');
