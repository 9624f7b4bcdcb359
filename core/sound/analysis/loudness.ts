import { biquad, energyOf, type Coefficients } from '../bands.ts';

/**
 * Integrated loudness by ITU-R BS.1770-4 with the gates of EBU R 128: K-weighting, mean squares of 400 ms blocks that
 * overlap by 75 %, an absolute gate at −70 LUFS and a relative one 10 LU below what passed it. In LUFS.
 */
const BLOCK = 0.4;
const HOP = 0.1;
const ABSOLUTE = -70;
const RELATIVE = -10;
const OFFSET = -0.691;

/**
 * The two sections of the K-weighting at any rate: analogue prototypes through the bilinear transform, with the
 * parameters that give the standard's table at 48 kHz (as derived by B. De Man, "Evaluation of implementations of the
 * EBU R128 loudness measurement", AES 2018).
 */
const shelf = (sampleRate: number): Coefficients => {
  const gain = 3.999843853973347;
  const q = 0.7071752369554196;
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const vh = 10 ** (gain / 20);
  const vb = vh ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b0: (vh + (vb * k) / q + k * k) / a0,
    b1: (2 * (k * k - vh)) / a0,
    b2: (vh - (vb * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
};
const highPass = (sampleRate: number): Coefficients => {
  const q = 0.5003270373238773;
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const a0 = 1 + k / q + k * k;
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
};

const loudnessOf = (power: number): number => OFFSET + 10 * Math.log10(power);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;

/** Mean squares of whole hops, all channels together. Surround channels of a 5.1 file weigh 1.41, its LFE nothing. */
const hopsOf = (channels: readonly Float32Array[], sampleRate: number): number[] => {
  const hop = Math.round(HOP * sampleRate);
  const count = Math.floor((channels[0]?.length ?? 0) / hop);
  const sums = Array.from({ length: count }, () => 0);
  channels.forEach((channel, number) => {
    const isSurround = channels.length === 6;
    const weight = !isSurround || number < 3 ? 1 : number === 3 ? 0 : 1.41;
    const filters = [biquad(shelf(sampleRate)), biquad(highPass(sampleRate))];
    for (let index = 0; index < count; index += 1) {
      const part = channel.slice(index * hop, (index + 1) * hop);
      for (const filter of filters) filter(part);
      sums[index] = (sums[index] ?? 0) + (weight * energyOf(part)) / hop;
    }
  });
  return sums;
};

/** null: shorter than a block, or all below the absolute gate. */
export const integratedLoudness = (channels: readonly Float32Array[], sampleRate: number): number | null => {
  const hops = hopsOf(channels, sampleRate);
  const length = Math.round(BLOCK / HOP);
  const blocks = hops
    .slice(0, Math.max(0, hops.length - length + 1))
    .map((_, index) => mean(hops.slice(index, index + length)));
  const heard = blocks.filter((power) => loudnessOf(power) > ABSOLUTE);
  if (heard.length === 0) return null;
  const gate = loudnessOf(mean(heard)) + RELATIVE;
  const kept = heard.filter((power) => loudnessOf(power) > gate);
  return loudnessOf(mean(kept));
};
