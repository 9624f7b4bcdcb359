import type { MeasureMaps } from '../../../../core/rig/measure.ts';

export type MapKind = 'blend' | 'flatness' | 'reach';
type Rgba = readonly [number, number, number, number];

/** Within a percent and a half nobody sees a step; four percent off is plain. */
const FINE = 0.015;
const FAR = 0.12;
const NOT_REACHED: Rgba = [255, 60, 45, 230];
const EVEN: Rgba = [70, 209, 127, 120];
const NONE: Rgba = [0, 0, 0, 0];

/** Brighter than it should be: amber; dimmer: blue; right: green; dark stone: red. */
export const mapColour = (kind: MapKind, value: number): Rgba => {
  if (Number.isNaN(value)) return NONE;
  if (value < 0.5) return NOT_REACHED;
  if (kind === 'reach') return [233, 235, 239, Math.min(220, 50 * value)];
  const off = value - 1;
  if (Math.abs(off) <= FINE) return EVEN;
  const strength = Math.round(110 + 140 * Math.min(1, (Math.abs(off) - FINE) / FAR));
  return off > 0 ? [255, 185, 56, strength] : [111, 168, 255, strength];
};

/** A picture of the map as a data: URL, upper row first; null where there is no canvas to draw on. */
export const mapPicture = (maps: MeasureMaps, kind: MapKind): string | null => {
  const { width, height } = maps.raster;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return null;
  const picture = context.createImageData(width, height);
  maps[kind].forEach((value, i) => {
    const row = height - 1 - Math.floor(i / width);
    picture.data.set(mapColour(kind, value), (row * width + (i % width)) * 4);
  });
  context.putImageData(picture, 0, 0);
  return canvas.toDataURL('image/png');
};
