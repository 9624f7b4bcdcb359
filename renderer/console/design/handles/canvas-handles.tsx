import { useCallback, useRef, useState } from 'react';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { keyframesOf } from '../../../../core/show/keys-edit/lanes.ts';
import {
  handlesOf,
  numberAt,
  pathKeys,
  pathPoints,
  pointAt,
  type Placed,
  type Point,
} from '../../../../core/show/keys-edit/place-edit.ts';
import { clipsEdit, type BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import { useEscape } from '../../escape.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { labelOf } from '../keys/lane-names.ts';
import { clung, type ClingLines } from '../picture/cling.ts';
import { toMetre as metreAt, toPixel as pixelAt, type Sight } from '../picture/sight.ts';
import { ClungLines } from './clung-lines.tsx';
import { boxOf, centreOf, clingingOf, placedBy, turned, type PlaceHeld } from './place-gesture.ts';
import './handles.css';

/**
 * The chosen clip's place on the picture: points, box, angle, scale and the way of a point that has keys, where its layer
 * says which parameters these are. It lies over the preview's picture, at whatever zoom, and clings to what is shown there.
 */
type Props = {
  document: ShowDocument;
  clip: BoardClip;
  sight: Sight;
  /** To what a drag clings; not with Alt. */
  lines: ClingLines;
  /** Of the playhead, seconds from the clip's start. */
  at: number;
  edits: DocumentEdits;
  mayEdit: boolean;
  onTrial: (clip: BoardClip | null) => void;
};
/** Pixels from the point. */
const ARM = 34;
const NEAR = 22;
/** Pixels within which a line holds the hand. */
const CLING = 6;
/** Metres that an arrow moves; with Shift ten times as far. */
const STEP = 0.1;
type Drag = { held: PlaceHeld; from: Point; clip: BoardClip };

export const CanvasHandles = (props: Props) => {
  const { document, clip: saved, sight, lines, at, edits, mayEdit, onTrial } = props;
  const { canvas } = sight;
  const t = useWords();
  const language = useLanguage();
  const svg = useRef<SVGSVGElement>(null);
  const drag = useRef<Drag | null>(null);
  const [held, setHeld] = useState<{ x: number | null; y: number | null } | null>(null);
  const [shown, setShown] = useState<{ base: unknown; clip: BoardClip; isHeld: boolean } | null>(null);
  const base = document.records[saved.id];
  const clip = shown && shown.base === base ? shown.clip : saved;
  const leave = useCallback(() => {
    drag.current = null;
    setShown(null);
    setHeld(null);
    onTrial(null);
  }, [onTrial]);
  useEscape(shown?.isHeld === true, leave);
  const handles = handlesOf(clip.layer);
  if (!handles) return null;

  const toPixel = (place: Point): Point => pixelAt(sight, place);
  const toMetre = (event: React.PointerEvent): Point => {
    const { left, top } = (svg.current ?? event.currentTarget).getBoundingClientRect();
    return metreAt(sight, { x: event.clientX - left, y: event.clientY - top });
  };
  const put = (next: Placed, isHeld: boolean): BoardClip => {
    const made = { ...saved, ...next };
    setShown({ base, clip: made, isHeld });
    onTrial(made);
    return made;
  };
  const send = ({ keyframes, parameters }: Placed): void => {
    const fields = { parameters, keyframes: keyframesOf(document, saved, keyframes) };
    edits.forget();
    void edits
      .edit(clipsEdit(document, 'place', [{ id: saved.id, track: saved.track, fields }]))
      .then((isTaken) => {
        if (!isTaken) leave();
      });
  };
  const begin = (held: PlaceHeld, event: React.PointerEvent): void => {
    if (!mayEdit || event.button !== 0) return;
    event.stopPropagation();
    svg.current?.setPointerCapture?.(event.pointerId);
    drag.current = { held, from: toMetre(event), clip };
  };
  const move = (event: React.PointerEvent): void => {
    const { current } = drag;
    if (!current) return;
    const { from } = current;
    const hand = toMetre(event);
    // Shift keeps it straight: a line must not pull it aside.
    const isFree = event.altKey || event.shiftKey;
    const places = isFree ? [] : clingingOf(current.clip, handles, current.held, canvas);
    const moved = places.map(({ x, y }) => ({ x: x + hand.x - from.x, y: y + hand.y - from.y }));
    const found = clung(moved, lines, CLING / sight.view.scale);
    setHeld(found);
    const to = { x: hand.x + found.by.x, y: hand.y + found.by.y };
    put(
      placedBy(current.clip, handles, current.held, { from, to, isStraight: event.shiftKey }, canvas),
      true,
    );
  };
  const end = (): void => {
    if (!drag.current) return;
    drag.current = null;
    setHeld(null);
    if (shown) send(put(shown.clip, false));
  };
  const nudge = (held: PlaceHeld, from: Point, event: React.KeyboardEvent): void => {
    const ways: Record<string, Point> = {
      ArrowLeft: { x: -1, y: 0 },
      ArrowRight: { x: 1, y: 0 },
      ArrowUp: { x: 0, y: 1 },
      ArrowDown: { x: 0, y: -1 },
    };
    const way = ways[event.key];
    if (!way || !mayEdit) return;
    event.preventDefault();
    event.stopPropagation();
    const far = STEP * (event.shiftKey ? 10 : 1);
    const to = { x: from.x + way.x * far, y: from.y + way.y * far };
    send(put(placedBy(clip, handles, held, { from, to, isStraight: false }, canvas), false));
  };
  /** A handle: dragged, and moved by the arrows while it has the focus. */
  const grip = (held: PlaceHeld, place: Point, label: string) => ({
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    onPointerDown: (event: React.PointerEvent) => begin(held, event),
    onKeyDown: (event: React.KeyboardEvent) => nudge(held, place, event),
  });
  const named = ([x, y]: readonly [string, string]): string =>
    t('handlePoint', { x: labelOf(language, clip.layer, x), y: labelOf(language, clip.layer, y) });

  const box = boxOf(clip, handles, at, canvas);
  const centre = centreOf(clip, handles, at, box);
  const middle = toPixel(centre);
  const [main] = handles.points;
  const corner = (dx: number, dy: number): Point => {
    if (!box) return centre;
    const local = turned({ x: (dx - 0.5) * box.width, y: (dy - 0.5) * box.height }, box.angle);
    return { x: centre.x + local.x, y: centre.y + local.y };
  };
  const angle = handles.angle === undefined ? 0 : numberAt(clip, handles.angle, at);
  const armEnd = (pixels: number, degrees: number): Point => {
    const way = turned({ x: pixels, y: 0 }, degrees);
    const perPixel = 1 / sight.view.scale;
    return { x: centre.x + way.x * perPixel, y: centre.y + way.y * perPixel };
  };
  const turnAt = armEnd(ARM, angle);
  const scaleAt = armEnd(NEAR, angle - 90);
  const pixelText = (points: readonly Point[]): string =>
    points
      .map(toPixel)
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(' ');
  return (
    <svg
      ref={svg}
      className={`canvas-handles ${mayEdit ? '' : 'still'}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no other tag groups what an SVG holds
      role="group"
      aria-label={t('handles')}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={leave}
    >
      <ClungLines sight={sight} held={held} />
      {handles.points.map((pair) => {
        const keys = pathKeys(clip, pair);
        return (
          <g key={pair[0]} className="way">
            <polyline points={pixelText(pathPoints(clip, pair))} />
            {keys.map((key, n) => {
              const { x, y } = toPixel(key);
              return (
                <path
                  key={key.at}
                  d={`M${x} ${y - 5}l5 5l-5 5l-5 -5z`}
                  {...grip(
                    { kind: 'path', pair, at: key.at },
                    key,
                    t('handleKey', { name: named(pair), n: n + 1 }),
                  )}
                />
              );
            })}
          </g>
        );
      })}
      {box && main && (
        <polygon
          className="box"
          data-held
          points={pixelText([corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)])}
          onPointerDown={(event) => begin({ kind: 'point', pair: main, at }, event)}
        />
      )}
      {box && (
        <rect
          className="grip"
          {...square(toPixel(corner(1, 1)))}
          {...grip({ kind: 'size', at }, corner(1, 1), t('handleSize'))}
        />
      )}
      {handles.angle !== undefined && (
        <>
          <line x1={middle.x} y1={middle.y} x2={toPixel(turnAt).x} y2={toPixel(turnAt).y} />
          <circle
            className="grip"
            cx={toPixel(turnAt).x}
            cy={toPixel(turnAt).y}
            r={4.5}
            {...grip({ kind: 'angle', at }, turnAt, t('handleAngle'))}
          />
        </>
      )}
      {handles.scale !== undefined && (
        <rect
          className="grip"
          {...square(toPixel(scaleAt))}
          {...grip({ kind: 'scale', at }, scaleAt, t('handleScale'))}
        />
      )}
      {handles.points.map((pair) => {
        const place = pointAt(clip, pair, at);
        const { x, y } = toPixel(place);
        return (
          <circle
            key={pair[0]}
            className="point"
            cx={x}
            cy={y}
            r={6}
            {...grip({ kind: 'point', pair, at }, place, named(pair))}
          />
        );
      })}
    </svg>
  );
};

const square = ({ x, y }: Point) => ({ x: x - 4.5, y: y - 4.5, width: 9, height: 9 });
