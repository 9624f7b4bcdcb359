/** Gradient noise of three dimensions, −1 to 1, from whole cells (Perlin 2002); needs `hashGlsl`. */
export const noiseGlsl = /* glsl */ `
float noiseCorner(ivec3 cell, vec3 f, ivec3 corner, uint seed_) {
  ivec3 c = cell + corner;
  uint h = pcg(uint(c.x) + pcg(uint(c.y) + pcg(uint(c.z) + pcg(seed_))));
  // One of twelve edges of a cube.
  vec3 d = f - vec3(corner);
  uint e = h % 12u;
  vec2 pair = e < 4u ? d.xy : e < 8u ? d.xz : d.yz;
  return ((e & 1u) == 0u ? pair.x : -pair.x) + ((e & 2u) == 0u ? pair.y : -pair.y);
}
// At the point p of the lattice whose cell 0 is start.
float gradientNoise(vec3 p, ivec3 start, uint seed_) {
  ivec3 cell = ivec3(floor(p));
  vec3 f = p - vec3(cell);
  cell += start;
  vec3 u = f * f * f * (f * (f * 6.0 - 15.0) + 10.0);
  vec4 low = vec4(noiseCorner(cell, f, ivec3(0), seed_), noiseCorner(cell, f, ivec3(1, 0, 0), seed_),
    noiseCorner(cell, f, ivec3(0, 1, 0), seed_), noiseCorner(cell, f, ivec3(1, 1, 0), seed_));
  vec4 high = vec4(noiseCorner(cell, f, ivec3(0, 0, 1), seed_), noiseCorner(cell, f, ivec3(1, 0, 1), seed_),
    noiseCorner(cell, f, ivec3(0, 1, 1), seed_), noiseCorner(cell, f, ivec3(1, 1, 1), seed_));
  vec4 at = mix(low, high, u.z);
  return mix(mix(at.x, at.y, u.x), mix(at.z, at.w, u.x), u.y);
}`;
