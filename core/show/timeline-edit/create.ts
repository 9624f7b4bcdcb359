import { fail, ok, type Result } from '../../result.ts';
import type { DocumentEdit } from '../document.ts';
import { EXCERPT_LAYER } from '../../layers/excerpt.ts';
import { recordsOfKind } from '../records.ts';
import { mediaSchema, timelineSchema } from '../show.schema.ts';
import type { MediaRecord, ShowDocument, ShowRecord } from '../show.schema.ts';
import { clipsEdit, endOf, FRAME, tidy, type Board, type BoardTrack, type Fields } from './board.ts';
import { newId } from './free-id.ts';
import { isLocked } from './locked.ts';
import { palette, type PaletteLayer } from './palette.ts';
import { nearestShift, othersOn } from './place.ts';
import { addTrack } from './tracks.ts';

/**
 * New clips. One that is put by a press lies at the playhead on the chosen track, else on the highest that is free there,
 * else on a new one; one that is dropped lies on the track under the hand, as near as there is room. Codes:
 * `layer-no-medium`, `layer-no-timeline`, `track-full`, `track-locked`.
 */
export type NewClip = { layer: string; name: string; duration: number; fields: Fields };
/** `track` null: on a new one; `hand`: dropped there, so no other track will do. */
export type Place = { at: number; track: string | null; isDropped: boolean };
type Made = DocumentEdit & { made: string[] };

/** Seconds of a clip that has no length of its own. */
const LENGTH = 5;

const NO_TRACK: ReadonlySet<string> = new Set();
const isSound = (layer: string): boolean => layer === 'sound';
/** Sounds and pictures keep to tracks of their own. */
const suits = ({ clips }: BoardTrack, layer: string): boolean =>
  clips.every((clip) => isSound(clip.layer) === isSound(layer));
const isFree = ({ clips }: BoardTrack, start: number, end: number): boolean =>
  clips.every((clip) => endOf(clip) <= start + 1e-6 || clip.start >= end - 1e-6);

/** Start and length inside the timeline. */
const fitted = (board: Board, at: number, length: number): { start: number; duration: number } => {
  const { duration } = board.timeline;
  const start = tidy(Math.min(Math.max(0, at), Math.max(0, duration - FRAME)));
  return { start, duration: tidy(Math.min(length, duration - start)) };
};

const trackFor = (board: Board, clip: NewClip, place: Place, start: number, end: number): string | null => {
  const wanted = board.tracks.filter(({ id }) => id === place.track);
  const all = [...wanted, ...board.tracks.toReversed()];
  return (
    all.find((track) => !isLocked(track) && suits(track, clip.layer) && isFree(track, start, end))?.id ?? null
  );
};

export const addClip = (
  document: ShowDocument,
  board: Board,
  clip: NewClip,
  place: Place,
  others: Pick<DocumentEdit, 'put'> = { put: {} },
): Result<Made> => {
  const { start, duration } = fitted(board, place.at, clip.duration);
  const given = place.isDropped ? place.track : trackFor(board, clip, place, start, start + duration);
  const dropped = place.isDropped && given !== null ? droppedAt(board, given, start, duration) : ok(start);
  if (!dropped.ok) return dropped;
  const track = given === null ? addTrack(document, board, clip.name) : null;
  if (track && !track.ok) return track;
  const id = newId({ ...document.records, ...others.put }, 'clip', clip.name);
  const on = given ?? track?.value.made[0] ?? '';
  const fields = { name: clip.name, layer: clip.layer, start: dropped.value, duration, ...clip.fields };
  const edit = clipsEdit(document, 'new clip', [{ id, track: on, fields }]);
  return ok({
    ...edit,
    put: { ...others.put, ...track?.value.put, ...edit.put },
    order: { ...track?.value.order, ...edit.order },
    made: [id],
  });
};

const droppedAt = (board: Board, track: string, start: number, duration: number): Result<number> => {
  const on = board.tracks.find(({ id }) => id === track);
  if (on && isLocked(on)) return fail('track-locked', 'This track is locked. Unlock it at its head.', track);
  const others = othersOn(board, new Set([track]), NO_TRACK);
  const shift = nearestShift([{ start, duration, track }], others, 0, board.timeline.duration);
  if (shift === null)
    return fail('track-full', 'The track has no free place of this length. Choose another track.');
  return ok(tidy(start + shift));
};

type Medium = MediaRecord & { id: string };
export const mediaOf = (document: ShowDocument): Medium[] =>
  recordsOfKind(document.records, 'media', mediaSchema);
const titleOf = ({ title, id }: Medium): string => title || id.slice(id.indexOf(':') + 1);

/**
 * A clip of this layer as it is when it comes from the palette; a layer that plays files takes the show's first, an
 * excerpt the first timeline that is not the one it goes to, `timeline`.
 */
export const clipOfLayer = (
  document: ShowDocument,
  { canvas, language }: Pick<ShowRecord, 'canvas' | 'language'>,
  layer: PaletteLayer,
  timeline: string,
): Result<NewClip> => {
  const blend = layer.blend === 'normal' ? {} : { blend: layer.blend };
  if (layer.needs.length === 0) {
    const other = layer.type === EXCERPT_LAYER ? otherThan(document, timeline) : {};
    if (other === null)
      return fail(
        'layer-no-timeline',
        'An excerpt shows another timeline, and there is none yet.',
        layer.type,
      );
    const fields = { ...blend, parameters: { ...layer.sample(canvas), ...other } };
    return ok({ layer: layer.type, name: layer.name[language], duration: LENGTH, fields });
  }
  const medium = mediaOf(document).find(({ kind }) => layer.needs.includes(kind));
  if (medium) return ok(clipOfMedium(medium, { canvas, language }));
  return fail(
    'layer-no-medium',
    'This layer needs a file. Import one in Media and drag it onto the timeline.',
    layer.type,
  );
};

const otherThan = ({ records }: ShowDocument, own: string): { timeline: string } | null => {
  const other = recordsOfKind(records, 'timeline', timelineSchema).find(({ id }) => id !== own);
  return other ? { timeline: other.id } : null;
};

/** A clip that shows or plays this medium, as long as it is. */
export const clipOfMedium = (
  medium: Medium,
  { canvas, language }: Pick<ShowRecord, 'canvas' | 'language'>,
): NewClip => {
  const name = titleOf(medium);
  const duration = Math.max(FRAME, medium.duration ?? LENGTH);
  if (medium.kind === 'font') {
    const words = palette.find(({ type }) => type === 'text')?.sample(canvas);
    const text = { [language]: name, [language === 'fr' ? 'en' : 'fr']: name };
    return {
      layer: 'text',
      name,
      duration: LENGTH,
      fields: { parameters: { ...words, text, font: medium.id } },
    };
  }
  const layer = medium.kind === 'svg' ? 'image' : medium.kind;
  return { layer, name, duration, fields: { parameters: { media: medium.id } } };
};
