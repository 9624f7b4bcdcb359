/** Movements worked out in the generator and kept as few keys: sampled, then thinned where a straight line will do. */
const thinned = (samples, tolerance) => {
  if (samples.length < 3) return samples;
  const [[t0, v0], [t1, v1]] = [samples[0], samples[samples.length - 1]];
  let worst = 0;
  let least = tolerance;
  samples.forEach(([t, v], i) => {
    const off = Math.abs(v - (v0 + ((v1 - v0) * (t - t0)) / (t1 - t0)));
    if (off > least) [worst, least] = [i, off];
  });
  if (worst === 0) return [samples[0], samples[samples.length - 1]];
  return [
    ...thinned(samples.slice(0, worst + 1), tolerance).slice(0, -1),
    ...thinned(samples.slice(worst), tolerance),
  ];
};
/** Keys of value(t) for t from 0 to `length`. */
export const sampled = (value, length, { every = 0.05, tolerance = 0.02 } = {}) => {
  const count = Math.max(1, Math.round(length / every));
  const samples = Array.from({ length: count + 1 }, (_, i) => {
    const t = (i * length) / count;
    return [t, value(t)];
  });
  return thinned(samples, tolerance).map(([at, v]) => ({ at, value: v, ease: 'linear' }));
};
export const smooth = (t) => {
  const u = Math.max(0, Math.min(1, t));
  return u * u * (3 - 2 * u);
};
/** Eased journey through stations [time, ...values]: stands at each from its time on until `leave` before the next. */
export const journey = (stations, travel) => (t) => {
  let i = 0;
  while (i + 1 < stations.length && t >= stations[i + 1][0]) i += 1;
  const [at, ...here] = stations[i];
  const next = stations[i + 1];
  if (!next || t < at) return here;
  const long = Math.min(travel, next[0] - at);
  const share = smooth((t - (next[0] - long)) / long);
  return here.map((value, k) => value + (next[k + 1] - value) * share);
};
/** The same numbers from run to run. */
export const dice = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
};
