import { z } from 'zod';
import { fail, ok, type Result } from '../../../../core/result.ts';
import type { RigDocument } from '../../../../core/rig/rig.schema.ts';

/** The shape alone; whether the records make sense says the host when they are put. */
const shape = z.object({
  format: z.literal('frise-rig'),
  schema: z.number().int(),
  records: z.record(z.string(), z.unknown()),
  order: z.record(z.string(), z.array(z.string())),
});

export const readRigDocument = (value: unknown): Result<RigDocument> => {
  const read = shape.safeParse(value);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  return fail('record-shape', issue?.message ?? '', issue?.path.join('.') ?? '');
};

export const readRigText = (text: string): Result<RigDocument> => {
  try {
    return readRigDocument(JSON.parse(text));
  } catch (error) {
    return fail('invalid-json', error instanceof Error ? error.message : String(error));
  }
};

/** "Grand Palais, lundi" → "grand-palais-lundi". */
export const fileName = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'rig';
