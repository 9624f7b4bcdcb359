import { createLtcEncoder } from '../../../core/time/ltc/encoder.ts';
import { placeOfPiece, silentPiece, type LtcPiece } from '../../../core/time/ltc/pieces.ts';
import type { TimecodeRate } from '../../../core/time/smpte.ts';

/** Draws LTC on the audio thread from pieces that the page sends ahead; silence where the code stands. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(
  name: string,
  processor: new (options: WriterOptions) => AudioWorkletProcessor,
): void;
declare const currentFrame: number;
export type WriterSettings = { rate: TimecodeRate; /** Peak, 0–1. */ gain: number };
type WriterOptions = { processorOptions: WriterSettings };

registerProcessor(
  'ltc-writer',
  class extends AudioWorkletProcessor {
    private readonly gain: number;
    private readonly encoder: ReturnType<typeof createLtcEncoder>;
    private now = silentPiece;
    private ahead: LtcPiece[] = [];

    constructor(options: WriterOptions) {
      super();
      this.gain = options.processorOptions.gain;
      this.encoder = createLtcEncoder(options.processorOptions.rate);
      // Our own page: what it posts is what its type says.
      this.port.onmessage = ({ data }: MessageEvent<LtcPiece>) => this.ahead.push(data);
    }

    process(_inputs: Float32Array[][], [output]: Float32Array[][]): boolean {
      const samples = output?.[0];
      if (samples)
        for (let index = 0; index < samples.length; index += 1)
          samples[index] = this.level(currentFrame + index);
      return true;
    }

    private level(sample: number): number {
      for (let next = this.ahead[0]; next && next.from <= sample; next = this.ahead[0]) {
        this.now = next;
        this.ahead.shift();
      }
      if (this.now.step === 0) return 0;
      const place = placeOfPiece(this.now, sample);
      return this.encoder.between(place, place + this.now.step) * this.gain;
    }
  },
);
