import { isMap, isScalar } from 'yaml';
import type { Layout, StrayKey } from './misplaced.ts';
import type { Problem } from './problem.ts';
import { fullWidthIn } from './slips/characters.ts';

type Words = Pick<Problem, 'message' | 'mend'>;

/** What is told of a slip through which YAML read something else than was meant. */
interface SlipInKey extends Words {
  readonly path: readonly PropertyKey[];
}

/** A colon that is none, or a comma at which a text has ended. */
export function slipInKey(stray: StrayKey, known: readonly string[], layout: Layout): SlipInKey | undefined {
  const [, name = '', colon] = /^(\w+) *([：:])./su.exec(stray.key) ?? [];
  const path = [...stray.path, stray.key];
  if (known.includes(name) && colon === ':') return { path, message: `no space stands behind the colon of ${name}`, mend: 'write one' };
  if (known.includes(name)) return { path, message: `a full-width colon ： stands behind ${name}`, mend: 'write the plain : and a space' };
  return stray.value === null ? textWithComma(stray, layout) : undefined;
}

/** `{ en: The database, last }`: what follows the comma counts as a key with nothing behind it. */
function textWithComma({ path, key }: StrayKey, { nodeAt }: Layout): SlipInKey | undefined {
  const group = nodeAt(path);
  if (!isMap(group) || !group.flow) return undefined;
  const isPart = (at: number) => {
    const value = group.items[at]?.value;
    return value === null || (isScalar(value) && value.value === null);
  };
  let first = group.items.findIndex((pair) => String(pair.key) === key);
  while (first > 0 && isPart(first)) first -= 1;
  const { key: owner, value: begun } = group.items[first] ?? {};
  if (!isScalar(begun) || typeof begun.value !== 'string') return undefined;
  const next = group.items.findIndex((_, at) => at > first && !isPart(at));
  const parts = group.items.slice(first + 1, next === -1 ? undefined : next).map((pair) => String(pair.key));
  const text = [begun.value, ...parts].join(', ');
  const whole = text.length > MAX_SHOWN ? '' : `: ${String(owner)}: "${text}"`;
  return {
    path: [...path, String(owner)],
    message: `the text of ${String(owner)} ends at its first comma, since it has no quotes`,
    mend: `put quotes " around the whole text${whole}`,
  };
}

const MAX_SHOWN = 60;

/** A text where a list or a group of keys belongs, because of a sign that is not YAML's. */
export function slipInText(text: string, expected: string): Words | undefined {
  if (expected === 'object' && /^\w+ *：/.test(text))
    return { message: 'a full-width colon ： stands in it', mend: 'write the plain : and a space' };
  if (expected === 'object' && /^\w+:\S/.test(text)) return { message: 'no space stands behind its colon', mend: 'write one' };
  if (expected !== 'array') return undefined;
  const found = fullWidthIn(text);
  if (found && /^[【［]/.test(text)) return { message: `${found.what} stands in it`, mend: found.mend };
  if (!/[,，、]/.test(text)) return undefined;
  return { message: 'it has no brackets', mend: 'write it between [ and ], with a plain comma and a space between two parts' };
}

/** A sign in an id that was meant to part two of them, or to be YAML's. */
export function slipInId(name: string, id: string): Words | undefined {
  const found = fullWidthIn(id);
  return found && { message: `${name} "${id.slice(0, MAX_SHOWN)}" holds ${found.what}`, mend: found.mend };
}
