import type { PathSegment, Point } from './path-parse.ts';

/** Elliptical arc → points. Source of the formulae: SVG 2, appendix B.2 (implementation notes on arcs). */
type Arc = Extract<PathSegment, { kind: 'arc' }>;
type Ellipse = {
  centre: Point;
  rx: number;
  ry: number;
  rotation: number;
  /** Radians on the unrotated ellipse. */
  startAngle: number;
  sweepAngle: number;
};

/** Signed angle from u to v. */
const angle = (u: Point, v: Point): number =>
  Math.atan2(u[0] * v[1] - u[1] * v[0], u[0] * v[0] + u[1] * v[1]);

/** End points → centre (B.2.4), radii grown where they are too small to reach (B.2.5). */
const ellipseOf = (from: Point, arc: Arc): Ellipse => {
  const [cos, sin] = [Math.cos(arc.rotation), Math.sin(arc.rotation)];
  const [dx, dy] = [(from[0] - arc.to[0]) / 2, (from[1] - arc.to[1]) / 2];
  const [x, y] = [cos * dx + sin * dy, -sin * dx + cos * dy];
  const lambda = (x / arc.rx) ** 2 + (y / arc.ry) ** 2;
  const grow = Math.sqrt(Math.max(1, lambda));
  const [rx, ry] = [arc.rx * grow, arc.ry * grow];
  const distance = (rx * y) ** 2 + (ry * x) ** 2;
  const factor =
    Math.sqrt(Math.max(0, ((rx * ry) ** 2 - distance) / distance)) * (arc.large === arc.sweep ? -1 : 1);
  const [cx, cy] = [(factor * rx * y) / ry, (-factor * ry * x) / rx];
  const centre: Point = [
    cos * cx - sin * cy + (from[0] + arc.to[0]) / 2,
    sin * cx + cos * cy + (from[1] + arc.to[1]) / 2,
  ];
  const u: Point = [(x - cx) / rx, (y - cy) / ry];
  const v: Point = [(-x - cx) / rx, (-y - cy) / ry];
  const turn = angle(u, v);
  const wrapped =
    arc.sweep && turn < 0 ? turn + 2 * Math.PI : !arc.sweep && turn > 0 ? turn - 2 * Math.PI : turn;
  return { centre, rx, ry, rotation: arc.rotation, startAngle: angle([1, 0], u), sweepAngle: wrapped };
};

const pointOn = (ellipse: Ellipse, theta: number): [number, number] => {
  const [x, y] = [ellipse.rx * Math.cos(theta), ellipse.ry * Math.sin(theta)];
  const [cos, sin] = [Math.cos(ellipse.rotation), Math.sin(ellipse.rotation)];
  return [ellipse.centre[0] + cos * x - sin * y, ellipse.centre[1] + sin * x + cos * y];
};

/**
 * Points after `from` up to and with the end. A chord of angle φ leaves a circle of radius r by r(1 − cos φ/2); with
 * the greater radius that bounds an ellipse too. Zero radii are a line (B.2.5), equal ends draw nothing.
 */
export const arcPoints = (from: Point, arc: Arc, tolerance: number, most: number): [number, number][] => {
  const end: [number, number] = [arc.to[0], arc.to[1]];
  if (from[0] === end[0] && from[1] === end[1]) return [];
  if (arc.rx === 0 || arc.ry === 0) return [end];
  const ellipse = ellipseOf(from, arc);
  const step = 2 * Math.acos(Math.max(0, 1 - tolerance / Math.max(ellipse.rx, ellipse.ry)));
  const pieces = Math.min(most, Math.max(1, Math.ceil(Math.abs(ellipse.sweepAngle) / step)));
  return Array.from({ length: pieces }, (_, index) =>
    index === pieces - 1
      ? end
      : pointOn(ellipse, ellipse.startAngle + (ellipse.sweepAngle * (index + 1)) / pieces),
  );
};
