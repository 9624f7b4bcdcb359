/** Seeded numbers without state. */

/** PCG's output permutation on 32 bits (Jarzynski and Olano, JCGT 2020): the shaders use the same one. */
export const pcg = (value: number): number => {
  const state = (Math.imul(value, 747796405) + 2891336453) >>> 0;
  const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277803737) >>> 0;
  return ((word >>> 22) ^ word) >>> 0;
};
/** 0 ≤ x < 1 from an index and a seed. */
export const hashed = (index: number, seed: number): number =>
  pcg((index + pcg(seed >>> 0)) >>> 0) / 4294967296;
/** FNV-1a of a text: ids become seeds. */
export const seedOf = (text: string, seed = 0): number => {
  let hash = 2166136261 ^ seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
};
