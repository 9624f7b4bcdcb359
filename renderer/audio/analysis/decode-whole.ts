/** Hz: what is measured is measured at this rate, whatever the device runs at. */
const RATE = 48_000;
/** Of all channels together, 2 GB: an hour and a half of stereo. They are copied. */
const MOST_SAMPLES = 2 ** 29;

/** A sound as the player would decode it, a copy of each channel. Throws what the decoder throws. */
export const decodeWhole = async (
  url: string,
  signal: AbortSignal | null = null,
): Promise<{ channels: Float32Array<ArrayBuffer>[]; rate: number }> => {
  const reply = await fetch(url, { signal });
  if (!reply.ok) throw new Error(`the file isn’t there (${reply.status})`);
  const context = new OfflineAudioContext(1, 1, RATE);
  const buffer = await context.decodeAudioData(await reply.arrayBuffer());
  if (buffer.length * buffer.numberOfChannels > MOST_SAMPLES) throw new Error('too long to be measured');
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, channel) => {
    const samples = new Float32Array(buffer.length);
    buffer.copyFromChannel(samples, channel);
    return samples;
  });
  return { channels, rate: buffer.sampleRate };
};
