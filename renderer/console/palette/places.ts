import { kindOf, nameOf } from '../../../core/ids.ts';
import { nameOfRecord } from '../../../core/show/draft/changes.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';

/** What of a show has a name and a place where it is worked on. */
export const KINDS = ['cue', 'timeline', 'track', 'clip', 'media'] as const;
export type PlaceKind = (typeof KINDS)[number];
export type Place = {
  id: string;
  kind: PlaceKind;
  name: string;
  /** What it lies in. */ inside: string;
  hash: string;
};

const kindOfPlace = (id: string): PlaceKind | null => KINDS.find((kind) => kind === kindOf(id)) ?? null;

/** Where it is worked on; the page reads it off the address. */
export const hashOf = (kind: PlaceKind, id: string): string =>
  kind === 'cue' ? `#connect/cues/${nameOf(id)}` : `#design/${kind}/${nameOf(id)}`;

export const placesOfShow = ({ records, order }: ShowDocument): Place[] => {
  const owner = new Map(
    Object.entries(order).flatMap(([id, list]) => list.map((each) => [each, id] as const)),
  );
  const nameAt = (id: string | undefined): string => (id === undefined ? '' : nameOfRecord(id, records[id]));
  return Object.entries(records).flatMap(([id, record]) => {
    const kind = kindOfPlace(id);
    if (kind === null) return [];
    const track = owner.get(id);
    const inside = [...new Set([nameAt(track), nameAt(track === undefined ? undefined : owner.get(track))])];
    return [
      {
        id,
        kind,
        name: nameOfRecord(id, record),
        inside: inside.filter((name) => name !== '').join(' · '),
        hash: hashOf(kind, id),
      },
    ];
  });
};

/** The timeline that a record of the show lies on; null: on none. */
export const timelineOf = ({ order }: ShowDocument, id: string): string | null => {
  if (kindOf(id) === 'timeline') return id;
  const owner = Object.entries(order).find(([, list]) => list.includes(id))?.[0];
  return owner === undefined ? null : kindOf(owner) === 'timeline' ? owner : timelineOfTrack(order, owner);
};
const timelineOfTrack = (order: ShowDocument['order'], track: string): string | null =>
  Object.entries(order).find(([, list]) => list.includes(track))?.[0] ?? null;
