import {
  ALL_FORMATS,
  BlobSource,
  EncodedPacketSink,
  Input,
  VideoSampleSink,
  type InputVideoTrack,
} from 'mediabunny';
import { codecName } from '../../../../core/media/codec-name.ts';
import { hapCodec, unplayedHap } from '../../../../core/media/hap/codec.ts';
import { longestGap } from '../../../../core/media/key-gap.ts';
import { ok, type Result } from '../../../../core/result.ts';
import { picturesOf } from '../../../stage/film/strips.ts';
import { openHap } from '../../../stage/film/hap-reader.ts';
import { reason, tidy, undecodable, type Probed } from './probed.ts';

/** Packets that tell the frame rate. */
const packets = 120;
export const probeFilm = async (file: File): Promise<Result<Probed>> => {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) });
  try {
    const tracks = await picturesOf(input);
    const [track] = tracks;
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
      width: tracks.reduce((sum, { displayWidth }) => sum + displayWidth, 0),
      height: track.displayHeight,
      ...(averagePacketRate > 0 ? { fps: Math.round(averagePacketRate * 1000) / 1000 } : {}),
      ...(sound ? { channels: sound.numberOfChannels } : {}),
      codec,
      ...(tracks.length > 1 ? { strips: tracks.length } : {}),
      keyGap: tidy(await keyGapOf(track)),
    });
  } finally {
    input.dispose();
  }
};
/** Keys that are looked at: of a film without tables they must be searched. */
const lookedAt = 500;
const keyGapOf = async (track: InputVideoTrack): Promise<number> => {
  const sink = new EncodedPacketSink(track);
  const keys: number[] = [];
  let key = await sink.getFirstKeyPacket({ metadataOnly: true });
  for (
    ;
    key !== null && keys.length < lookedAt;
    key = await sink.getNextKeyPacket(key, { metadataOnly: true })
  )
    keys.push(key.timestamp);
  return longestGap(keys, key?.timestamp ?? (await track.computeDuration()));
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
