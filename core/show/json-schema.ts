import { z } from 'zod';
import { formats } from './kinds.ts';
import { currentSchema } from './parse.ts';
import type { EditableFormat } from './parse.ts';

/**
 * JSON Schema (draft 2020-12) of a document, for editors that complete and check while one writes by hand. Derived from
 * the same schemas that validate; what lies between records (`validate`) no JSON Schema can say.
 */
const NAME = '[a-z0-9]+(?:-[a-z0-9]+)*';

const recordSchema = (schema: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};

export const jsonSchema = (format: EditableFormat): Record<string, unknown> => {
  const { records, lists } = formats[format];
  const owners = Object.keys(lists).join('|');
  const kinds = Object.entries(records);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: format,
    type: 'object',
    required: ['format', 'schema', 'records'],
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      format: { const: format },
      schema: { const: currentSchema[format] },
      records: {
        type: 'object',
        additionalProperties: false,
        patternProperties: Object.fromEntries(
          kinds.map(([kind]) => [`^${kind}:${NAME}$`, { $ref: `#/$defs/${kind}` }]),
        ),
      },
      order: {
        type: 'object',
        additionalProperties: false,
        patternProperties: {
          [`^(?:${owners}):${NAME}$`]: { type: 'array', items: { type: 'string' }, uniqueItems: true },
        },
      },
    },
    $defs: Object.fromEntries(kinds.map(([kind, schema]) => [kind, recordSchema(schema)])),
  };
};
