/**
 * The device's outputs. Each has an outlet that lives as long as the page, so that voices need not know that the device
 * under them was changed for another with more or fewer outputs: an outlet that the device has not goes to one that it
 * has, odd to odd and even to even, so that nothing is lost.
 *
 * outlet → master → (in pairs, because a compressor knows two channels) limiter → ceiling → meter → device
 */
export interface Outlets {
  /** From 1. */
  outlet(output: number): AudioNode;
  /** Builds what lies behind the outlets anew. */
  build(count: number): void;
  /** `ceilingDb`: dBFS; `masterDb`: dB. */
  set(levels: { masterDb: number; ceilingDb: number }): void;
  count(): number;
  /** Peak of the last moment, dBFS; null when silent. */
  peak(): number | null;
}
/** A compressor looks ahead by so much before it lets sound out (Chromium, 6 ms): taken off when starts are arranged. */
export const LIMITER_DELAY = 0.006;
const MOST = 32;
const RATIO = 20;
const QUIET_DB = -120;
const factorOf = (db: number): number => 10 ** (db / 20);
/** Chromium makes up for what a compressor takes from full scale, to the power of 0.6: taken off again. */
const makeUpDb = (ceilingDb: number): number => -ceilingDb * (1 - 1 / RATIO) * 0.6;

type Pair = {
  input: ChannelMergerNode;
  limiter: DynamicsCompressorNode;
  into: GainNode;
  out: GainNode;
  meters: AnalyserNode[];
};

export const createOutlets = (context: BaseAudioContext): Outlets => {
  const outlets = new Map<number, GainNode>();
  let levels = { masterDb: 0, ceilingDb: -1 };
  let pairs: Pair[] = [];
  let merger: ChannelMergerNode | null = null;
  const reading = new Float32Array(2048);

  /** Behind the limiter whatever is left above the ceiling is cut off: scaled to ±1, where a shaper ends, and back. */
  const openPair = (sink: AudioNode, first: number, width: number): Pair => {
    const input = new ChannelMergerNode(context, { numberOfInputs: width });
    const limiter = new DynamicsCompressorNode(context, {
      ratio: RATIO,
      knee: 0,
      attack: 0.003,
      release: 0.01,
    });
    const into = new GainNode(context);
    const shaper = new WaveShaperNode(context, { curve: new Float32Array([-1, 0, 1]) });
    const out = new GainNode(context);
    const splitter = new ChannelSplitterNode(context, { numberOfOutputs: width });
    input.connect(limiter).connect(into).connect(shaper).connect(out).connect(splitter);
    const meters = Array.from({ length: width }, (_, channel) => {
      const meter = new AnalyserNode(context, { fftSize: reading.length });
      splitter.connect(sink, channel, first + channel);
      splitter.connect(meter, channel);
      return meter;
    });
    return { input, limiter, into, out, meters };
  };
  const tune = ({ limiter, into, out }: Pair): void => {
    limiter.threshold.value = levels.ceilingDb;
    into.gain.value = factorOf(-levels.ceilingDb - makeUpDb(levels.ceilingDb));
    out.gain.value = factorOf(levels.ceilingDb);
  };
  const plug = (output: number, node: GainNode): void => {
    const count = pairs.reduce((sum, { meters }) => sum + meters.length, 0);
    if (count === 0) return;
    const place = output <= count ? output - 1 : (output - 1) % Math.max(1, count - (count % 2));
    const pair = pairs[place >> 1];
    if (pair) node.connect(pair.input, 0, place % 2);
  };
  return {
    outlet(output) {
      const known = outlets.get(output);
      if (known) return known;
      const node = new GainNode(context, {
        gain: factorOf(levels.masterDb),
        channelCount: 1,
        channelCountMode: 'explicit',
      });
      outlets.set(output, node);
      plug(output, node);
      return node;
    },
    build(wanted) {
      const count = Math.min(MOST, Math.max(1, wanted));
      merger?.disconnect();
      for (const node of outlets.values()) node.disconnect();
      const sink = new ChannelMergerNode(context, { numberOfInputs: count });
      pairs = Array.from({ length: Math.ceil(count / 2) }, (_, index) =>
        openPair(sink, 2 * index, Math.min(2, count - 2 * index)),
      );
      pairs.forEach(tune);
      for (const [output, node] of outlets) plug(output, node);
      sink.connect(context.destination);
      merger = sink;
    },
    set(next) {
      levels = next;
      pairs.forEach(tune);
      for (const { gain } of outlets.values())
        gain.setTargetAtTime(factorOf(levels.masterDb), context.currentTime, 0.02);
    },
    count: () => pairs.reduce((sum, { meters }) => sum + meters.length, 0),
    peak() {
      let most = 0;
      for (const meter of pairs.flatMap(({ meters }) => meters)) {
        meter.getFloatTimeDomainData(reading);
        for (const each of reading) most = Math.max(most, Math.abs(each));
      }
      const db = 20 * Math.log10(most);
      return db > QUIET_DB ? db : null;
    },
  };
};
