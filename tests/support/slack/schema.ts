import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';

/** A part of a JSON Schema; only what is looked at here. */
interface Schema {
  description?: string;
  $ref?: string;
  type?: string;
  maxLength?: number;
  minLength?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  definitions?: Record<string, Schema>;
  [key: string]: unknown;
}

const require = createRequire(import.meta.url);
const TYPES = require.resolve('@slack/types');
const { version } = require('@slack/types/package.json') as { version: string };
const CACHE = fileURLToPath(new URL(`../../../node_modules/.cache/kubetutor-tests/slack-types-${version}.json`, import.meta.url));

/**
 * The schema of all blocks and views, made of Slack's own types with the limits
 * that their comments name; kept, since making it takes seconds.
 */
function blockSchema(): Schema {
  try {
    return JSON.parse(readFileSync(CACHE, 'utf8'));
  } catch {
    const schema = withLimits(generateSchema());
    mkdirSync(dirname(CACHE), { recursive: true });
    // Several test files may do this at once: nobody is to read half a file.
    writeFileSync(`${CACHE}.${process.pid}`, JSON.stringify(schema));
    renameSync(`${CACHE}.${process.pid}`, CACHE);
    return schema;
  }
}

function generateSchema(): Schema {
  // Only loaded where nothing is kept yet: it brings a whole compiler.
  const { createGenerator } = require('ts-json-schema-generator') as typeof import('ts-json-schema-generator');
  const path = join(dirname(TYPES), 'index.d.ts');
  const generator = createGenerator({ path, type: '*', skipTypeCheck: true, additionalProperties: false, topRef: false });
  const definitions = ['KnownBlock', 'HomeView', 'ModalView'].map((type) => generator.createSchema(type).definitions ?? {});
  const [home, modal] = ['HomeView', 'ModalView'].map((type) => generator.createSchema(type));
  const { definitions: _ofHome, ...homeView } = home as Schema;
  const { definitions: _ofModal, ...modalView } = modal as Schema;
  return { definitions: { ...(Object.assign({}, ...definitions) as Record<string, Schema>), HomeView: homeView, ModalView: modalView } };
}

const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));

/** Adds to a schema what its descriptions say of lengths. */
export function withLimits<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(withLimits) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const limited = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withLimits(value)])) as Schema;
  const said = typeof limited.description === 'string' ? limited.description.replace(/\s+/g, ' ') : '';
  const most = /maximum length (?:for|of) (?:this field|the text in this field|the `?text`? in this field)? ?is ([\d,]+)/i.exec(said)?.[1];
  const range = /minimum length (?:for [^.]*)?is 1 and maximum length is ([\d,]+)/i.exec(said)?.[1];
  const atMost = /Limit ([\d,]+) characters max/i.exec(said)?.[1] ?? most ?? range;
  const items = /maximum (?:number of items is|of) ([\d,]+)(?: elements|\b)/i.exec(said)?.[1];
  if (items !== undefined && limited.type === 'array') limited.maxItems = number(items);
  if (atMost === undefined) return limited as Part;
  if (limited.type === 'string') Object.assign(limited, { maxLength: number(atMost) }, range === undefined ? {} : { minLength: 1 });
  else if (limited.$ref !== undefined) limited.properties = { text: { maxLength: number(atMost) } };
  return limited as Part;
}

const ajv = new Ajv({ strict: false, allErrors: true });
const validators = new Map<string, ValidateFunction>();
let loaded: Schema | undefined;

/** What is wrong with a value by Slack's own type of this name; empty where nothing is. */
export function problemsBySchema(definition: string, value: unknown): string[] {
  loaded ??= blockSchema();
  const validate = validators.get(definition) ?? ajv.compile({ ...loaded, $ref: `#/definitions/${definition}` });
  validators.set(definition, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

/** What is wrong with a block by the type that it says it is. */
export function problemsOfBlock(block: unknown): string[] {
  loaded ??= blockSchema();
  const { type } = block as { type?: unknown };
  const definition = Object.entries(loaded.definitions ?? {}).find(([name, { properties, anyOf }]) => {
    const shapes = [properties, ...((anyOf as Schema[] | undefined) ?? []).map((shape) => shape.properties)];
    return name.endsWith('Block') && shapes.some((shape) => shape?.type?.const === type);
  });
  if (!definition) return [`no block has the type ${String(type)}`];
  return problemsBySchema(definition[0], block).map((problem) => `${String(type)}${problem}`);
}
