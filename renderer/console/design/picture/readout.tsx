import { useMemo, type RefObject } from 'react';
import type { FacadeModel } from '../../../../core/facade/model.ts';
import { useWords } from '../../use-link.ts';
import { elementAt, namesOf, shapesOf } from './elements.ts';
import { reachAt, type ReachMap } from './reach.ts';
import { toMetre, type Sight } from './sight.ts';
import { usePointer } from './use-pointer.ts';

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
