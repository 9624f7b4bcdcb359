import { extrude } from '../../../core/facade/extrude.ts';
import { modelOf } from '../../../core/facade/model-of.ts';
import type { FacadeModel } from '../../../core/facade/model.ts';
import { solidOf } from '../../../core/rig/solid.ts';
import type { Solid } from '../../../core/rig/solid.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import type { Venue } from '../../../core/rig/venue.ts';

/** Small façades of given shapes: [outline, depth, surface?], back to front. */
export const makeFacade = (
  shapes: readonly (readonly [outline: string, depth: number, surface?: string])[],
  size = { width: 20, height: 10 },
): FacadeModel => {
  const records: Record<string, unknown> = {
    'facade:f': { title: { fr: 'F', en: 'F' }, ...size },
  };
  const order: string[] = [];
  shapes.forEach(([outline, depth, surface = 'stone'], i) => {
    records[`plane:p${i}`] = { name: `p${i}`, depth };
    records[`element:e${i}`] = {
      name: { fr: `e${i}`, en: `e${i}` },
      kind: 'wall',
      surface,
      plane: `plane:p${i}`,
      outline,
    };
    order.push(`element:e${i}`);
  });
  return modelOf({ format: 'frise-facade', schema: 1, records, order: { 'facade:f': order } });
};
export const box = (x: number, y: number, width: number, height: number): string =>
  `M ${x} ${y} H ${x + width} V ${y + height} H ${x} Z`;

/** A wall 4 m behind a column of 1 m. */
export const COLUMN = makeFacade([
  [box(0, 0, 20, 10), 4],
  [box(9, 0, 1, 10), 0],
]);
export const solidFor = (facade: FacadeModel): Solid => solidOf(extrude(facade))!;
export const venueFor = (facade: FacadeModel): Venue => ({ ...PLAIN_VENUE, solid: solidFor(facade) });
