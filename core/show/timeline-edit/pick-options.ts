import { nameOf } from '../../ids.ts';
import { EXCERPT_LAYER } from '../../layers/excerpt.ts';
import { recordsOfKind } from '../records.ts';
import { clipSchema, mediaSchema, timelineSchema } from '../show.schema.ts';
import type { MediaRecord, ShowDocument } from '../show.schema.ts';
import type { BoardClip } from './board.ts';
import { palette } from './palette.ts';

/**
 * What a clip's parameter may name, to choose from: media of the kinds that it can show, other timelines, clips of an
 * excerpt's timeline. `run`: pictures that are numbered in a row, which a list takes all at once.
 */
type Option = { value: string; label: string; run?: readonly string[] };
type Kind = MediaRecord['kind'];

const PICTURES: readonly Kind[] = ['image', 'svg'];
/** By parameter, whatever the layer. */
const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  font: ['font'],
  textFont: ['font'],
  emblem: PICTURES,
  frames: ['image'],
  standIn: [...PICTURES, 'video'],
};
const kindsOf = (layer: string, param: string): readonly Kind[] | null => {
  if (Object.hasOwn(KINDS, param)) return KINDS[param] ?? null;
  if (param !== 'media') return null;
  const needs = palette.find(({ type }) => type === layer)?.needs ?? [];
  return needs.length > 0 ? needs : PICTURES;
};

const mediaOptions = (document: ShowDocument, kinds: readonly Kind[]): Option[] =>
  recordsOfKind(document.records, 'media', mediaSchema)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, title }) => ({ value: id, label: title || nameOf(id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }));

/** "walk-01", "walk-02" … */
const NUMBERED = /^(.*?)[-_ ]?\d+$/;
const runsOf = (options: readonly Option[]): Option[] => {
  const runs = new Map<string, string[]>();
  for (const { value } of options) {
    const [, stem] = NUMBERED.exec(nameOf(value)) ?? [];
    if (stem) runs.set(stem, [...(runs.get(stem) ?? []), value]);
  }
  return [...runs].flatMap(([stem, ids]) => {
    if (ids.length < 2) return [];
    const run = ids.toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }));
    return [{ value: `run:${stem}`, label: `${stem} × ${run.length}`, run }];
  });
};

const timelineOf = ({ order }: ShowDocument, { track }: BoardClip): string | undefined =>
  Object.keys(order).find((id) => id.startsWith('timeline:') && order[id]?.includes(track));
/** The others: none plays itself. */
const timelineOptions = (document: ShowDocument, clip: BoardClip): Option[] => {
  const own = timelineOf(document, clip);
  return recordsOfKind(document.records, 'timeline', timelineSchema)
    .filter(({ id }) => id !== own)
    .map(({ id, name }) => ({ value: id, label: name || nameOf(id) }));
};
const clipOptions = ({ records, order }: ShowDocument, timeline: unknown): Option[] => {
  const tracks = typeof timeline === 'string' ? (order[timeline] ?? []) : [];
  const inside = new Set(tracks.flatMap((track) => order[track] ?? []));
  return recordsOfKind(records, 'clip', clipSchema)
    .filter(({ id }) => inside.has(id))
    .map(({ id, name }) => ({ value: id, label: name || nameOf(id) }));
};

/** null: it is typed. */
export const pickOptions = (
  document: ShowDocument,
  clip: BoardClip,
  path: readonly (string | number)[],
): readonly Option[] | null => {
  const [param] = path;
  if (typeof param !== 'string') return null;
  if (param === 'timeline') return timelineOptions(document, clip);
  if (param === 'without' && clip.layer === EXCERPT_LAYER)
    return clipOptions(document, clip.parameters['timeline']);
  const kinds = kindsOf(clip.layer, param);
  if (kinds === null) return null;
  const media = mediaOptions(document, kinds);
  return path.length > 1 ? [...runsOf(media), ...media] : media;
};
