import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { FacadeModel } from '../../../../core/facade/model.ts';
import type { Point } from '../../../../core/show/keys-edit/place-edit.ts';
import { useWords } from '../../use-link.ts';
import { elementAt, namesOf, shapesOf } from './elements.ts';
import { reachAt, type ReachMap } from './reach.ts';
import { toMetre, type Sight } from './sight.ts';

/** What lies below the pointer: metres, the element by the names that clips know it by, what reaches it. */
type Props = {
  frame: RefObject<HTMLDivElement | null>;
  sight: Sight;
  facade: FacadeModel | null;
  reach: ReachMap | null;
  /** What is said while the pointer is elsewhere. */
  children: React.ReactNode;
};

export const Readout = ({ frame, sight, facade, reach, children }: Props) => {
  const t = useWords();
  const place = usePointer(frame);
  const shapes = useMemo(() => (facade ? shapesOf(facade) : []), [facade]);
  if (!place) return <p className="hint picture-told">{children}</p>;
  const at = toMetre(sight, place);
  const element = elementAt(shapes, at);
  const reached = reach && reachAt(reach, at);
  return (
    <p className="hint picture-told">
      <span className="mono">{t('picturePlace', { x: at.x.toFixed(2), y: at.y.toFixed(2) })}</span>
      {element && <span className="told-element">{namesOf(element)}</span>}
      {reached && (
        <span>
          {reached.length === 0
            ? t('pictureUnreached')
            : reached
                .map(({ name, density }) => `${name} ${t('pictureDensity', { n: density.toFixed(1) })}`)
                .join(' + ')}
        </span>
      )}
    </p>
  );
};

/** The mouse over the picture, CSS pixels of its room; null: elsewhere. */
const usePointer = (frame: RefObject<HTMLDivElement | null>): Point | null => {
  const [place, setPlace] = useState<Point | null>(null);
  const latest = useRef(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const ended = new AbortController();
    const { signal } = ended;
    const move = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') return;
      const { left, top } = element.getBoundingClientRect();
      const next = { x: event.clientX - left, y: event.clientY - top };
      cancelAnimationFrame(latest.current);
      latest.current = requestAnimationFrame(() => setPlace(next));
    };
    const leave = (): void => {
      cancelAnimationFrame(latest.current);
      setPlace(null);
    };
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    return () => {
      cancelAnimationFrame(latest.current);
      ended.abort();
    };
  }, [frame]);
  return place;
};
