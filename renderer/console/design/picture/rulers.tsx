import { useCallback, useRef, useState, type RefObject } from 'react';
import { useEscape } from '../../escape.ts';
import { useWords } from '../../use-link.ts';
import { onCentimetre, rulerStep, type Axis, type GuidesDesk } from './guides.ts';
import { regionOf, toMetre, toPixel, type Sight } from './sight.ts';

/**
 * Rulers in metres along the upper and the left edge, and the guides that are pulled from them: dragged, moved by arrows,
 * thrown away by a drag back onto the ruler or by Delete.
 */
type Props = { sight: Sight; desk: GuidesDesk };
/** Pixels. */
const RULER = 18;
/** Metres that an arrow moves; with Shift ten times as far. */
const STEP = 0.1;
type Held = { axis: Axis; index: number | null; at: number; isOut: boolean };

export const Rulers = ({ sight, desk }: Props) => {
  const t = useWords();
  const svg = useRef<SVGSVGElement>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const drop = useCallback(() => setHeld(null), []);
  useEscape(held !== null, drop);
  const heldAt = (axis: Axis, index: number | null, event: React.PointerEvent): Held => {
    const { left, top } = boxOf(svg);
    const place = { x: event.clientX - left, y: event.clientY - top };
    return { axis, index, at: onCentimetre(toMetre(sight, place)[axis]), isOut: place[axis] < RULER };
  };
  const begin = (axis: Axis, index: number | null) => (event: React.PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    svg.current?.setPointerCapture?.(event.pointerId);
    setHeld(heldAt(axis, index, event));
  };
  const end = (): void => {
    if (!held) return;
    if (!held.isOut) desk.put(held.axis, held.index, held.at);
    else if (held.index !== null) desk.put(held.axis, held.index, null);
    drop();
  };
  const nudge = (axis: Axis, index: number, at: number) => (event: React.KeyboardEvent) => {
    const ways: Record<string, number> =
      axis === 'x' ? { ArrowLeft: -1, ArrowRight: 1 } : { ArrowUp: 1, ArrowDown: -1 };
    const way = ways[event.key];
    const isGone = event.key === 'Delete' || event.key === 'Backspace';
    if (way === undefined && !isGone) return;
    event.preventDefault();
    event.stopPropagation();
    desk.put(axis, index, isGone ? null : at + (way ?? 0) * STEP * (event.shiftKey ? 10 : 1));
  };
  const all = (['x', 'y'] as const).flatMap((axis) =>
    desk.guides[axis].map((at, index) => ({
      axis,
      index,
      at: held?.axis === axis && held.index === index ? held.at : at,
    })),
  );
  return (
    <svg
      ref={svg}
      className="rulers"
      onPointerMove={(event) => held && setHeld(heldAt(held.axis, held.index, event))}
      onPointerUp={end}
      onPointerCancel={drop}
    >
      {all.map(({ axis, index, at }) => (
        <Guide
          key={`${axis}${index}`}
          {...{ sight, axis, at }}
          label={t('pictureGuideAt', { axis, at: at.toFixed(2) })}
          onPointerDown={begin(axis, index)}
          onKeyDown={nudge(axis, index, at)}
        />
      ))}
      {held && held.index === null && !held.isOut && (
        <Guide {...{ sight, axis: held.axis, at: held.at }} label="" />
      )}
      <g data-held className="ruler-y" onPointerDown={begin('x', null)}>
        <title>{t('pictureRulerY')}</title>
        <rect width={RULER} height={sight.room.height} />
        <Ticks sight={sight} axis="y" />
      </g>
      <g data-held className="ruler-x" onPointerDown={begin('y', null)}>
        <title>{t('pictureRulerX')}</title>
        <rect width={sight.room.width} height={RULER} />
        <Ticks sight={sight} axis="x" />
      </g>
      {held && (
        <text className="guide-told" {...toldAt(sight, held)}>
          {held.isOut ? '✕' : `${held.at.toFixed(2)} m`}
        </text>
      )}
    </svg>
  );
};

const boxOf = (svg: RefObject<SVGSVGElement | null>): { left: number; top: number } =>
  svg.current?.getBoundingClientRect() ?? { left: 0, top: 0 };

const toldAt = (sight: Sight, { axis, at }: Held): { x: number; y: number } => {
  const { x, y } = toPixel(sight, { x: at, y: at });
  return axis === 'x' ? { x: x + 6, y: RULER + 14 } : { x: RULER + 6, y: y - 5 };
};

type GuideProps = {
  sight: Sight;
  axis: Axis;
  at: number;
  label: string;
  onPointerDown?: (event: React.PointerEvent) => void;
  onKeyDown?: (event: React.KeyboardEvent) => void;
};
/** A line is a pixel wide: the hand has a little more of it. */
const Guide = ({ sight, axis, at, label, onPointerDown, onKeyDown }: GuideProps) => {
  const { x, y } = toPixel(sight, { x: at, y: at });
  const path = axis === 'x' ? `M${x} 0V${sight.room.height}` : `M0 ${y}H${sight.room.width}`;
  return (
    <g
      className={`guide of-${axis}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an SVG holds no button
      role="button"
      tabIndex={0}
      aria-label={label}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    >
      <path className="reachable" d={path} />
      <path d={path} />
    </g>
  );
};

const Ticks = ({ sight, axis }: { sight: Sight; axis: Axis }) => {
  const step = rulerStep(sight.view.scale);
  const region = regionOf(sight);
  const [from, size] = axis === 'x' ? [region.x, region.width] : [region.y, region.height];
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor((from + size) / step) - first + 1);
  return Array.from({ length: count }, (_, n) => {
    const at = Number(((first + n) * step).toFixed(6));
    const { x, y } = toPixel(sight, { x: at, y: at });
    return axis === 'x' ? (
      <g key={at}>
        <path d={`M${x} 0v${RULER}`} />
        <text x={x + 3} y={RULER - 5}>
          {at}
        </text>
      </g>
    ) : (
      <g key={at}>
        <path d={`M0 ${y}h${RULER}`} />
        <text transform={`translate(${RULER - 5} ${y - 3}) rotate(-90)`}>{at}</text>
      </g>
    );
  });
};
