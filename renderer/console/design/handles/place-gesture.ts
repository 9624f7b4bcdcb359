import type { LayerHandles } from '../../../../core/layers/layer.ts';
import {
  numberAt,
  placed,
  pointAt,
  type Placed,
  type Point,
} from '../../../../core/show/keys-edit/place-edit.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';

/** A drag of a clip's place on the canvas, purely: what is held, how far the hand went in metres, the clip that this gives. */
export type PlaceHeld =
  | { kind: 'point'; pair: readonly [string, string]; at: number }
  | { kind: 'path'; pair: readonly [string, string]; at: number }
  | { kind: 'size' | 'angle' | 'scale'; at: number };
export type PlaceReach = { from: Point; to: Point; isStraight: boolean };
export type Box = { x: number; y: number; width: number; height: number; angle: number };

const tidy = (value: number): number => Math.round(value * 100) / 100;
export const turned = ({ x, y }: Point, degrees: number): Point => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return { x: x * c - y * s, y: x * s + y * c };
};

/** The layer's box; null: it has none. */
export const boxOf = (
  clip: BoardClip,
  { points, size, angle }: LayerHandles,
  at: number,
  canvas: { width: number; height: number },
): Box | null => {
  const [pair] = points;
  if (!pair || !size) return null;
  const point = pointAt(clip, pair, at);
  return {
    ...point,
    width: numberAt(clip, size[0], at) || canvas.width,
    height: numberAt(clip, size[1], at) || canvas.height,
    angle: angle === undefined ? 0 : numberAt(clip, angle, at),
  };
};
/** What it turns about, and what its scale is measured from. */
export const centreOf = (clip: BoardClip, handles: LayerHandles, at: number, box: Box | null): Point => {
  const [pair] = handles.points;
  if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return pair ? pointAt(clip, pair, at) : { x: 0, y: 0 };
};

/** Places of what is dragged that may cling to a line, canvas metres; a turn and a scale cling to none. */
export const clingingOf = (
  clip: BoardClip,
  handles: LayerHandles,
  held: PlaceHeld,
  canvas: { width: number; height: number },
): Point[] => {
  const box = boxOf(clip, handles, held.at, canvas);
  const isUpright = box !== null && box.angle === 0;
  const far = box && { x: box.x + box.width, y: box.y + box.height };
  if (held.kind !== 'point' && held.kind !== 'path')
    return held.kind === 'size' && isUpright && far ? [far] : [];
  const isBox = isUpright && held.pair === handles.points[0];
  if (!isBox || !far) return [pointAt(clip, held.pair, held.at)];
  return [{ x: box.x, y: box.y }, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, far];
};

export const placedBy = (
  clip: BoardClip,
  handles: LayerHandles,
  held: PlaceHeld,
  { from, to, isStraight }: PlaceReach,
  canvas: { width: number; height: number },
): Placed => {
  const { at } = held;
  const by = { x: to.x - from.x, y: to.y - from.y };
  const box = boxOf(clip, handles, at, canvas);
  const centre = centreOf(clip, handles, at, box);
  switch (held.kind) {
    case 'point':
    case 'path': {
      const [px, py] = held.pair;
      const point = pointAt(clip, held.pair, at);
      const isFlat = Math.abs(by.x) > Math.abs(by.y);
      const x = tidy(point.x + (isStraight && !isFlat ? 0 : by.x));
      const y = tidy(point.y + (isStraight && isFlat ? 0 : by.y));
      return placed(clip, at, { [px]: x, [py]: y }, held.kind === 'path');
    }
    case 'size': {
      if (!box || !handles.size) return clip;
      const local = turned(by, -box.angle);
      const width = Math.max(0.1, box.width + local.x);
      // Shift keeps the shape.
      const height = isStraight ? (box.height * width) / box.width : Math.max(0.1, box.height + local.y);
      return placed(clip, at, { [handles.size[0]]: tidy(width), [handles.size[1]]: tidy(height) });
    }
    case 'angle': {
      if (handles.angle === undefined) return clip;
      const way = (p: Point): number => (Math.atan2(p.y - centre.y, p.x - centre.x) * 180) / Math.PI;
      // The short way round, so that a turn goes on over 180°.
      const turn = ((way(to) - way(from) + 540) % 360) - 180;
      const angle = numberAt(clip, handles.angle, at) + turn;
      return placed(clip, at, { [handles.angle]: isStraight ? Math.round(angle / 15) * 15 : tidy(angle) });
    }
    case 'scale': {
      if (handles.scale === undefined) return clip;
      const far = (p: Point): number => Math.max(1e-6, Math.hypot(p.x - centre.x, p.y - centre.y));
      const scale = numberAt(clip, handles.scale, at) * (far(to) / far(from));
      return placed(clip, at, { [handles.scale]: Math.round(scale * 1000) / 1000 });
    }
  }
};
