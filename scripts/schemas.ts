import { writeFile } from 'node:fs/promises';
import { jsonSchemas } from '../src/core/content/json-schemas.ts';

/** Writes the JSON Schemas that editors check notes with: `npm run schemas`. */
for (const [name, schema] of Object.entries(jsonSchemas())) {
  const file = new URL(`../schemas/${name}.schema.json`, import.meta.url);
  await writeFile(file, `${JSON.stringify(schema, undefined, 2)}\n`);
}
