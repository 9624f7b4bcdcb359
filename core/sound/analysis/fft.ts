/** Power spectrum of real samples by the radix-2 FFT (Cooley and Tukey, 1965); `size` is a power of two. */
export interface Spectrum {
  /** Bins 0 … size/2 of the Hann-windowed samples from `from` on, as magnitudes; the same array each time. */
  of(samples: Float32Array, from: number): Float64Array;
}

export const createSpectrum = (size: number): Spectrum => {
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  const out = new Float64Array(size / 2 + 1);
  const bits = Math.log2(size);
  const reversed = Uint32Array.from({ length: size }, (_, index) => {
    let result = 0;
    for (let bit = 0; bit < bits; bit += 1) if (index & (1 << bit)) result |= 1 << (bits - 1 - bit);
    return result;
  });
  const window = Float64Array.from(
    { length: size },
    (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / size),
  );
  const cos = Float64Array.from({ length: size / 2 }, (_, index) => Math.cos((2 * Math.PI * index) / size));
  const sin = Float64Array.from({ length: size / 2 }, (_, index) => -Math.sin((2 * Math.PI * index) / size));
  const at = (values: Float64Array, index: number): number => values[index] ?? 0;

  const butterfly = (a: number, b: number, turn: number): void => {
    const x = at(re, b) * at(cos, turn) - at(im, b) * at(sin, turn);
    const y = at(re, b) * at(sin, turn) + at(im, b) * at(cos, turn);
    re[b] = at(re, a) - x;
    im[b] = at(im, a) - y;
    re[a] = at(re, a) + x;
    im[a] = at(im, a) + y;
  };
  const transform = (): void => {
    for (let half = 1; half < size; half *= 2)
      for (let group = 0; group < size; group += 2 * half)
        for (let k = 0; k < half; k += 1) butterfly(group + k, group + k + half, (k * size) / (2 * half));
  };
  return {
    of(samples, from) {
      for (let index = 0; index < size; index += 1) {
        const source = reversed[index] ?? 0;
        re[index] = (samples[from + source] ?? 0) * at(window, source);
      }
      im.fill(0);
      transform();
      for (let bin = 0; bin < out.length; bin += 1) out[bin] = Math.hypot(at(re, bin), at(im, bin));
      return out;
    },
  };
};
