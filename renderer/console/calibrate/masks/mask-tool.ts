import type { Point } from '../../../../core/rig/geometry.ts';
import type { MaskRecord } from '../../../../core/rig/light.schema.ts';
import type { Drag, Press, Tool } from '../board/pointers.ts';
import { nearestPoint } from '../../../../core/rig/warp-select.ts';
import { handleEnds, withHandle, withPoint } from './mask-list.ts';
import type { MaskPlace } from './mask-place.ts';

/** A press that counts when the finger is lifted, so that a second finger can still make it a pinch. */
export const tapTool =
  (tap: (press: Press) => void): Tool =>
  (press) => ({ move: () => undefined, end: () => tap(press), cancel: () => undefined });

/** Each tap is a corner; a tap on the first closes the outline. */
export const drawTool = (
  drawn: readonly Point[],
  onDrawn: (points: readonly Point[]) => void,
  onClose: (points: readonly Point[]) => void,
): Tool =>
  tapTool((press) => {
    const [first] = drawn;
    const isClosing =
      first !== undefined &&
      drawn.length >= 3 &&
      nearestPoint([first], press.at, press.reach * press.unit) !== null;
    if (isClosing) onClose(drawn);
    else onDrawn([...drawn, press.at]);
  });

export type MaskHand = {
  mask: MaskRecord;
  place: MaskPlace;
  show(mask: MaskRecord): void;
  keep(mask: MaskRecord): void;
  drop(): void;
};

/** Corners, and of a curve the ends of its handles, are dragged one by one. */
export const maskTool =
  (hand: MaskHand | null): Tool =>
  (press) => {
    if (!hand) return null;
    const { mask, place } = hand;
    const grab = (points: readonly Point[]): number | null => {
      const seen = points.map(
        (point) => place.toPicture(mask.space, point) ?? ([Infinity, Infinity] as const),
      );
      return nearestPoint(seen, press.at, press.reach * press.unit);
    };
    const end = grab(handleEnds(mask));
    if (end !== null)
      return dragOf(hand, press, handleEnds(mask)[end], (point) =>
        withHandle(mask, Math.floor(end / 2), end % 2 === 0 ? 0 : 1, point),
      );
    const corner = grab(mask.points);
    return corner === null
      ? null
      : dragOf(hand, press, mask.points[corner], (point) => withPoint(mask, corner, point));
  };

const dragOf = (
  { mask, place, show, keep, drop }: MaskHand,
  start: Press,
  from: Point | undefined,
  change: (point: Point) => MaskRecord,
): Drag | null => {
  const origin = from && place.toPicture(mask.space, from);
  if (!origin) return null;
  let now: MaskRecord | null = null;
  return {
    move({ at }) {
      const to: Point = [origin[0] + at[0] - start.at[0], origin[1] + at[1] - start.at[1]];
      const point = place.fromPicture(mask.space, to);
      if (!point) return;
      now = change(point);
      show(now);
    },
    end: () => now && keep(now),
    cancel: drop,
  };
};
