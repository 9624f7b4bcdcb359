/** The wings as the elevation has them: eleven bays of 5.7 m and twelve columns each, 116 m from one wing to the other. */
import { box, poly } from './forms.mjs';

export const PITCH = 5.7;
export const ACROSS = 116;
export const BAYS = 11;
/** Middle of the first bay and of the first column of the left wing. */
export const FIRST_BAY = 31;
export const FIRST_COLUMN = 28.15;
export const ARCHES = [103.5, 117.5, 131.5];
export const two = (n) => String(n).padStart(2, '0');
/** The same form twelve times a wing, or in some bays: `make(x, i)` gives path data or a list. */
export const atColumns = (make) =>
  [0, ACROSS].flatMap((side) =>
    Array.from({ length: 12 }, (_, i) => make(FIRST_COLUMN + side + i * PITCH, i)).flat(),
  );
export const atBays = (make, which = () => true) =>
  [0, ACROSS].flatMap((side) =>
    Array.from({ length: BAYS }, (_, i) =>
      which(i, side) ? make(FIRST_BAY + side + i * PITCH, i) : [],
    ).flat(),
  );
/** Round-headed opening: middle, half width, foot, springing, kept so many metres inside. */
export const arched = (x, half, foot, spring, inset = 0) => {
  const r = half - inset;
  const points = [
    [x - r, foot],
    [x - r, spring],
  ];
  for (let a = 170; a >= 10; a -= 20)
    points.push([x + r * Math.cos((a * Math.PI) / 180), spring + r * Math.sin((a * Math.PI) / 180)]);
  return poly([...points, [x + r, spring], [x + r, foot]]);
};
export const bayWindow = (x, inset = 0) => arched(x, 1.5, 5.3, 9.3, inset);
export const strip = (x0, y0, x1, y1) => box(x0, y0, x1, y1);
/** A shape clip: the drawing half of most things in these chapters. */
export const draw = (kit, track, id, span, parameters, words, more = {}) =>
  kit.clip(
    track,
    id,
    'shape',
    span,
    { strokeOpacity: 0, strokeWidth: 0.02, ...parameters },
    { words, ...more },
  );
/** A fill without a line, or a line without a fill. */
export const flat = (path, fill, more = {}) => ({ path, fill, fillOpacity: 1, ...more });
export const line = (path, stroke, strokeWidth, more = {}) => ({
  path,
  stroke,
  strokeWidth,
  strokeOpacity: 1,
  ...more,
});
