import { kindOf, nameOf, NAME_PATTERN } from '../ids.ts';
import type { Problem } from '../result.ts';
import { formats } from './kinds.ts';
import { issueProblems } from './parse.ts';
import type { DocumentOf, EditableFormat } from './parse.ts';
import { unknownKeys } from './plain.ts';
import { readRecord } from './records.ts';

/**
 * Each record by itself, against its kind's schema. Codes: `record-id`, `record-kind`, `record-shape`, `record-key`
 * (a key that no schema knows), `root-count`.
 */
const idProblems = (id: string, kinds: readonly string[]): Problem[] => {
  if (!NAME_PATTERN.test(nameOf(id)) || kindOf(id) === '')
    return [
      { code: 'record-id', message: 'An id is "kind:name", name in a–z, 0–9 and -. Rename it.', path: id },
    ];
  if (!kinds.includes(kindOf(id)))
    return [{ code: 'record-kind', message: `No such kind here. There are: ${kinds.join(', ')}.`, path: id }];
  return [];
};

const recordProblems = (format: EditableFormat, id: string, record: unknown): Problem[] => {
  const { records } = formats[format];
  const wrong = idProblems(id, Object.keys(records));
  const schema = records[kindOf(id)];
  if (wrong.length > 0 || !schema) return wrong;
  const parsed = readRecord(schema, record);
  if (!parsed.success) return issueProblems(id, parsed.error, 'record-shape');
  return unknownKeys(record, parsed.data, id).map((path) => ({
    code: 'record-key',
    message: 'No such key. Correct its spelling or remove it.',
    path,
  }));
};

const rootProblems = (document: DocumentOf<EditableFormat>): Problem[] => {
  const { root } = formats[document.format];
  const found = Object.keys(document.records).filter((id) => kindOf(id) === root);
  if (found.length === 1) return [];
  const message = `There must be exactly one "${root}:" record; there are ${found.length}.`;
  return [{ code: 'root-count', message, path: found[1] ?? 'records' }];
};

export const allRecordProblems = (document: DocumentOf<EditableFormat>): Problem[] => [
  ...rootProblems(document),
  ...Object.keys(document.records)
    .sort()
    .flatMap((id) => recordProblems(document.format, id, document.records[id])),
];
