import { erase, type Letters, lettersOf, richFrom } from './letters.ts';
import type { Rich } from './rich.ts';

interface Marker {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

const RUN = /\*+|_+|~~|==/g;

/** Takes `**bold**`, `*italic*`, `~~struck~~` and `==highlighted==` marks out, and keeps which text is bold. */
export function readEmphasis(rich: Rich): Rich {
  if (!/[*_~=]/.test(rich.text)) return rich;
  const letters = lettersOf(rich);
  const open = new Map<string, Marker>();
  for (const marker of findMarkers(rich)) {
    const opener = open.get(marker.kind);
    if (opener && canClose(rich.text, opener, marker)) {
      open.delete(marker.kind);
      erase(letters, opener.start, opener.end);
      erase(letters, marker.start, marker.end);
      if (isStrong(marker)) embolden(letters, opener.end, marker.start);
    } else if (canOpen(rich.text, marker)) open.set(marker.kind, marker);
  }
  return richFrom(letters);
}

/** Runs of marks; four stars are two pairs, which end one bold text and begin the next. */
function* findMarkers({ text, marks }: Rich): Generator<Marker> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (marks[index] === 'c') continue;
    let start = index;
    const end = index + run.length;
    for (; end - start >= 4; start += 2) yield { kind: run.slice(0, 2), start, end: start + 2 };
    if (end > start) yield { kind: run.slice(0, Math.min(2, end - start)), start, end };
  }
}

const isStrong = ({ kind }: Marker): boolean => kind === '**' || kind === '__';
/** Chinese writes no spaces between words, so a mark may stand between any two of its characters. */
const WORD = /[[\p{L}\p{N}]--\p{Script=Han}]/v;

function canOpen(text: string, { kind, start, end }: Marker): boolean {
  if (!/\S/.test(text[end] ?? '')) return false;
  return !kind.startsWith('_') || !WORD.test(text[start - 1] ?? '');
}

/** An author who writes `**bold **` means bold; a lone star after a space is a star. */
function canClose(text: string, opener: Marker, { kind, start, end }: Marker): boolean {
  if (start === opener.end || (kind.length === 1 && !/\S/.test(text[start - 1] ?? ''))) return false;
  return !kind.startsWith('_') || !WORD.test(text[end] ?? '');
}

function embolden({ marks }: Letters, start: number, end: number): void {
  for (let index = start; index < end; index++) {
    const mark = marks[index] ?? '.';
    if (mark === '.' || mark === 'l' || mark === 'c') marks[index] = mark === '.' ? 'B' : mark.toUpperCase();
  }
}
