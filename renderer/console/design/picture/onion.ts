import { FRAME, onFrame, type BoardClip } from '../../../../core/show/timeline-edit/board.ts';

/** Other times beside the playhead's, seen through its picture: before in red, behind in blue. Pure. */
export type Tint = readonly [red: number, green: number, blue: number];
export type Ghost = { position: number; tint: Tint };
export type OnionKind = 'off' | 'frames' | 'keys';
const BEFORE: Tint = [0.75, 0.1, 0.06];
const BEHIND: Tint = [0.08, 0.28, 0.8];
/** A key at the playhead itself is no other time. */
const HERE = FRAME / 2;

/** `frames`: to either side. `keys`: the chosen clip's nearest to either side; without any it has no ghosts. */
export const ghostsOf = (
  kind: OnionKind,
  { at, frames, duration, clip }: { at: number; frames: number; duration: number; clip: BoardClip | null },
): Ghost[] => {
  if (kind === 'off') return [];
  const [before, behind] =
    kind === 'frames' ? [onFrame(at - frames * FRAME), onFrame(at + frames * FRAME)] : keysBeside(clip, at);
  return [
    ...(before !== null && before >= 0 ? [{ position: before, tint: BEFORE }] : []),
    ...(behind !== null && behind <= duration ? [{ position: behind, tint: BEHIND }] : []),
  ];
};

const keysBeside = (clip: BoardClip | null, at: number): [number | null, number | null] => {
  if (!clip) return [null, null];
  const times = Object.values(clip.keyframes)
    .flatMap((keys) => keys.map((key) => clip.start + key.at))
    .sort((a, b) => a - b);
  return [times.findLast((time) => time < at - HERE) ?? null, times.find((time) => time > at + HERE) ?? null];
};
