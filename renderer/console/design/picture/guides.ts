import { useMemo } from 'react';
import { z } from 'zod';
import { useKeptValue } from '../../kept.ts';

/** Lines across the canvas that help to place things, metres; kept by this browser, for each show its own. */
export type Guides = { x: readonly number[]; y: readonly number[] };
export type Axis = 'x' | 'y';
const metres = z.array(z.number().finite()).max(100);
const schema = z.record(z.string(), z.object({ x: metres, y: metres }));
const NONE: Guides = { x: [], y: [] };

/** To the centimetre. */
export const onCentimetre = (metre: number): number => Math.round(metre * 100) / 100;

/** A guide put elsewhere; `to` null: taken away, `index` null: a new one. */
export const withGuide = (guides: Guides, axis: Axis, index: number | null, to: number | null): Guides => {
  const stay = guides[axis].filter((_, n) => n !== index);
  const put = to === null ? [] : [onCentimetre(to)];
  return {
    ...guides,
    [axis]: index === null || to === null ? [...stay, ...put] : guides[axis].with(index, put[0] ?? 0),
  };
};

export type GuidesDesk = {
  guides: Guides;
  put(axis: Axis, index: number | null, to: number | null): void;
  clear(): void;
};
/** `show`: its record's id. */
export const useGuides = (show: string): GuidesDesk => {
  const [all, set] = useKeptValue<Record<string, { x: number[]; y: number[] }>>('frise-guides', schema, {});
  return useMemo(() => {
    const guides: Guides = all[show] ?? NONE;
    const keep = ({ x, y }: Guides): void => set((now) => ({ ...now, [show]: { x: [...x], y: [...y] } }));
    return {
      guides,
      put: (axis, index, to) => keep(withGuide(guides, axis, index, to)),
      clear: () => keep(NONE),
    };
  }, [all, set, show]);
};

/** Metres between two labels of a ruler, so that none stands nearer than `pixels` to the next: 1, 2, 5, 10 … */
export const rulerStep = (scale: number, pixels = 56): number => {
  const least = pixels / scale;
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5, 10].find((each) => each * power >= least) ?? 10) * power;
};
