import type { Nodes } from 'mdast';
import { parseMarkdown } from '../markdown.ts';
import type { Face } from './cards.ts';

/** A card on its way to another program. */
export interface ExportCard {
  readonly face: Face;
  /** Deck and topic, outermost first. */
  readonly place: readonly string[];
}

/**
 * Cards as a text file for Anki 2.1.54 and later, by its manual:
 * https://docs.ankiweb.net/importing/text-files.html#file-headers
 *
 * Fields are plain text. The same card has the same GUID in every export, so
 * that importing again updates it and keeps its schedule.
 */
export function ankiText(cards: readonly ExportCard[]): string {
  const headers = [
    ...['#separator:Tab', '#html:false', '#notetype:Basic', '#guid column:1', '#deck column:2', '#tags column:5'],
    `#columns:${['GUID', 'Deck', 'Front', 'Back', 'Tags'].join('\t')}`,
  ];
  const rows = cards.map(({ face, place }) => {
    const deck = ['kubetutor', ...place.map((part) => part.replaceAll('::', ':'))].join('::');
    const tags = ['kubetutor', face.language].join(' ');
    return [`kubetutor:${face.id}`, deck, plainText(face.front), plainText(face.back), tags].map(quoted).join('\t');
  });
  return `${[...headers, ...rows].join('\n')}\n`;
}

/**
 * Cards as comma-separated values (RFC 4180) with a header. A byte order mark
 * tells Excel that it is UTF-8.
 */
export function csvText(cards: readonly ExportCard[]): string {
  const rows = cards.map(({ face, place }) => [face.id, plainText(face.front), plainText(face.back), place.join(' › '), face.language]);
  const lines = [['id', 'front', 'back', 'place', 'language'], ...rows].map((row) => row.map((cell) => quoted(harmless(cell))).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;

/** A cell that no spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const harmless = (cell: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell);

/** What Markdown says, without its marks. */
function plainText(markdown: string): string {
  return parseMarkdown(markdown).children.map(textOf).join('\n\n');
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return '';
  const parts = node.children.map(textOf);
  if (node.type === 'list') return parts.map((part) => `- ${part}`).join('\n');
  return parts.join(node.type === 'listItem' || node.type === 'blockquote' ? '\n' : '');
}
