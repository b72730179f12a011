import { z } from 'zod';
import { conceptFileSchema, deckSchema, flowSchema, lessonSchema } from './schema.ts';

/** The formats of authors' files as JSON Schema, in draft 7, which VS Code's YAML extension supports best. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    concepts: asJsonSchema(conceptFileSchema),
    deck: asJsonSchema(deckSchema),
    lesson: asJsonSchema(lessonSchema),
    flow: asJsonSchema(flowSchema),
  };
}

const asJsonSchema = (schema: z.ZodType): object => z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
