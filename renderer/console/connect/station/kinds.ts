import { idOf, kindOf } from '../../../../core/ids.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import { newRecord } from '../../../../core/station/form-blank.ts';
import { stationRecordSchemas, type StationDocument } from '../../../../core/station/station.schema.ts';

/** The kinds of the station document, and which of them there is one of, called `main`. */
export type StationKind = keyof typeof stationRecordSchemas;
const SEVERAL: ReadonlySet<string> = new Set(['osc', 'feedback', 'dmx', 'dmx-patch', 'schedule', 'camera']);

export const isStationKind = (kind: string): kind is StationKind => Object.hasOwn(stationRecordSchemas, kind);
export const stationKinds = (): StationKind[] => Object.keys(stationRecordSchemas).filter(isStationKind);
/** Several of a kind are named by their owner; a kind that is not known to have several is one. */
export const areSeveral = (kind: string): boolean => SEVERAL.has(kind);

/** Ids of a kind, `kind:main` also while it is not in the document: then its defaults hold. */
export const idsOf = ({ records }: StationDocument, kind: string): string[] => {
  const found = Object.keys(records)
    .filter((id) => kindOf(id) === kind)
    .sort();
  return found.length > 0 || areSeveral(kind) ? found : [idOf(kind, 'main')];
};

/** A record as it holds: what the document says, or its defaults. null: an unknown kind. */
export const recordIn = ({ records }: StationDocument, id: string): Record<string, unknown> | null => {
  const kind = kindOf(id);
  const record = records[id];
  if (isPlainObject(record)) return record;
  return isStationKind(kind) ? newRecord(stationRecordSchemas[kind]) : null;
};

export const nameProblem = (
  { records }: StationDocument,
  kind: string,
  name: string,
): 'bad' | 'taken' | null => {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return 'bad';
  return Object.hasOwn(records, idOf(kind, name)) ? 'taken' : null;
};

/** What is typed for a name, as far as it goes: "Eos Salle" → `eos-salle`. */
export const nameFrom = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '');

/** `eos`, else `eos-2`, `eos-3`, …, the first that is free. */
export const freeName = (document: StationDocument, kind: string, wanted: string): string => {
  const base = wanted.replace(/-\d+$/, '');
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${base}-${number}`;
    if (nameProblem(document, kind, name) === null) return name;
  }
};

/** A record under another name; whatever names it by its whole id follows. */
export const renamed = (
  { records }: StationDocument,
  id: string,
  name: string,
): { put: Record<string, unknown>; remove: string[] } => {
  const next = idOf(kindOf(id), name);
  const follow = (value: unknown): unknown => {
    if (value === id) return next;
    if (Array.isArray(value)) return value.map(follow);
    return isPlainObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, follow(inner)]))
      : value;
  };
  const others = Object.entries(records).filter(
    ([other, record]) => other !== id && JSON.stringify(record)?.includes(JSON.stringify(id)),
  );
  const put = {
    [next]: records[id],
    ...Object.fromEntries(others.map(([key, value]) => [key, follow(value)])),
  };
  return { put, remove: [id] };
};
