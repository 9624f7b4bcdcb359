import type { Previews } from '../control/line-up.ts';
import { kindOf } from '../ids.ts';
import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { issueProblems } from '../show/parse.ts';
import { isPlainObject, unknownKeys } from '../show/plain.ts';
import { readRecord } from '../show/records.ts';
import { rigRecordSchemas } from './rig.schema.ts';
import type { RigDocument } from './rig.schema.ts';

/** The values of a drag under way, laid over the rig that is saved. */
const schemaOf = (id: string) => {
  const kind = kindOf(id);
  return kind === 'output' || kind === 'rig' ? rigRecordSchemas[kind] : null;
};

const merged = ({ records }: RigDocument, id: string, fields: Record<string, unknown>) => {
  const record = Object.hasOwn(records, id) ? records[id] : undefined;
  return isPlainObject(record) ? { ...record, ...fields } : null;
};

/**
 * The record as it would be with these fields. Codes: `preview-record` (no output and no rig of this document),
 * `record-shape` and `record-key`, with the field's path.
 */
export const previewed = (
  document: RigDocument,
  id: string,
  fields: Record<string, unknown>,
): Result<Record<string, unknown>> => {
  const schema = schemaOf(id);
  const record = merged(document, id, fields);
  if (!schema || !record)
    return fail('preview-record', 'The rig has no such output. Reload the page.', id.slice(0, 100));
  const parsed = readRecord(schema, record);
  if (!parsed.success) {
    const [first] = issueProblems(id, parsed.error, 'record-shape');
    return first ? { ok: false, ...first } : fail('record-shape', 'This value does not fit.', id);
  }
  const [unknown] = unknownKeys(fields, parsed.data, id);
  if (unknown !== undefined)
    return fail('record-key', 'No such key. Correct its spelling or remove it.', unknown);
  return ok(record);
};

/**
 * The rig that is on the wall. Records that nobody drags stay the same objects, so compiling costs what changed; a
 * preview that no longer fits (its record was edited or removed meanwhile) is left out, never the output.
 */
export const withPreviews = (document: RigDocument, previews: Previews): RigDocument => {
  const fitting = Object.entries(previews).flatMap(([id, fields]) => {
    const record = previewed(document, id, fields);
    return record.ok ? [[id, record.value] as const] : [];
  });
  if (fitting.length === 0) return document;
  return { ...document, records: { ...document.records, ...Object.fromEntries(fitting) } };
};
