import { nameOf } from '../../../core/ids.ts';
import { analysisSchema, unpack } from '../../../core/sound/analysis/analysis.ts';

/**
 * Waveforms from the analysis that lies beside a sound, read once each; a sound that nobody has measured yet has none.
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

/** `hash`: of the file that was measured; null: none was, so there is nothing to ask for. */
export const waveformOf = (id: string, hash: string | null): Promise<Waves | null> => {
  if (hash === null) return Promise.resolve(null);
  const key = `${id} ${hash}`;
  const found = known.get(key) ?? read(id).catch(() => null);
  known.set(key, found);
  // One that was not there yet is asked for again when its row is drawn anew.
  void found.then((waves) => waves ?? known.delete(key));
  return found;
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
