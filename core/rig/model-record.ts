import { modelSchema } from './warp.schema.ts';
import type { ModelRecord } from './warp.schema.ts';

/** Models are large and never change in place: each is checked once. */
const known = new WeakMap<object, ModelRecord | null>();

/** The rig's model; null where it names none, or one that is missing or that its schema refuses. */
export const modelRecordOf = (records: Record<string, unknown>, id: string | null): ModelRecord | null => {
  const raw = id !== null && Object.hasOwn(records, id) ? records[id] : null;
  if (typeof raw !== 'object' || raw === null) return null;
  const before = known.get(raw);
  if (before !== undefined) return before;
  const parsed = modelSchema.safeParse(raw);
  const model = parsed.success ? parsed.data : null;
  known.set(raw, model);
  return model;
};
