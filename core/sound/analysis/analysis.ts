import { z } from 'zod';
import { createBands, decibels, energyOf } from '../bands.ts';
import { integratedLoudness } from './loudness.ts';
import { detectOnsets } from './onsets.ts';
import { truePeak } from './true-peak.ts';

/**
 * What a sound file is, measured once at its import and kept beside it as `<file>.analysis.json`, so that a layer can
 * follow it as a pure function of time. Series are one number a step, packed as base64 bytes.
 */
const ANALYSIS_VERSION = 1;
const series = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
export const analysisSchema = z.object({
  format: z.literal('frise-analysis'),
  version: z.literal(ANALYSIS_VERSION),
  hash: z.string().describe('sha256 of the media file, hex'),
  duration: z.number().nonnegative().describe('seconds'),
  sampleRate: z.number().positive().describe('of the decoded sound, Hz'),
  channels: z.number().int().positive(),
  loudness: z.number().nullable().describe('integrated, LUFS; null: silent or too short'),
  truePeak: z.number().nullable().describe('dBTP; null: silent'),
  rate: z.number().positive().describe('steps of the envelopes a second'),
  envelopes: z
    .object({ all: series, low: series, mid: series, high: series })
    .describe('RMS: byte b is −(255 − b) · 0.3 dBFS, 0 is silence'),
  onsets: z.array(z.tuple([z.number(), z.number()])).describe('seconds, strength 0–1'),
  waveform: z
    .array(z.object({ rate: z.number().positive(), least: series, most: series }))
    .describe('extremes of each step at several zooms, finest first: byte b is (b − 128) / 127'),
});
export type Analysis = z.infer<typeof analysisSchema>;
export type Band = keyof Analysis['envelopes'];

const ENVELOPE_RATE = 50;
const WAVEFORM_RATES = [200, 20, 2];
/** dB of a step of the stored envelopes. */
export const DB_STEP = 0.3;
const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits));

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** RFC 4648, §4; neither `btoa` nor Buffer is in every process. */
export const pack = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const word = (a << 16) | (b << 8) | c;
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET[(word >> shift) & 63] ?? '');
    parts.push(
      letters
        .slice(0, Math.min(4, bytes.length - at + 1))
        .join('')
        .padEnd(4, '='),
    );
  }
  return parts.join('');
};
export const unpack = (text: string): Uint8Array => {
  const letters = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (const letter of letters) {
    word = ((word << 6) | ALPHABET.indexOf(letter)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (word >> bits) & 255;
    at += 1;
  }
  return bytes;
};

/** Mono by the mean of the channels. */
const mixed = (channels: readonly Float32Array[]): Float32Array =>
  (channels[0] ?? new Float32Array()).map(
    (_, index) => channels.reduce((sum, channel) => sum + (channel[index] ?? 0), 0) / channels.length,
  );
const envelopeOf = (samples: Float32Array, step: number): string => {
  const count = Math.ceil(samples.length / step);
  return pack(
    Uint8Array.from({ length: count }, (_, index) => {
      const part = samples.subarray(Math.round(index * step), Math.round((index + 1) * step));
      const db = decibels(energyOf(part) / Math.max(1, part.length));
      return Math.min(255, Math.max(0, Math.round(255 + db / DB_STEP)));
    }),
  );
};
const waveformOf = (mono: Float32Array, sampleRate: number, rate: number) => {
  const step = sampleRate / rate;
  const count = Math.ceil(mono.length / step);
  const least = new Uint8Array(count);
  const most = new Uint8Array(count);
  const byteOf = (value: number) => Math.round(Math.min(1, Math.max(-1, value)) * 127) + 128;
  for (let index = 0; index < count; index += 1) {
    const part = mono.subarray(Math.round(index * step), Math.round((index + 1) * step));
    least[index] = byteOf(part.reduce((low, each) => Math.min(low, each), 1));
    most[index] = byteOf(part.reduce((high, each) => Math.max(high, each), -1));
  }
  return { rate, least: pack(least), most: pack(most) };
};

/** 60 dB over full scale: what is louder, or no number, is a broken file's, and every figure would be none. */
const LOUDEST = 1000;
const isSound = (sample: number): boolean => Math.abs(sample) <= LOUDEST;
const sounding = (channel: Float32Array): Float32Array =>
  channel.every(isSound) ? channel : channel.map((sample) => (isSound(sample) ? sample : 0));

/** `given`: channels of one length, at least one. */
export const analyse = (given: readonly Float32Array[], sampleRate: number, hash: string): Analysis => {
  const channels = given.map(sounding);
  const mono = mixed(channels);
  const step = sampleRate / ENVELOPE_RATE;
  const [low = '', mid = '', high = ''] = createBands(sampleRate).map((filter) => {
    const band = mono.slice();
    filter(band);
    return envelopeOf(band, step);
  });
  return {
    format: 'frise-analysis',
    version: ANALYSIS_VERSION,
    hash,
    duration: mono.length / sampleRate,
    sampleRate,
    channels: channels.length,
    loudness: rounded(integratedLoudness(channels, sampleRate), 2),
    truePeak: rounded(truePeak(channels), 2),
    rate: ENVELOPE_RATE,
    envelopes: { all: envelopeOf(mono, step), low, mid, high },
    onsets: detectOnsets(mono, sampleRate).map(({ at, strength }) => [
      Number(at.toFixed(4)),
      Number(strength.toFixed(3)),
    ]),
    waveform: WAVEFORM_RATES.map((rate) => waveformOf(mono, sampleRate, rate)),
  };
};
