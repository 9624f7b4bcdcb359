import { EncodedPacketSink, Input, MP4, QTFF, type EncodedPacket, type Source } from 'mediabunny';
import { toPlain } from '../../../core/media/hap/blocks.ts';
import {
  hapCodec,
  hapCodecs,
  textureBytes,
  type HapCodec,
  type HapTexture,
  type Size,
} from '../../../core/media/hap/codec.ts';
import { readHapFrame, unpackImage } from '../../../core/media/hap/frame.ts';

/**
 * The frames of a HAP film, one at a time, in any order: each stands for itself. Mediabunny finds them in the file;
 * what they hold is unpacked here, into textures for the graphics card or, `isPlain`, into RGBA.
 */
export type HapHead = Size & {
  codec: HapCodec;
  /** Seconds, of the film and of one frame on an average. */
  duration: number;
  frame: number;
};
type Layer = { texture: HapTexture | 'plain'; data: Uint8Array<ArrayBuffer> };
/** Shown from – to, seconds; the first from ever, the last for ever. */
export type HapFrame = { from: number; to: number; layers: Layer[] };
export interface HapReader {
  readonly head: HapHead;
  /** The frame shown at `t`. `spare`: memory that may be written over. */
  frame(t: number, spare?: ArrayBuffer[]): Promise<HapFrame>;
  dispose(): void;
}
/** Times that differ by less are the same: films count in fractions of a second, shows in seconds. */
export const SAME_TIME = 1e-6;
const COUNTED = 120;

export const openHap = async (source: Source, isPlain: boolean): Promise<HapReader> => {
  const input = new Input({ formats: [QTFF, MP4], source });
  try {
    const track = await input.getPrimaryVideoTrack();
    const codec = hapCodec(track?.internalCodecId);
    if (!track || codec === null) throw new Error('there is no HAP film in it');
    const sink = new EncodedPacketSink(track);
    const first = await sink.getFirstPacket({ metadataOnly: true });
    if (!first) throw new Error('the film has no frame');
    const { averagePacketRate } = await track.computePacketStats(COUNTED);
    const head: HapHead = {
      codec,
      width: track.codedWidth,
      height: track.codedHeight,
      duration: await input.computeDuration(),
      frame: averagePacketRate > 0 ? 1 / averagePacketRate : 0.04,
    };
    return {
      head,
      async frame(t, spare = []) {
        const packet = (await sink.getPacket(Math.max(0, t) + SAME_TIME)) ?? (await sink.getFirstPacket());
        if (!packet) throw new Error(`there is no frame at ${t} s: the file is cut short`);
        const next = await sink.getNextPacket(packet, { metadataOnly: true });
        return {
          from: packet.timestamp <= first.timestamp ? -Infinity : packet.timestamp,
          to: next?.timestamp ?? Infinity,
          layers: layersOf(head, packet, isPlain, spare),
        };
      },
      dispose: () => input.dispose(),
    };
  } catch (error) {
    input.dispose();
    throw error;
  }
};

const layersOf = (
  head: HapHead,
  { data, timestamp }: EncodedPacket,
  isPlain: boolean,
  spare: ArrayBuffer[],
): Layer[] => {
  try {
    const images = readHapFrame(data);
    const { name, textures } = hapCodecs[head.codec];
    const layers = textures.map((texture) => {
      const image = images.find((each) => each.texture === texture);
      if (!image) throw new Error(`a frame is not ${name}`);
      const bytes = memory(textureBytes(texture, head), isPlain ? [] : spare);
      unpackImage(data, image, bytes);
      return { texture, data: bytes };
    });
    return isPlain ? [{ texture: 'plain', data: toPlain(layers, head) }] : layers;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`at ${timestamp.toFixed(2)} s ${why}; export the film again`, { cause: error });
  }
};
const memory = (bytes: number, spare: ArrayBuffer[]): Uint8Array<ArrayBuffer> => {
  const at = spare.findIndex(({ byteLength }) => byteLength === bytes);
  const [found] = at < 0 ? [] : spare.splice(at, 1);
  return new Uint8Array(found ?? new ArrayBuffer(bytes));
};
