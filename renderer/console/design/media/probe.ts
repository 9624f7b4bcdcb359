import { ALL_FORMATS, BlobSource, Input } from 'mediabunny';
import { typeOf } from '../../../../core/media/media-type.ts';
import { fail, ok, type Result } from '../../../../core/result.ts';
import { probeFilm } from './probe-film.ts';
import { reason, tidy, undecodable, type Probed } from './probed.ts';

/**
 * Whether this engine decodes a file, found out by doing it, and what it is. A film must give a picture: some decoders
 * accept a file and show nothing. Code: `media-undecodable`, with the reason.
 */
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
      case 'model':
        return await probeModel(file);
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

const probeModel = async (file: File): Promise<Result<Probed>> => {
  const { readModel } = await import('../../../stage/model/load-model.ts');
  const { animations } = await readModel(await file.arrayBuffer());
  const length = animations.reduce((most, { duration }) => Math.max(most, duration), 0);
  return ok({ kind: 'model', duration: length > 0 ? tidy(length) : null });
};

const probeFont = async (file: File): Promise<Result<Probed>> => {
  await new FontFace('probe', await file.arrayBuffer()).load();
  return ok({ kind: 'font', duration: null });
};
