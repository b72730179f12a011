import { hasHan } from '../../search/text.ts';
import type { Language } from '../schema.ts';
import type { NoteName } from './note.ts';
import { ALIAS_WORDS, GENERIC, REMARKS, SENTENCES } from './words.ts';

/** The names that a text gives, the author's own first, or why it is no name. */
export type Reading = { readonly kind: 'names'; readonly names: readonly NoteName[] } | { readonly kind: 'refused'; readonly why: string };

const MAX_LENGTH = 40;
const MAX_WORDS = 6;
const MAX_HAN = 16;
/** More than a name with its translations and aliases needs; longer texts are not looked at. */
export const MAX_READ = 160;

/** A name with any Han character is Chinese. */
export const languageOf = (name: string): Language => (hasHan(name) ? 'zh' : 'en');

/** Reads `Pod`, `Pod，容器组`, `镜像（Image）`, `Kubernetes (K8s)`, `CRI, Container Runtime Interface` and their like. */
export function readNames(text: string): Reading {
  if (text.length > MAX_READ) return refuse(text, 'is too long for a term');
  const { head, bracketed } = splitBrackets(cleanName(text));
  const [first = '', ...others] = splitList(head);
  const name = withoutArticle(cleanName(first));
  const problem = nameProblem(name);
  if (problem) return refuse(name || text, problem);
  const names = [name];
  for (const other of others.filter(isNoRemark)) {
    if (!isOtherName(other, name, 'in a list')) return refuse(head, 'names more than one thing: give each its own line');
    names.push(otherName(other));
  }
  const more = bracketed.flatMap(splitList).filter((other) => isNoRemark(other) && isOtherName(other, name, 'in brackets'));
  names.push(...more.map(otherName));
  return { kind: 'names', names: [...new Set(names)].map((each) => ({ text: each, language: languageOf(each) })) };
}

/** Refuses a text as a term, in a sentence for its author. */
export function refuse(text: string, problem: string): Reading {
  const shown = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH).trimEnd()}…` : text;
  return { kind: 'refused', why: `“${shown.toWellFormed()}” ${problem}.` };
}

const EDGE = String.raw`[\s\p{Extended_Pictographic}\p{Emoji_Modifier}\p{RI}\p{Cf}\ufe0f*_~${'`'}"“”‘’「」『』【】《》〈〉:：,，、。;；!！?？|]`;
const AROUND = new RegExp(String.raw`^(?:${EDGE}|['#])+|(?:${EDGE}|['.\-–—])+$`, 'gu');

/** Black brackets are quotes around a whole name, and round brackets after one. */
const BLACK_BRACKETS = /(?<=\S)【([^【】]+)】/g;

/** Takes quotes, signs and emoji from around a name; `.dockerignore`, `--rm` and `C#` keep theirs. */
export const cleanName = (text: string): string => text.replace(BLACK_BRACKETS, '（$1）').replace(AROUND, '');

const LAST_BRACKETS = /^(.*\S)\s*[（([]([^（）()[\]]+)[）)\]]$/s;
const FIRST_BRACKETS = /^[（(][^（）()]+[）)]\s*(?=\S)/;

function splitBrackets(text: string): { head: string; bracketed: string[] } {
  const bracketed: string[] = [];
  let head = text.replace(FIRST_BRACKETS, '');
  for (let found = LAST_BRACKETS.exec(head); found; found = LAST_BRACKETS.exec(head)) {
    bracketed.unshift(found[2] ?? '');
    head = cleanName(found[1] ?? '');
  }
  return { head, bracketed };
}

/** Commas separate, and a slash with spaces around it; a close slash and a dash only between two scripts: `CI/CD` is one name. */
function splitList(text: string): string[] {
  return text
    .split(/\s*[，,、]\s*|\s+[/|]\s+|／/)
    .flatMap((part) => {
      const sides = part.split(/\s+[–—-]\s+|——|\//);
      return sides.length === 2 && languageOf(sides[0] ?? '') !== languageOf(sides[1] ?? '') ? sides : [part];
    })
    .filter((part) => part.trim() !== '');
}

const otherName = (text: string): string => cleanName(cleanName(text).replace(ALIAS_WORDS, ''));
const isNoRemark = (text: string): boolean =>
  !REMARKS.has(cleanName(text).toLowerCase()) && !/^(?:(?:an?|the|plural|singular)\s|v?\d)|.的./i.test(text.trim());

/** Another name is a translation, or is said to be an alias, or is short for the other. */
function isOtherName(text: string, name: string, where: 'in a list' | 'in brackets'): boolean {
  const other = otherName(text);
  if (nameProblem(other)) return false;
  const isSaid = ALIAS_WORDS.test(cleanName(text));
  if (isSaid || languageOf(other) !== languageOf(name)) return true;
  const [short, long] = other.length < name.length ? [other, name] : [name, other];
  // In a list, `Pod, Pods` may be two things; half as long, a name is an abbreviation.
  return isShortFor(short, long) && (where === 'in brackets' || short.length * 2 <= long.length + 1);
}

/** `HPA` for Horizontal Pod Autoscaler, `svc` for Service, `K8s` for Kubernetes. */
function isShortFor(short: string, long: string): boolean {
  if (short.length >= long.length || hasHan(short) || !/[a-z]/.test(long)) return false;
  const letters = long.toLowerCase().replace(/[^a-z\d]/g, '');
  const [, first = '', count = '', rest = ''] = /^([a-z])(\d+)([a-z]+)$/i.exec(short) ?? [];
  if (count !== '') return letters.length === 1 + Number(count) + rest.length && letters.startsWith(first.toLowerCase());
  let from = 0;
  for (const letter of short.toLowerCase()) {
    from = letters.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return letters.startsWith(short.charAt(0).toLowerCase());
}

const withoutArticle = (name: string): string => name.replace(/^(?:the|an?)\s+(?=\S)/i, '');

/** What is wrong with a text as a name, as the end of a sentence; `undefined` when nothing is. */
function nameProblem(name: string): string | undefined {
  if (!/\p{L}/u.test(name) || /^v?\d[\d.]*$|^[a-z]$/i.test(name)) return 'is no name';
  if (/^(?:https?:|www\.)|:\/\//i.test(name)) return 'is an address, not a name';
  if (GENERIC.has(name.toLowerCase())) return 'is a word about the note, not a term';
  if (SENTENCES.some((sign) => sign.test(name))) return 'is a sentence or a task, not a term';
  const han = name.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = name.split(/\s+/).filter((word) => /[a-z0-9]/i.test(word)).length;
  const isLong = name.length > MAX_LENGTH || words > MAX_WORDS || (han > MAX_HAN && words === 0);
  return isLong ? 'is too long for a term' : undefined;
}
