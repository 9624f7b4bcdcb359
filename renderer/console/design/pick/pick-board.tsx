import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FacadeModel } from '../../../../core/facade/model.ts';
import type { Point } from '../../../../core/show/keys-edit/place-edit.ts';
import { useEscape } from '../../escape.ts';
import { useWords } from '../../use-link.ts';
import { ElementName } from '../picture/element-name.tsx';
import { elementAt, elementsWithin, namesOf, shapesOf } from '../picture/elements.ts';
import { onCentimetre } from '../picture/guides.ts';
import { boxOn, metresIn, toMetre, toPixel, type Box, type Sight } from '../picture/sight.ts';
import { MarkedElements, Wireframe } from '../picture/wireframe.tsx';
import { usePick, type PickTarget } from './pick-context.ts';
import { kindToggled, namedBy, toggled, withAll } from './pick-words.ts';
import './pick.css';

/** The picture while a field is picked on it: elements are pointed at, or a rectangle is drawn. Each step is an edit. */
type Props = { target: PickTarget; sight: Sight; facade: FacadeModel | null };
/** Pixels before a press is a drag. */
const STILL = 4;
type Drag = { from: Point; to: Point; isUnderWay: boolean };

export const PickBoard = ({ target, sight, facade }: Props) => {
  const t = useWords();
  const { end } = usePick();
  const svg = useRef<SVGSVGElement>(null);
  const [hover, setHover] = useState<Point | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const leaveDrag = useCallback(() => setDrag(null), []);
  const leave = useCallback(() => end(), [end]);
  useEscape(true, leave);
  useEscape(drag !== null, leaveDrag);
  // Esc in a field only leaves the field: the picture has the keys from here on.
  useEffect(() => svg.current?.focus(), []);
  const shapes = useMemo(() => (facade ? shapesOf(facade) : []), [facade]);
  const isElements = target.kind === 'elements';
  const under = isElements && hover && !drag?.isUnderWay ? elementAt(shapes, hover) : null;
  const words = isElements ? target.words : null;
  const chosen = useMemo(() => (facade && words ? namedBy(facade, words) : []), [facade, words]);
  const hovered = useMemo(() => (under ? [under] : []), [under]);
  const placeOf = (event: React.PointerEvent): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return toMetre(sight, { x: event.clientX - left, y: event.clientY - top });
  };
  const move = (event: React.PointerEvent): void => {
    const to = placeOf(event);
    setHover(to);
    if (!drag) return;
    const far = Math.hypot(to.x - drag.from.x, to.y - drag.from.y) * sight.view.scale;
    setDrag({ ...drag, to, isUnderWay: drag.isUnderWay || far > STILL });
  };
  const finish = (event: React.PointerEvent): void => {
    if (!drag) return;
    leaveDrag();
    const area = boxBetween(drag.from, placeOf(event));
    if (target.kind === 'box') {
      if (drag.isUnderWay && area.width > 0 && area.height > 0) target.put(area);
      return;
    }
    if (!facade) return;
    if (drag.isUnderWay) return target.put(withAll(facade, target.words, elementsWithin(shapes, area)));
    const element = elementAt(shapes, drag.from);
    if (element) target.put((event.shiftKey ? kindToggled : toggled)(facade, target.words, element));
  };
  const drawn = drag?.isUnderWay ? boxBetween(drag.from, drag.to) : target.kind === 'box' ? target.box : null;
  const told = hover && toPixel(sight, hover);
  return (
    <>
      <svg
        ref={svg}
        data-held
        className="pick-board"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing that is worked on
        role="application"
        tabIndex={-1}
        aria-label={t('pickBoard', { name: target.name })}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture?.(event.pointerId);
          setDrag({ from: placeOf(event), to: placeOf(event), isUnderWay: false });
        }}
        onPointerMove={move}
        onPointerUp={finish}
        onPointerCancel={leaveDrag}
        onPointerLeave={() => setHover(null)}
      >
        <g transform={metresIn(sight)}>
          {isElements && facade && <Wireframe facade={facade} />}
          <MarkedElements elements={chosen} className="picked" />
          <MarkedElements elements={hovered} className="hovered" />
        </g>
        {drawn && <rect className="drawn" {...boxOn(sight, drawn)} />}
        {under && told && <ElementName room={sight.room} place={told} text={namesOf(under)} />}
      </svg>
      <div className="pick-head">
        <strong>{target.name}</strong>
        <span>{t(isElements ? 'pickElementsHint' : 'pickBoxHint')}</span>
        <button type="button" onClick={leave}>
          {t('pickDone')}
        </button>
      </div>
    </>
  );
};

const boxBetween = (a: Point, b: Point): Box => {
  const [x, y] = [onCentimetre(Math.min(a.x, b.x)), onCentimetre(Math.min(a.y, b.y))];
  return {
    x,
    y,
    width: onCentimetre(Math.max(a.x, b.x) - x),
    height: onCentimetre(Math.max(a.y, b.y) - y),
  };
};
