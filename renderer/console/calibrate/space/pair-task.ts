import type { Point } from '../../../../core/rig/geometry.ts';
import type { CalibrationRecord, PairRecord } from '../../../../core/rig/warp.schema.ts';

/** Taking a pair, step by step: a place of the building, then the cross-hair on it. `index` null: a new pair. */
export type World = PairRecord['world'];
export type PairTask =
  | { kind: 'none' }
  | { kind: 'pick'; index: number | null }
  | { kind: 'aim'; index: number | null; world: World };

export const NO_CALIBRATION: CalibrationRecord = {
  pairs: [],
  throwRatio: null,
  lensShift: [0, 0],
  squarePixels: true,
};

const hundredth = (value: number): number => Math.round(value * 100) / 100;

export const withPair = (
  calibration: CalibrationRecord,
  index: number | null,
  world: World,
  [x, y]: Point,
): CalibrationRecord => {
  const pair: PairRecord = { world, pixel: [hundredth(x), hundredth(y)], enabled: true };
  const pairs =
    index === null
      ? [...calibration.pairs, pair]
      : calibration.pairs.map((each, i) => (i === index ? pair : each));
  return { ...calibration, pairs };
};
export const withoutPair = (calibration: CalibrationRecord, index: number): CalibrationRecord => ({
  ...calibration,
  pairs: calibration.pairs.filter((_, i) => i !== index),
});
export const withEnabled = (
  calibration: CalibrationRecord,
  index: number,
  enabled: boolean,
): CalibrationRecord => ({
  ...calibration,
  pairs: calibration.pairs.map((pair, i) => (i === index ? { ...pair, enabled } : pair)),
});
