/**
 * Exact Euclidean distance transform in linear time: P. Felzenszwalb and D. Huttenlocher, Distance Transforms of
 * Sampled Functions, Theory of Computing 8 (2012), the lower envelope of parabolas along columns, then along rows.
 */
export type DistanceField = {
  /** Distance of each texel's centre to the nearest seed's centre, in texels; Infinity when there is no seed. */
  distance: Float64Array;
  /** Index of that seed; −1 when there is none. */
  nearest: Int32Array;
};

/** `seeds`: width × height, row by row; what is not 0 is a seed. */
export const distanceTransform = (seeds: Uint8Array, width: number, height: number): DistanceField => {
  const squared = Float64Array.from(seeds, (seed) => (seed ? 0 : Infinity));
  const nearest = Int32Array.from(seeds, (seed, i) => (seed ? i : -1));
  const pass = new Envelope(Math.max(width, height));
  for (let x = 0; x < width; x++) pass.run(squared, nearest, x, width, height);
  for (let y = 0; y < height; y++) pass.run(squared, nearest, y * width, 1, width);
  return { distance: squared.map(Math.sqrt), nearest };
};

/** One line of the transform, with its scratch space. */
class Envelope {
  private readonly vertex: Int32Array;
  private readonly from: Float64Array;
  private readonly value: Float64Array;
  private readonly seed: Int32Array;
  constructor(length: number) {
    this.vertex = new Int32Array(length);
    this.from = new Float64Array(length + 1);
    this.value = new Float64Array(length);
    this.seed = new Int32Array(length);
  }

  run(squared: Float64Array, nearest: Int32Array, start: number, stride: number, count: number): void {
    for (let q = 0; q < count; q++) {
      this.value[q] = squared[start + q * stride]!;
      this.seed[q] = nearest[start + q * stride]!;
    }
    const parabolas = this.lowerEnvelope(count);
    if (parabolas === 0) return;
    for (let q = 0, k = 0; q < count; q++) {
      while (k + 1 < parabolas && this.from[k + 1]! < q) k++;
      const v = this.vertex[k]!;
      squared[start + q * stride] = (q - v) ** 2 + this.value[v]!;
      nearest[start + q * stride] = this.seed[v]!;
    }
  }

  /** Fills vertex and from; returns how many parabolas the envelope has. Infinite ones never belong to it. */
  private lowerEnvelope(count: number): number {
    let size = 0;
    for (let q = 0; q < count; q++) {
      if (this.value[q] === Infinity) continue;
      let crossing = -Infinity;
      while (size > 0) {
        crossing = this.crossing(this.vertex[size - 1]!, q);
        if (crossing > this.from[size - 1]!) break;
        size--;
        crossing = -Infinity;
      }
      this.vertex[size] = q;
      this.from[size] = crossing;
      size++;
    }
    return size;
  }

  private crossing(a: number, b: number): number {
    return (this.value[b]! + b * b - (this.value[a]! + a * a)) / (2 * (b - a));
  }
}
