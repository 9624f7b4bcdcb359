import {
  ALL_FORMATS,
  canEncodeVideo,
  Conversion,
  Input,
  Mp4OutputFormat,
  Output,
  Quality,
  StreamTarget,
  UrlSource,
  WebMOutputFormat,
  type InputVideoTrack,
} from 'mediabunny';
import { CLOSE_KEYS_S } from '../../../../core/media/key-gap.ts';
import { STRIPS_MARK, stripsOf, WIDEST } from '../../../../core/media/strips.ts';
import { fail, ok, type Result } from '../../../../core/result.ts';

/**
 * A film → a copy of it with a key frame every half second, and cut into strips where it is wider than decoders take, made by this engine in the page: in H.264 where it encodes
 * that, in VP9 otherwise and where there is alpha. It grows on the disk (the browser's own folder), not in memory.
 * Codes: `copy-failed`, `upload-cancelled`.
 */
export type Copied = { file: File; remove(): Promise<void> };
type Options = {
  url: string;
  name: string;
  signal: AbortSignal;
  progress: (share: number) => void;
  /** Pixels: a wider film is cut into strips. */
  widest?: number;
};

/** More bits than the original has: short distances cost, and nothing should be seen of it. */
const BITS_MORE = 2;
const LEAST_BITS_A_PIXEL = 0.12;
/** Packets that tell the film's own. */
const COUNTED = 500;

export const withCloseKeys = async ({
  url,
  name,
  signal,
  progress,
  widest = WIDEST,
}: Options): Promise<Result<Copied>> => {
  const place = await placeFor();
  if (place === null) return fail('copy-failed', 'this page came over plain http');
  const input = new Input({ formats: ALL_FORMATS, source: new UrlSource(url) });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw new Error('there is no picture in it');
    const { codec, coding } = await codingOf(track, widest);
    const output = new Output({
      format: codec === 'avc' ? new Mp4OutputFormat() : new WebMOutputFormat(),
      target: new StreamTarget(place.stream, { chunked: true }),
    });
    const tags = coding.length > 1 ? { comment: STRIPS_MARK } : {};
    const options = { input, output, video: coding, tags, showWarnings: false, tracks: 'primary' as const };
    const conversion = await Conversion.init(options);
    if (!conversion.isValid || !conversion.utilizedTracks.includes(track))
      throw new Error(conversion.discardedTracks.map(({ reason }) => reason).join(', '));
    conversion.onProgress = progress;
    const stop = (): void => void conversion.cancel();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    await conversion.execute();
    const ending = codec === 'avc' ? 'mp4' : 'webm';
    return ok({ file: await place.file(`${name}-keys.${ending}`), remove: place.remove });
  } catch (error) {
    await place.remove();
    if (signal.aborted) return fail('upload-cancelled', '');
    return fail('copy-failed', error instanceof Error ? error.message : String(error));
  } finally {
    input.dispose();
  }
};

const codingOf = async (track: InputVideoTrack, widest: number) => {
  const { averagePacketRate, averageBitrate } = await track.computePacketStats(COUNTED);
  const { displayWidth: width, displayHeight: height } = track;
  const least = width * height * averagePacketRate * LEAST_BITS_A_PIXEL;
  const strips = stripsOf(width, widest);
  const bitrate = Math.max(least, averageBitrate * BITS_MORE) / strips.length;
  const quality = new Quality({ bitrate: Math.round(bitrate) });
  const hasAlpha = await track.canBeTransparent();
  const isH264 =
    !hasAlpha &&
    width % 2 === 0 &&
    height % 2 === 0 &&
    (await canEncodeVideo('avc', { width: strips[0]?.width ?? width, height, quality }));
  const codec = isH264 ? ('avc' as const) : ('vp9' as const);
  const alpha = hasAlpha ? ('keep' as const) : ('discard' as const);
  const common = { codec, quality, keyFrameInterval: CLOSE_KEYS_S, alpha, forceTranscode: true };
  if (strips.length === 1) return { codec, coding: [common] };
  const crops = strips.map((strip) => ({ ...common, crop: { ...strip, top: 0, height } }));
  return { codec, coding: crops };
};

/** A file of the page's own, which goes when it has been sent; null: browsers give none over plain http on a network. */
const placeFor = async () => {
  if (!window.isSecureContext) return null;
  const folder = await navigator.storage.getDirectory();
  const name = `copy-${crypto.randomUUID()}`;
  const handle = await folder.getFileHandle(name, { create: true });
  const out = await handle.createWritable();
  return {
    // Who writes keeps the stream to itself; what lies on the disk can be let go of from here.
    stream: new WritableStream<FileSystemWriteChunkType>({
      write: (chunk) => out.write(chunk),
      close: () => out.close(),
    }),
    file: async (as: string) => new File([await handle.getFile()], as),
    async remove() {
      await out.abort().catch(() => undefined); // it is closed
      await folder.removeEntry(name);
    },
  };
};
