import { fail, ok, type Result } from '../../result.ts';
import type { DocumentEdit } from '../document.ts';
import type { EffectRecord, Follow, ShowDocument } from '../show.schema.ts';
import { clipsEdit, endOf, someChosen, tidy, type Board, type BoardClip } from './board.ts';
import { freeIds } from './free-id.ts';
import { nearestShift, othersOf } from './place.ts';

/** Clips taken along, as they were at that moment: values, so that what happens to the originals does not reach them. */
export type Clipboard = { clips: readonly BoardClip[] };
const NOBODY: ReadonlySet<string> = new Set();

/** Code: `nothing-chosen`. */
export const copyClips = (board: Board, ids: ReadonlySet<string>): Result<Clipboard> => {
  const chosen = someChosen(board, ids);
  return chosen.ok ? ok({ clips: chosen.value }) : chosen;
};

/** A copy follows the copy of the sound that was copied with it; a sound that is not on this timeline it leaves. */
const followIn = (
  follow: Record<string, Follow>,
  renamed: ReadonlyMap<string, string>,
  here: ReadonlySet<string>,
): Record<string, Follow> =>
  Object.fromEntries(
    Object.entries(follow).flatMap(([param, each]): [string, Follow][] => {
      const { source } = each;
      if (source.kind === 'beat') return [[param, each]];
      const clip = renamed.get(source.clip) ?? source.clip;
      return here.has(clip) ? [[param, { ...each, source: { ...source, clip } }]] : [];
    }),
  );

/** A copy is masked by the copy of the mask that was copied with it; by one that is not here it is masked no more. */
const effectsIn = (
  effects: readonly EffectRecord[],
  renamed: ReadonlyMap<string, string>,
  here: ReadonlySet<string>,
): EffectRecord[] =>
  effects.map((effect) => {
    const { clip, ...rest } = effect.parameters;
    if (typeof clip !== 'string') return effect;
    const masking = renamed.get(clip) ?? clip;
    return here.has(masking)
      ? { ...effect, parameters: { ...rest, clip: masking } }
      : { ...effect, on: false, parameters: rest };
  });

const pasted = (
  document: ShowDocument,
  board: Board,
  clips: readonly BoardClip[],
  wanted: number,
  label: string,
): Result<DocumentEdit & { made: string[] }> => {
  const tracks = new Set(board.tracks.map(({ id }) => id));
  const lost = clips.find(({ track }) => !tracks.has(track));
  if (lost)
    return fail('track-missing', 'The track that this was copied from is not on this timeline.', lost.track);
  const others = othersOf(board, NOBODY);
  const shift = nearestShift(clips, others, wanted, board.timeline.duration);
  if (shift === null)
    return fail('track-full', 'The track has no free place of this length. Choose another track.');
  const free = freeIds(document.records);
  const renamed = new Map(clips.map(({ id }) => [id, free(id)]));
  const here = new Set([...others.map(({ id }) => id), ...renamed.values()]);
  const changes = clips.map(({ id, track, ...record }) => ({
    id: renamed.get(id) ?? id,
    track,
    fields: {
      ...record,
      start: tidy(record.start + shift),
      effects: effectsIn(record.effects, renamed, here),
      follow: followIn(record.follow, renamed, here),
    },
  }));
  return ok({ ...clipsEdit(document, label, changes), made: [...renamed.values()] });
};

/** Clips of another timeline on tracks of this one, from `track` (else the lowest) upwards, each as far above as it was. */
const broughtHere = (
  { tracks }: Board,
  clips: readonly BoardClip[],
  track: string | null,
): Result<readonly BoardClip[]> => {
  const here = new Set(tracks.map(({ id }) => id));
  if (clips.every((clip) => here.has(clip.track))) return ok(clips);
  const from = [...new Set(clips.map((clip) => clip.track))];
  const first = Math.max(
    0,
    tracks.findIndex(({ id }) => id === track),
  );
  const to = tracks.slice(first, first + from.length);
  if (to.length < from.length)
    return fail(
      'track-missing',
      `This was copied from ${from.length} tracks. Add tracks, or choose a lower one to paste on.`,
    );
  return ok(clips.map((clip) => ({ ...clip, track: to[from.indexOf(clip.track)]?.id ?? clip.track })));
};

/** With its first clip at `at`, or in the nearest free place. Codes: `nothing-chosen`, `track-missing`, `track-full`. */
export const pasteClips = (
  document: ShowDocument,
  board: Board,
  { clips }: Clipboard,
  at: number,
  track: string | null = null,
) => {
  if (clips.length === 0) return fail('nothing-chosen', 'Nothing has been copied yet.');
  const brought = broughtHere(board, clips, track);
  if (!brought.ok) return brought;
  const first = Math.min(...clips.map(({ start }) => start));
  return pasted(document, board, brought.value, at - first, 'paste');
};

/** Right behind what is chosen, or in the nearest free place. Codes as `pasteClips`. */
export const duplicateClips = (document: ShowDocument, board: Board, ids: ReadonlySet<string>) => {
  const chosen = someChosen(board, ids);
  if (!chosen.ok) return chosen;
  const first = Math.min(...chosen.value.map(({ start }) => start));
  const last = Math.max(...chosen.value.map(endOf));
  return pasted(document, board, chosen.value, last - first, 'duplicate');
};
