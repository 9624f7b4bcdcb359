import {
  createFollower,
  type FollowerSettings,
  type Levels,
  type Onset,
} from '../../../core/sound/follower.ts';

/** The follower in the sound's own thread: posts levels 30 times a second and onsets as they come. */
declare const sampleRate: number;
declare const currentFrame: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
  constructor(options: { processorOptions: FollowerSettings });
}
declare const registerProcessor: (name: string, processor: typeof AudioWorkletProcessor) => void;

export type FollowMessage =
  | { kind: 'levels'; levels: Levels }
  /** `at`: context time. */
  | { kind: 'onset'; onset: Onset; at: number };

const READINGS = 30;

class FollowProcessor extends AudioWorkletProcessor {
  private readonly follower;
  private readonly mix = new Float32Array(128);
  private first: number | null = null;
  private left = 0;

  constructor(options: { processorOptions: FollowerSettings }) {
    super(options);
    this.follower = createFollower(sampleRate, options.processorOptions);
    this.port.onmessage = ({ data }: MessageEvent<FollowerSettings>) => this.follower.set(data);
  }

  process([input = []]: Float32Array[][]): boolean {
    this.first ??= currentFrame;
    this.mix.fill(0);
    for (const channel of input)
      channel.forEach((sample, index) => (this.mix[index] = (this.mix[index] ?? 0) + sample / input.length));
    for (const onset of this.follower.push(this.mix))
      this.post({ kind: 'onset', onset, at: (this.first + onset.frame) / sampleRate });
    this.left -= this.mix.length;
    if (this.left > 0) return true;
    this.left += sampleRate / READINGS;
    this.post({ kind: 'levels', levels: this.follower.read() });
    return true;
  }

  private post(message: FollowMessage): void {
    this.port.postMessage(message);
  }
}
registerProcessor('frise-follow', FollowProcessor);
