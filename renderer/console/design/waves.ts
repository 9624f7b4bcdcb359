import { nameOf } from '../../../core/ids.ts';
import { analysisSchema, unpack } from '../../../core/sound/analysis/analysis.ts';

/**
 * Waveforms, read once each: from the analysis that lies beside a sound, or from the sound itself.
 * `least`, `most`: bytes b, (b − 128) / 127, one a step, finest first.
 */
type Level = { rate: number; least: Uint8Array; most: Uint8Array };
export type Waves = readonly Level[];
type Part = {
  /** Seconds into the file. */
  from: number;
  /** Pixels a second. */
  scale: number;
  level: number;
};

const known = new Map<string, Promise<Waves | null>>();
const read = async (id: string): Promise<Waves | null> => {
  const reply = await fetch(`/analysis/${nameOf(id)}`);
  if (!reply.ok) return null;
  const parsed = analysisSchema.safeParse(await reply.json());
  if (!parsed.success) return null;
  return parsed.data.waveform.map(({ rate, least, most }) => ({
    rate,
    least: unpack(least),
    most: unpack(most),
  }));
};

const remembered = (key: string, make: () => Promise<Waves | null>): Promise<Waves | null> => {
  const found = known.get(key) ?? make().catch(() => null); // a clip without a waveform is still a clip
  known.set(key, found);
  return found;
};
/** `hash`: of the file, so that another one under the same name is read anew. */
export const measuredWaves = (id: string, hash: string): Promise<Waves | null> =>
  remembered(`measured ${id} ${hash}`, () => read(id));
export const decodedWaves = (id: string, hash: string): Promise<Waves | null> =>
  remembered(`decoded ${id} ${hash}`, () => decode(id));

/** A picture of a few hundred steps a second needs no more of the sound than this. */
const RATE = 8000;
const decode = async (id: string): Promise<Waves | null> => {
  const reply = await fetch(`/media/${nameOf(id)}`);
  if (!reply.ok) return null;
  const context = new OfflineAudioContext(1, 1, RATE);
  const buffer = await context.decodeAudioData(await reply.arrayBuffer());
  const samples = buffer.getChannelData(0);
  return [200, 20, 2].map((rate) => extremes(samples, rate));
};
const byteOf = (value: number): number => Math.round(Math.min(1, Math.max(-1, value)) * 127) + 128;
const extremes = (samples: Float32Array, rate: number): Level => {
  const step = RATE / rate;
  const count = Math.ceil(samples.length / step);
  const level = { rate, least: new Uint8Array(count), most: new Uint8Array(count) };
  for (let index = 0; index < count; index += 1) {
    let [low, high] = [1, -1];
    for (const value of samples.subarray(index * step, (index + 1) * step)) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
    level.least[index] = byteOf(low);
    level.most[index] = byteOf(high);
  }
  return level;
};

/** The coarsest level that still has a step a pixel. */
const levelFor = (waves: Waves, scale: number): Level | undefined =>
  waves.findLast(({ rate }) => rate >= scale) ?? waves[0];

export const drawWaveform = (canvas: HTMLCanvasElement, waves: Waves, { from, scale, level }: Part): void => {
  const pen = canvas.getContext('2d');
  const steps = levelFor(waves, scale);
  if (!pen || !steps) return;
  const { width, height } = canvas;
  pen.clearRect(0, 0, width, height);
  pen.fillStyle = getComputedStyle(canvas).color;
  const middle = height / 2;
  const y = (byte: number): number =>
    middle - Math.max(-1, Math.min(1, (level * (byte - 128)) / 127)) * middle;
  for (let x = 0; x < width; x += 1) {
    const first = Math.floor((from + x / scale) * steps.rate);
    const end = Math.max(first + 1, Math.floor((from + (x + 1) / scale) * steps.rate));
    let [low, high] = [128, 128];
    for (let step = first; step < end; step += 1) {
      low = Math.min(low, steps.least[step] ?? 128);
      high = Math.max(high, steps.most[step] ?? 128);
    }
    pen.fillRect(x, y(high), 1, Math.max(1, y(low) - y(high)));
  }
};
