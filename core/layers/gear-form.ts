import type { Polyline } from '../facade/path.ts';
import type { GearsParameters } from './gears.ts';

/**
 * Spur wheels with involute teeth, pressure angle 20°, addendum 1, dedendum 1.25 modules (ISO 53), a play of a fiftieth
 * of a module between flanks. Lengths in metres, a tooth's middle at angle 0.
 */
type Point = [number, number];
const PRESSURE = (20 * Math.PI) / 180;
const PLAY = 0.02;
const STEPS = 6;
const involute = (angle: number): number => Math.tan(angle) - angle;
const polar = (r: number, a: number): Point => [r * Math.cos(a), r * Math.sin(a)];

/** Outline of a wheel. */
export const gearOutline = (teeth: number, module: number): Polyline => {
  const pitch = (teeth * module) / 2;
  const base = pitch * Math.cos(PRESSURE);
  const [tip, root] = [pitch + module, Math.max(pitch - 1.25 * module, module * 0.5)];
  const half = Math.PI / (2 * teeth) - (PLAY * module) / (2 * pitch);
  /** Half the angle that a tooth takes at a radius; below the base circle its flank is radial. */
  const halfAt = (r: number): number =>
    half + involute(PRESSURE) - involute(Math.acos(Math.min(1, base / Math.max(r, base))));
  const from = Math.max(root, base);
  const radii = [
    ...(root < base ? [root] : []),
    ...Array.from({ length: STEPS + 1 }, (_, i) => from + ((tip - from) * i) / STEPS),
  ];
  const flank = radii.map((r) => ({ r, a: Math.max(0, halfAt(r)) }));
  const points: Point[] = [];
  for (let tooth = 0; tooth < teeth; tooth += 1) {
    const at = (tooth * 2 * Math.PI) / teeth;
    for (const { r, a } of flank) points.push(polar(r, at - a));
    for (const { r, a } of flank.toReversed()) points.push(polar(r, at + a));
    // Along the root circle to the next tooth.
    const gap = (2 * Math.PI) / teeth - 2 * flank[0]!.a;
    for (const share of [1 / 3, 2 / 3]) points.push(polar(root, at + flank[0]!.a + gap * share));
  }
  return { points, closed: true };
};

const circle = (r: number): Polyline => ({
  points: Array.from({ length: 96 }, (_, i) => polar(r, (i * 2 * Math.PI) / 96)),
  closed: true,
});

/** Windows that leave spokes of one width between them. */
const windows = (spokes: number, inner: number, outer: number, width: number): Polyline[] =>
  Array.from({ length: spokes }, (_, i) => {
    const [from, to] = [(i * 2 * Math.PI) / spokes, ((i + 1) * 2 * Math.PI) / spokes];
    const arc = (r: number): Point[] => {
      const inset = Math.asin(Math.min(1, width / 2 / r));
      const [a, b] = [from + inset, to - inset];
      return Array.from({ length: 25 }, (_unused, k) => polar(r, a + ((b - a) * k) / 24));
    };
    return { points: [...arc(outer), ...arc(inner).toReversed()], closed: true };
  });

/** All lines of a wheel, rim first. */
export const gearLines = (p: GearsParameters, teeth: number): Polyline[] => {
  const pitch = (teeth * p.module) / 2;
  const outer = pitch - 3 * p.module;
  const [hub, bore] = [pitch * p.hub, pitch * Math.min(p.bore, p.hub * 0.8)];
  const width = Math.max(p.module * 0.9, pitch * 0.09);
  const isOpen = p.spokes > 1 && outer > hub * 1.4 && width * p.spokes < Math.PI * hub * 1.8;
  return [
    gearOutline(teeth, p.module),
    ...(isOpen ? windows(p.spokes, hub, outer, width) : []),
    ...(bore > 0 ? [circle(bore)] : []),
  ];
};

export type GearPlace = { teeth: number; x: number; y: number; /** Radians. */ angle: number };
/** Where each wheel of a train stands, and its angle, when the first one is turned by `angle` radians. */
export const trainOf = (p: GearsParameters, angle: number): GearPlace[] => {
  const places: GearPlace[] = [];
  p.teeth.forEach((teeth, i) => {
    const before = places[i - 1];
    if (!before) places.push({ teeth, x: p.x, y: p.y, angle });
    else if (p.shafts[i - 1] === true) places.push({ ...before, teeth });
    else
      places.push(
        meshed(before, teeth, p.module, ((p.angles[i - 1] ?? p.angles.at(-1) ?? 0) * Math.PI) / 180),
      );
  });
  return places;
};
/** A tooth of one stands in a gap of the other on the line between their middles. */
const meshed = (before: GearPlace, teeth: number, module: number, direction: number): GearPlace => {
  const apart = ((before.teeth + teeth) * module) / 2;
  return {
    teeth,
    x: before.x + apart * Math.cos(direction),
    y: before.y + apart * Math.sin(direction),
    angle: direction + Math.PI + Math.PI / teeth - ((before.angle - direction) * before.teeth) / teeth,
  };
};
