import { fail, ok, type Result } from '../../result.ts';
import type { DocumentEdit } from '../document.ts';
import type { ShowDocument } from '../show.schema.ts';
import { clipsEdit, endOf, FRAME, someChosen, tidy, type Board, type BoardClip } from './board.ts';
import { contentShifted } from './content-shift.ts';
import { dividedKeys } from './divide-keys.ts';
import { freeIds } from './free-id.ts';
import { fittedFades } from './trim.ts';

/**
 * Clips cut in two. The first half keeps the id, and with it what names or follows the clip; the second is a copy of its
 * own. Fades stay at the outer edges, keys are divided with the value at the cut, a file runs on. A look that moves by
 * `position` begins anew in the second half, since a layer knows no time before its clip.
 */
const canSplit = (clip: BoardClip, at: number): boolean =>
  at - clip.start >= FRAME - 1e-6 && endOf(clip) - at >= FRAME - 1e-6;

const halves = (clip: BoardClip, at: number, id: string) => {
  const cut = at - clip.start;
  const lanes = Object.entries(clip.keyframes).map(
    ([param, keys]) => [param, dividedKeys(clip, param, keys, cut)] as const,
  );
  const { id: _, track, ...record } = clip;
  const rest = tidy(endOf(clip) - at);
  const first = {
    duration: tidy(cut),
    ...fittedFades({ fadeIn: clip.fadeIn, fadeOut: 0 }, cut),
    keyframes: Object.fromEntries(lanes.map(([param, { before }]) => [param, before])),
  };
  const second = {
    ...record,
    start: tidy(at),
    duration: rest,
    ...fittedFades({ fadeIn: 0, fadeOut: clip.fadeOut }, rest),
    parameters: contentShifted(clip, cut).parameters,
    keyframes: Object.fromEntries(lanes.map(([param, { after }]) => [param, after])),
  };
  return [
    { id: clip.id, track, fields: first },
    { id, track, fields: second },
  ];
};

/** All chosen clips that lie across `at`. Codes: `nothing-chosen`, `split-edge`. */
export const splitClips = (
  document: ShowDocument,
  board: Board,
  ids: ReadonlySet<string>,
  at: number,
): Result<DocumentEdit> => {
  const chosen = someChosen(board, ids);
  if (!chosen.ok) return chosen;
  const across = chosen.value.filter((clip) => canSplit(clip, at));
  if (across.length === 0)
    return fail(
      'split-edge',
      'No chosen clip lies across the playhead. Put it inside a clip, a frame or more from its edges.',
    );
  const free = freeIds(document.records);
  return ok(
    clipsEdit(
      document,
      'split',
      across.flatMap((clip) => halves(clip, at, free(clip.id))),
    ),
  );
};
