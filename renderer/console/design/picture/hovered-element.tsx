import { useMemo, type RefObject } from 'react';
import type { FacadeModel } from '../../../../core/facade/model.ts';
import { useLanguage } from '../../use-link.ts';
import { ElementName } from './element-name.tsx';
import { elementAt, shapesOf } from './elements.ts';
import { metresIn, toMetre, type Sight } from './sight.ts';
import { usePointer } from './use-pointer.ts';
import { MarkedElements } from './wireframe.tsx';

/** The element of the wireframe below the pointer, by its name. */
type Props = { frame: RefObject<HTMLDivElement | null>; sight: Sight; facade: FacadeModel };

export const HoveredElement = ({ frame, sight, facade }: Props) => {
  const language = useLanguage();
  const place = usePointer(frame);
  const element = place && elementAt(shapesOf(facade), toMetre(sight, place));
  const marked = useMemo(() => (element ? [element] : []), [element]);
  if (!element) return null;
  return (
    <svg className="picture-overlays" aria-hidden="true">
      <g transform={metresIn(sight)}>
        <MarkedElements elements={marked} className="hovered" />
      </g>
      <ElementName room={sight.room} place={place} text={element.name[language] || element.key} />
    </svg>
  );
};
