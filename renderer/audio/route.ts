/**
 * From a clip to the outputs that it names: a mono file comes out of each of them, stereo is mixed down for one, and
 * more channels go out one by one. On two outputs a balance lies between.
 */
export interface Route {
  /** What the clip's sound goes into. */
  input: AudioNode;
  /** Balance −1–1 at a context time, straight from the point before; the first one is a step. */
  pan(points: readonly { at: number; pan: number }[]): void;
  disconnect(): void;
}

export const createRoute = (
  context: BaseAudioContext,
  outputs: readonly number[],
  outlet: (output: number) => AudioNode,
): Route => {
  const count = outputs.length;
  const input = new GainNode(context, {
    channelCount: count,
    channelCountMode: 'explicit',
    channelInterpretation: count > 2 ? 'discrete' : 'speakers',
  });
  const splitter = new ChannelSplitterNode(context, { numberOfOutputs: count });
  input.connect(splitter);
  const sides = outputs.map((output, channel) => {
    const side = new GainNode(context, { gain: 1, channelCount: 1, channelCountMode: 'explicit' });
    splitter.connect(side, channel);
    side.connect(outlet(output));
    return side;
  });
  let isPanned = false;
  return {
    input,
    pan(points) {
      if (count !== 2 || (!isPanned && points.every(({ pan }) => pan === 0))) return;
      sides.forEach(({ gain }, side) => {
        const levelOf = (pan: number) => Math.min(1, side === 0 ? 1 - pan : 1 + pan);
        points.forEach(({ at, pan }, index) => {
          if (index === 0) gain.cancelScheduledValues(at);
          if (index === 0 && !isPanned) gain.setValueAtTime(levelOf(pan), at);
          else gain.linearRampToValueAtTime(levelOf(pan), at);
        });
      });
      isPanned = true;
    },
    disconnect() {
      for (const side of sides) side.disconnect();
    },
  };
};
