/** A WAV file of 32-bit floats (WAVE_FORMAT_IEEE_FLOAT), channels of equal length. */
export function floatWave(channels: Float32Array[], rate: number): Blob {
  const frames = channels[0]?.length ?? 0;
  const size = frames * channels.length * 4;
  const view = new DataView(new ArrayBuffer(44 + size));
  const text = (at: number, word: string) =>
    word.split('').forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 3, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * channels.length * 4, true);
  view.setUint16(32, channels.length * 4, true);
  view.setUint16(34, 32, true);
  text(36, 'data');
  view.setUint32(40, size, true);
  for (let frame = 0; frame < frames; frame += 1)
    channels.forEach((samples, channel) =>
      view.setFloat32(44 + (frame * channels.length + channel) * 4, samples[frame] ?? 0, true),
    );
  return new Blob([view], { type: 'audio/wav' });
}
