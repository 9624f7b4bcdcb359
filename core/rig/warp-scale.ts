/**
 * Scale of a map from its derivatives: (a, b) by its first coordinate, (c, d) by its second. density: the Jacobian's
 * larger singular value, the greatest stretch in any direction; footprint: the stretch of areas.
 */
export const scaleOf = (
  a: number,
  b: number,
  c: number,
  d: number,
): { density: number; footprint: number } => {
  const half = (a * a + b * b + c * c + d * d) / 2;
  const footprint = Math.abs(a * d - b * c);
  return { density: Math.sqrt(half + Math.sqrt(Math.max(0, half * half - footprint ** 2))), footprint };
};
