/** Which loudspeaker is that? Three ticks on one output, as many beeps of a pitch as can't be mistaken for the show's. */
const TICKS = 3;
const APART = 0.35;
const LENGTH = 0.12;
const HERTZ = 880;
const LEVEL = 0.25;

export const tick = (context: AudioContext, outlet: AudioNode): void => {
  const gain = new GainNode(context, { gain: 0 });
  const tone = new OscillatorNode(context, { frequency: HERTZ });
  tone.connect(gain).connect(outlet);
  const begin = context.currentTime + 0.05;
  for (let index = 0; index < TICKS; index += 1) {
    const at = begin + index * APART;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(LEVEL, at + 0.005);
    gain.gain.setValueAtTime(LEVEL, at + LENGTH);
    gain.gain.linearRampToValueAtTime(0, at + LENGTH + 0.01);
  }
  tone.start(begin);
  tone.stop(begin + TICKS * APART);
  tone.addEventListener('ended', () => gain.disconnect());
};
