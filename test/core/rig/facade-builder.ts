import { facadeModel } from '../../../core/facade/select.ts';
import type { FacadeModel } from '../../../core/facade/model.ts';
import type { ElementRecord } from '../../../core/facade/facade.schema.ts';

/** A box of the façade as `x y width height`. */
export const box = (x: number, y: number, width: number, height: number): string =>
  `M ${x} ${y} H ${x + width} V ${y + height} H ${x} Z`;

export const makeFacade = (
  elements: Record<string, { outline: string; kind?: string; surface?: ElementRecord['surface'] }>,
  size = { width: 28, height: 9 },
): FacadeModel =>
  facadeModel({
    ...size,
    planes: {},
    viewpoints: [],
    elements: Object.entries(elements).map(([key, { outline, kind = 'window', surface = 'stone' }]) => ({
      id: `element:${key}`,
      key,
      name: { fr: key, en: key },
      kind,
      groups: [],
      surface,
      plane: 'plane:front',
      depth: 0,
      outline,
      details: [],
      axis: [],
    })),
  });
