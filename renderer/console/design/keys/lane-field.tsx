import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Keyable } from '../../../../core/show/keys-edit/keyable.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import type { Around } from '../gesture.ts';
import { useSight } from '../sight.ts';
import type { useScroll } from '../use-scroll.ts';
import { HEAD } from '../view.ts';
import {
  curveKeysIn,
  curvePlaceAt,
  handleAt,
  handleMoved,
  handlesIn,
  rangeOf,
  valuePerPixel,
  type CurveView,
} from './curve-view.ts';
import { drawFrame, drawOn, type Draw } from './draw.ts';
import { drawCurve } from './draw-curve.ts';
import { drawLanes } from './draw-lanes.ts';
import { atOf, keysIn, LANE, placeAt, type LaneView } from './lane-view.ts';
import { useKeyDrag, type KeyField } from './use-key-drag.ts';
import type { ClipKeysState } from './use-keys.ts';

/** Where keys lie in time: lanes below one another, or one lane as a curve, drawn anew only when something is. */
type Props = {
  clip: BoardClip;
  keys: ClipKeysState;
  around: Around;
  view: ReturnType<typeof useScroll>;
  lanes: readonly Keyable[];
  active: Keyable | null;
  isCurve: boolean;
  mayEdit: boolean;
  label: string;
  describedBy: string;
  onActive: (param: string) => void;
};
export const CURVE = 190;

export const LaneField = (props: Props) => {
  const { clip, keys, around, view, lanes, active, isCurve, mayEdit, onActive } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const scroll = useSight(view);
  const { scale } = scroll;
  const width = Math.max(1, scroll.width - HEAD);
  const lane = useMemo<LaneView>(
    () => ({ scale, left: scroll.left, start: clip.start, width }),
    [scale, scroll.left, clip.start, width],
  );
  const height = isCurve ? CURVE : lanes.length * LANE;
  const params = useMemo(() => lanes.map(({ param }) => param), [lanes]);
  const curve = useCurve(lane, keys, active, isCurve);
  const field: KeyField = curve
    ? curveField(curve, keys, active?.param ?? '')
    : laneField(lane, keys, params);
  const drag = useKeyDrag({
    clip,
    keys,
    around,
    scale,
    mayEdit,
    field,
    onLane({ y }) {
      const param = isCurve ? undefined : params[Math.floor(y / LANE)];
      if (param !== undefined) onActive(param);
    },
  });
  const { keyed } = keys;
  const { frame } = drag;
  const param = active?.param ?? null;
  const draw = useMemo<Draw>(
    () => (context, ink) => {
      if (curve && param !== null)
        drawCurve(context, ink, { view: curve, keyed, param, duration: clip.duration });
      else drawLanes(context, ink, { view: lane, keyed, params, active: param, duration: clip.duration });
      if (frame) drawFrame(context, ink, frame);
    },
    [curve, lane, keyed, params, param, clip.duration, frame],
  );
  useLayoutEffect(() => {
    if (canvas.current) drawOn(canvas.current, width, height, draw);
  }, [draw, width, height]);
  const double = (event: React.MouseEvent): void => {
    const point = drag.pointOf(event);
    const into = isCurve ? param : params[Math.floor(point.y / LANE)];
    if (mayEdit && into && !field.under(point)) keys.put(into, atOf(lane, point.x));
  };
  const marks = [
    { kind: 'playhead', at: around.playhead },
    ...(drag.snappedAt === null ? [] : [{ kind: 'snap-line', at: drag.snappedAt }]),
  ];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an editor of its own, drawn on a canvas
    <div
      className={`lane-field ${drag.isDragging ? 'dragging' : ''}`}
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- reached by keys as well
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      style={{ width, height }}
      onPointerDown={drag.down}
      onPointerMove={drag.move}
      onPointerUp={drag.end}
      onPointerCancel={drag.cancel}
      onDoubleClick={double}
    >
      <canvas ref={canvas} aria-hidden="true" style={{ width, height }} />
      {marks.map(({ kind, at }) => {
        const x = at * scale - scroll.left;
        return x < 0 || x > width ? null : <i key={kind} className={kind} style={{ left: x, height }} />;
      })}
    </div>
  );
};

/** Its window on values is that of the lane as it stands: while a key is dragged the curve must not run from the hand. */
const useCurve = (
  lane: LaneView,
  { still }: ClipKeysState,
  active: Keyable | null,
  isCurve: boolean,
): CurveView | null => {
  const keys = active ? (still.lanes[active.param] ?? null) : null;
  const range = useMemo(
    () => (isCurve && keys && active?.kind === 'number' ? rangeOf(keys, active) : null),
    [keys, active, isCurve],
  );
  return useMemo(() => range && { ...lane, height: CURVE, ...range }, [lane, range]);
};

const laneField = (view: LaneView, { still }: ClipKeysState, params: readonly string[]): KeyField => ({
  valuePerPixel: 0,
  under({ x, y }) {
    const param = params[Math.floor(y / LANE)];
    const place = param === undefined ? -1 : placeAt(view, still.lanes[param] ?? [], x);
    return param === undefined || place < 0 ? null : { param, place };
  },
  framed: (frame) => keysIn(view, still.lanes, params, frame),
});

const curveField = (view: CurveView, { still }: ClipKeysState, param: string): KeyField => {
  const lane = still.lanes[param] ?? [];
  return {
    valuePerPixel: valuePerPixel(view),
    under(point) {
      const place = curvePlaceAt(view, lane, point);
      if (place >= 0) return { param, place };
      const handle = handleAt(handlesIn(view, lane, still.picks, param), point);
      return (
        handle && {
          held: { kind: 'ease', param, place: handle.place },
          ease: (by) => handleMoved(view, lane, handle, by),
        }
      );
    },
    framed: (frame) => curveKeysIn(view, lane, param, frame),
  };
};
