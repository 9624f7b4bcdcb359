import type { VerbInput } from '../../../core/control/verbs.ts';
import { isPlainObject } from '../../../core/show/plain.ts';
import { stableText } from '../../../core/show/serialise.ts';
import type { ConsoleLink, Reply } from '../console-link.ts';

/** One press as an edit of the rig, and what can be said of it beside the document. */
export type Fields = Record<string, unknown>;
export type RigChange = {
  label: string;
  /** Record id → fields that replace its own; a record that is not there yet is made of them. */
  put: Record<string, Fields>;
  /** The fields are all that the records have. */
  isWhole?: boolean;
  remove?: string[];
  order?: Record<string, string[] | null>;
};
export const recordOf = (link: ConsoleLink, id: string): Fields => {
  const found = link.get('rig')?.document.records[id];
  return isPlainObject(found) ? found : {};
};

/** Whole records, as the host takes them: what the press does not name stays as it is at this moment. */
export const editOf = (link: ConsoleLink, change: RigChange): VerbInput<'document/edit'> => ({
  document: 'rig',
  label: change.label,
  put: Object.fromEntries(
    Object.entries(change.put).map(([id, fields]) => [
      id,
      change.isWhole ? fields : { ...recordOf(link, id), ...fields },
    ]),
  ),
  remove: change.remove ?? [],
  order: change.order ?? {},
});

export const lostReply = (error: unknown): Reply => ({
  ok: false,
  code: 'link-lost',
  message: String(error),
  path: '',
});

export const revisionOf = (reply: unknown): number =>
  isPlainObject(reply) && typeof reply['revision'] === 'number' ? reply['revision'] : 0;

export const withoutKeys = (
  fields: Record<string, Fields>,
  keys: readonly string[],
): Record<string, Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));

export const overlayOf = (
  changes: readonly RigChange[],
  drags: Record<string, Fields>,
): Record<string, Fields> => {
  const overlay: Record<string, Fields> = {};
  for (const put of [...changes.map((change) => change.put), drags])
    for (const [id, fields] of Object.entries(put)) overlay[id] = { ...overlay[id], ...fields };
  return overlay;
};

/** Saved, or still shown as a drag under way. */
export const isOnWall = (link: ConsoleLink, { put, remove = [] }: RigChange): boolean => {
  const records = link.get('rig')?.document.records ?? {};
  const previews = link.get('previews') ?? {};
  const isPut = Object.entries(put).every(([id, fields]) => {
    const record: Fields = { ...recordOf(link, id), ...previews[id] };
    return Object.entries(fields).every(([key, value]) => stableText(record[key]) === stableText(value));
  });
  return isPut && remove.every((id) => !Object.hasOwn(records, id));
};
