import { ALL_FORMATS, Input, VideoSampleSink } from 'mediabunny';
import { hapCodec } from '../../../../core/media/hap/codec.ts';
import { openHap } from '../../../stage/film/hap-reader.ts';
import { rangeSource } from '../../../stage/film/ranges.ts';

/** A picture of a film as a small data: URL; null: it gives none here. Only the frame's own bytes are read. */
const WIDTH = 96;
/** The first is often black. */
const AT = 0.2;
type Drawn = { picture: CanvasImageSource; width: number; height: number; close(): void };

export const filmThumb = async (url: string): Promise<string | null> => {
  const drawn = (await hapPicture(url)) ?? (await decodedPicture(url));
  if (drawn === null) return null;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = Math.max(1, Math.round((WIDTH * drawn.height) / drawn.width));
  canvas.getContext('2d')?.drawImage(drawn.picture, 0, 0, canvas.width, canvas.height);
  drawn.close();
  return canvas.toDataURL('image/jpeg', 0.7);
};

const decodedPicture = async (url: string): Promise<Drawn | null> => {
  const input = new Input({ formats: ALL_FORMATS, source: rangeSource(url) });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track || !(await track.canDecode())) return null;
    const sample = await new VideoSampleSink(track).getSample((await track.computeDuration()) * AT);
    if (!sample) return null;
    const { displayWidth: width, displayHeight: height } = sample;
    const picture = new OffscreenCanvas(width, height);
    const pen = picture.getContext('2d');
    if (pen) sample.draw(pen, 0, 0);
    sample.close();
    return { picture, width, height, close: () => undefined };
  } finally {
    input.dispose();
  }
};

const hapPicture = async (url: string): Promise<Drawn | null> => {
  const input = new Input({ formats: ALL_FORMATS, source: rangeSource(url) });
  const track = await input.getPrimaryVideoTrack();
  const isHap = hapCodec(track?.internalCodecId) !== null;
  input.dispose();
  if (!isHap) return null;
  const film = await openHap(rangeSource(url), true);
  try {
    const { width, height, duration } = film.head;
    const [layer] = (await film.frame(duration * AT)).layers;
    if (!layer) return null;
    const picture = await createImageBitmap(
      new ImageData(new Uint8ClampedArray(layer.data.buffer), width, height),
    );
    return { picture, width, height, close: () => picture.close() };
  } finally {
    film.dispose();
  }
};
