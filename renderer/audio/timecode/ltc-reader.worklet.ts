import { createLtcDecoder, type LtcFrame } from '../../../core/time/ltc/decoder.ts';

/**
 * Reads LTC on the audio thread, sample by sample: what comes to the page are whole frames with the context's sample
 * numbers, and the level four times a second.
 */
export type ReaderMessage = { kind: 'frame'; frame: LtcFrame } | { kind: 'level'; level: number };
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(
  name: string,
  processor: new (options: ReaderOptions) => AudioWorkletProcessor,
): void;
declare const currentFrame: number;
declare const sampleRate: number;
/** `channel` counts from 0. */
type ReaderOptions = { processorOptions: { channel: number } };

registerProcessor(
  'ltc-reader',
  class extends AudioWorkletProcessor {
    private readonly channel: number;
    private readonly decoder = createLtcDecoder(sampleRate);
    private toldAt = 0;

    constructor(options: ReaderOptions) {
      super();
      this.channel = options.processorOptions.channel;
    }

    private tell(message: ReaderMessage): void {
      this.port.postMessage(message);
    }

    process([input]: Float32Array[][]): boolean {
      const samples = input?.[this.channel];
      if (samples) this.decoder.push(samples, currentFrame, (frame) => this.tell({ kind: 'frame', frame }));
      if (currentFrame - this.toldAt >= sampleRate / 4) {
        this.toldAt = currentFrame;
        this.tell({ kind: 'level', level: samples ? this.decoder.level() : 0 });
      }
      return true;
    }
  },
);
