import { type Language, otherLanguage } from '../content/schema.ts';
import type { Flowchart } from '../diagram/flowchart.ts';
import { findHighlight } from '../diagram/highlight.ts';
import { parseFlowchart } from '../diagram/parse.ts';
import { describe } from '../diagram/text-forms.ts';
import type { DrawnDiagram } from '../picture.ts';
import { type Block, shorten, type TextBlock } from '../reply.ts';

/** A text in both languages, or in one. */
type InLanguages = Readonly<Partial<Record<Language, string | undefined>>>;

/** A text in a language, else in the other one. */
export const textIn = (texts: InLanguages, language: Language): string => texts[language] ?? texts[otherLanguage(language)] ?? '';

const LONGEST_SOURCE = 1000;

/**
 * A diagram to be seen; one that cannot be drawn rightly is shown as it is written.
 *
 * @param instead - what stands for it where pictures cannot be shown.
 */
export function diagramBlock(
  drawing: Omit<DrawnDiagram, 'kind'>,
  language: Language,
  instead: (flowchart: Flowchart) => readonly TextBlock[],
): Block {
  const parsed = parseFlowchart(drawing.source);
  if (parsed.kind === 'refused') return { kind: 'code', language: 'text', text: shorten(drawing.source, LONGEST_SOURCE) };
  const { flowchart } = parsed;
  return {
    kind: 'picture',
    drawing: { kind: 'diagram', ...drawing },
    alt: describe(flowchart, language, findHighlight(flowchart, drawing.highlight)),
    instead: instead(flowchart),
  };
}
