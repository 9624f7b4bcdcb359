import { memo } from 'react';
import type { FacadeElement, FacadeModel } from '../../../../core/facade/model.ts';

/** The façade's elements as lines, in metres: the group around them turns and scales. */
export const Wireframe = memo(({ facade }: { facade: FacadeModel }) => (
  <g className="wireframe">
    {facade.elements.map(({ id, outline }) => (
      <path key={id} d={outline} />
    ))}
  </g>
));

/** Some of them, seen at once. */
type MarkedProps = { elements: readonly FacadeElement[]; className: string };
export const MarkedElements = memo(({ elements, className }: MarkedProps) => (
  <g className={className}>
    {elements.map(({ id, outline }) => (
      <path key={id} d={outline} />
    ))}
  </g>
));
