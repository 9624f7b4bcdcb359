/** Hz: what is measured is measured at this rate, whatever the device runs at. */
const RATE = 48_000;

/** A sound as the player would decode it, a copy of each channel. Throws what the decoder throws. */
export const decodeWhole = async (
  url: string,
  signal: AbortSignal | null = null,
): Promise<{ channels: Float32Array<ArrayBuffer>[]; rate: number }> => {
  const reply = await fetch(url, { signal });
  if (!reply.ok) throw new Error(`the file isn’t there (${reply.status})`);
  const context = new OfflineAudioContext(1, 1, RATE);
  const buffer = await context.decodeAudioData(await reply.arrayBuffer());
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, channel) => {
    const samples = new Float32Array(buffer.length);
    buffer.copyFromChannel(samples, channel);
    return samples;
  });
  return { channels, rate: buffer.sampleRate };
};
