/** core/layers/hash.ts in GLSL: the same numbers from the same index and seed. */
export const hashGlsl = /* glsl */ `
uint pcg(uint value) {
  uint state = value * 747796405u + 2891336453u;
  uint word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}
float hashed(uint index, uint seed) { return float(pcg(index + pcg(seed)) >> 8u) / 16777216.0; }
// Smooth noise of time for one index, 0-1.
float flicker(float t, uint index, uint seed) {
  float cell = floor(t);
  float f = t - cell;
  float a = hashed(index * 7919u + uint(int(cell) & 65535), seed);
  float b = hashed(index * 7919u + uint((int(cell) + 1) & 65535), seed);
  return mix(a, b, f * f * (3.0 - 2.0 * f));
}`;
