import { ALL_FORMATS, BlobSource, Input, VideoSampleSink, type InputVideoTrack } from 'mediabunny';
import { codecName } from '../../../../core/media/codec-name.ts';
import { hapCodec, unplayedHap } from '../../../../core/media/hap/codec.ts';
import { typeOf, type MediaKind } from '../../../../core/media/media-type.ts';
import { fail, ok, type Result } from '../../../../core/result.ts';
import { openHap } from '../../../stage/film/hap-reader.ts';

/**
 * Whether this engine decodes a file, found out by doing it, and what it is. A film must give a picture: some decoders
 * accept a file and show nothing. Code: `media-undecodable`, with the reason.
 */
export type Probed = {
  kind: MediaKind;
  duration: number | null;
  width?: number;
  height?: number;
  fps?: number;
  channels?: number;
  codec?: string;
};

const undecodable = (why: string) => fail('media-undecodable', why);
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const probe = async (file: File): Promise<Result<Probed>> => {
  try {
    switch (typeOf(file.name)?.kind) {
      case 'image':
      case 'svg':
        return await probePicture(file);
      case 'video':
        return await probeFilm(file);
      case 'sound':
        return await probeSound(file);
      case 'font':
        return await probeFont(file);
      case undefined:
        return fail('media-type', file.name);
    }
  } catch (error) {
    return undecodable(reason(error));
  }
};

const probePicture = async (file: File): Promise<Result<Probed>> => {
  const kind = typeOf(file.name)?.kind ?? 'image';
  const url = URL.createObjectURL(new Blob([file], { type: typeOf(file.name)?.mime ?? '' }));
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const { naturalWidth: width, naturalHeight: height } = picture;
    // A drawing without a size of its own has none in pixels.
    return ok({ kind, duration: null, ...(width > 0 && height > 0 ? { width, height } : {}) });
  } finally {
    URL.revokeObjectURL(url);
  }
};

/** Packets that tell the frame rate. */
const packets = 120;
const probeFilm = async (file: File): Promise<Result<Probed>> => {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) return undecodable('there is no picture in it');
    const id = track.internalCodecId;
    const codec = codecName(track.codec, id);
    const relative = unplayedHap(id);
    if (relative !== null) return undecodable(relative);
    const why = hapCodec(id) === null ? await decodeFault(track) : await hapFault(file);
    if (why !== null) return undecodable(why === '' ? codec : `${codec}: ${why}`);
    const sound = await input.getPrimaryAudioTrack();
    const { averagePacketRate } = await track.computePacketStats(packets);
    return ok({
      kind: 'video',
      duration: tidy(await input.computeDuration()),
      width: track.displayWidth,
      height: track.displayHeight,
      ...(averagePacketRate > 0 ? { fps: Math.round(averagePacketRate * 1000) / 1000 } : {}),
      ...(sound ? { channels: sound.numberOfChannels } : {}),
      codec,
    });
  } finally {
    input.dispose();
  }
};
/** null: it gives a picture; '': this engine knows nothing of it. */
const decodeFault = async (track: InputVideoTrack): Promise<string | null> => {
  if (!(await track.canDecode())) return '';
  const sample = await new VideoSampleSink(track).getSample(0);
  sample?.close();
  return sample ? null : 'no picture';
};
/** HAP is Frise's own to unpack: its first and its last frame. */
const hapFault = async (file: File): Promise<string | null> => {
  try {
    const film = await openHap(new BlobSource(file), false);
    try {
      for (const t of [0, film.head.duration]) await film.frame(t);
      return null;
    } finally {
      film.dispose();
    }
  } catch (error) {
    return reason(error);
  }
};

/** Files that are decoded whole to be sure; a longer one is believed what its tables say. */
const mostDecodedBytes = 120 * 2 ** 20;
const probeSound = async (file: File): Promise<Result<Probed>> => {
  if (file.size <= mostDecodedBytes) {
    const context = new OfflineAudioContext(1, 1, 48_000);
    const buffer = await context.decodeAudioData(await file.arrayBuffer());
    return ok({ kind: 'sound', duration: tidy(buffer.duration), channels: buffer.numberOfChannels });
  }
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) });
  try {
    const track = await input.getPrimaryAudioTrack();
    if (!track || !(await track.canDecode())) return undecodable(String(track?.codec ?? 'no sound'));
    const duration = tidy(await track.computeDuration());
    return ok({ kind: 'sound', duration, channels: track.numberOfChannels });
  } finally {
    input.dispose();
  }
};

const probeFont = async (file: File): Promise<Result<Probed>> => {
  await new FontFace('probe', await file.arrayBuffer()).load();
  return ok({ kind: 'font', duration: null });
};

const tidy = (seconds: number): number => Math.round(seconds * 1e4) / 1e4;
