import { idOf, kindOf } from '../ids.ts';
import type { Problem } from '../result.ts';
import { formats } from './kinds.ts';
import type { DocumentOf, EditableFormat } from './parse.ts';
import { fillDefaults, isPlainObject, mapValues } from './plain.ts';
import { readRecord, rememberRead } from './records.ts';
import { isDangling, orderEntries, unlisted } from './validate-order.ts';

/**
 * Puts right what has one right answer, and tells of each thing. Nothing is thrown away but order entries that name
 * nothing, and nothing that was invisible becomes visible: a clip found in no track goes to a muted one.
 * Defaults are filled in without a line each, since leaving them out is no damage.
 */
export type Repair<F extends EditableFormat> = { document: DocumentOf<F>; repaired: Problem[] };
type AnyDocument = DocumentOf<EditableFormat>;
type Step = (document: AnyDocument, told: Problem[]) => Pick<AnyDocument, 'records' | 'order'>;

const tell = (told: Problem[], code: string, message: string, path: string): void => {
  told.push({ code, message, path });
};

const withDefaults: Step = ({ format, records, order }) => ({
  order,
  records: mapValues(records, (record, id) => {
    const schema = formats[format].records[kindOf(id)];
    const parsed = schema === undefined ? null : readRecord(schema, record);
    if (schema === undefined || !parsed?.success) return record;
    const filled = fillDefaults(record, parsed.data);
    // It reads as it did: a show of thousands of keys is parsed once.
    rememberRead(schema, filled, parsed);
    return filled;
  }),
});

const dropDangling: Step = (document, told) => {
  const kept: Record<string, string[]> = {};
  const seen = new Set<string>();
  const owners = Object.keys(document.records).filter((id) => formats[document.format].lists[kindOf(id)]);
  for (const owner of owners) kept[owner] = [];
  for (const owner of Object.keys(document.order))
    if (!Object.hasOwn(kept, owner))
      tell(told, 'repaired-list', 'A list of nothing was removed.', `order.${owner}`);
  for (const entry of orderEntries(document)) {
    const isDouble = seen.has(entry.member);
    if (isDouble || isDangling(document, entry)) {
      const what = isDouble ? 'stood twice' : 'names nothing';
      tell(told, 'repaired-entry', `"${entry.member}" ${what} and was dropped.`, `order.${entry.owner}`);
    } else {
      seen.add(entry.member);
      kept[entry.owner]?.push(entry.member);
    }
  }
  return { records: document.records, order: kept };
};

const mainTimeline = (records: AnyDocument['records']): string | null => {
  const show = Object.keys(records).find((id) => kindOf(id) === 'show');
  const record = show === undefined ? null : records[show];
  const main = isPlainObject(record) ? record['main'] : null;
  return typeof main === 'string' && Object.hasOwn(records, main) ? main : null;
};

/** Façade and rig have one list: whatever is missing goes to its end. */
const appendToOnlyList: Step = (document, told) => {
  const owner = Object.keys(document.order)[0];
  const lost = unlisted(document);
  if (owner === undefined || lost.length === 0) return document;
  for (const id of lost)
    tell(told, 'repaired-missing', `Stood in no list; added at the end of ${owner}.`, id);
  return {
    records: document.records,
    order: { ...document.order, [owner]: [...(document.order[owner] ?? []), ...lost] },
  };
};

const RECOVERED = idOf('track', 'recovered');

const recoverTracksAndClips: Step = (document, told) => {
  const main = mainTimeline(document.records);
  const lost = unlisted(document);
  if (main === null || lost.length === 0) return document;
  const clips = lost.filter((id) => kindOf(id) === 'clip');
  const tracks = lost.filter((id) => kindOf(id) === 'track');
  const records = { ...document.records };
  const order = { ...document.order };
  for (const id of tracks) {
    records[id] = { ...(isPlainObject(records[id]) ? records[id] : {}), muted: true };
    tell(told, 'repaired-missing', `Stood in no timeline; added muted on top of ${main}.`, id);
  }
  if (clips.length > 0 && !Object.hasOwn(records, RECOVERED)) {
    records[RECOVERED] = { name: 'recovered', muted: true };
    tracks.push(RECOVERED);
  }
  for (const id of clips)
    tell(told, 'repaired-missing', `Stood in no track; added to the muted ${RECOVERED}.`, id);
  order[main] = [...(order[main] ?? []), ...tracks];
  if (clips.length > 0) order[RECOVERED] = [...(order[RECOVERED] ?? []), ...clips];
  return { records, order };
};

const numberAt = (record: unknown, field: string): number => {
  const value = isPlainObject(record) ? record[field] : null;
  return typeof value === 'number' ? value : 0;
};

const sortClips: Step = ({ records, order }, told) => ({
  records,
  order: Object.fromEntries(
    Object.entries(order).map(([owner, members]) => {
      if (kindOf(owner) !== 'track') return [owner, members];
      const sorted = [...members].sort(
        (a, b) => numberAt(records[a], 'start') - numberAt(records[b], 'start'),
      );
      if (sorted.some((id, index) => id !== members[index]))
        tell(told, 'repaired-clips', 'Clips were put in the order of their starts.', `order.${owner}`);
      return [owner, sorted];
    }),
  ),
});

const isInOrder = (keys: readonly unknown[]): boolean =>
  keys.every((key, index) => index === 0 || numberAt(keys[index - 1], 'at') <= numberAt(key, 'at'));

const sortKeys: Step = ({ records, order }, told) => ({
  order,
  records: mapValues(records, (record, id) => {
    const before = kindOf(id) === 'clip' && isPlainObject(record) ? record['keyframes'] : null;
    if (!isPlainObject(record) || !isPlainObject(before)) return record;
    const keyframes = mapValues(before, (keys, param) => {
      if (!Array.isArray(keys)) return keys;
      if (isInOrder(keys)) return keys;
      tell(
        told,
        'repaired-keys',
        'Keyframes were put in the order of their times.',
        `${id}.keyframes.${param}`,
      );
      return [...(keys as unknown[])].sort((a, b) => numberAt(a, 'at') - numberAt(b, 'at'));
    });
    const isAsItWas = Object.entries(keyframes).every(([param, keys]) => keys === before[param]);
    return isAsItWas ? record : { ...record, keyframes };
  }),
});

const steps: Record<EditableFormat, readonly Step[]> = {
  'frise-show': [dropDangling, recoverTracksAndClips, sortClips, sortKeys, withDefaults],
  'frise-facade': [dropDangling, appendToOnlyList, withDefaults],
  'frise-rig': [dropDangling, appendToOnlyList, withDefaults],
  'frise-station': [dropDangling, withDefaults],
};

export const repair = <F extends EditableFormat>(document: DocumentOf<F>): Repair<F> => {
  const repaired: Problem[] = [];
  const fixed = steps[document.format].reduce(
    (current, step) => ({ ...current, ...step(current, repaired) }),
    document,
  );
  return { document: fixed, repaired };
};
