import { AudioBufferSource, BufferTarget, CanvasSource, Output, WebMOutputFormat } from 'mediabunny';
import type { RenderJob } from '../../core/render/job.ts';
import { mixSound } from './sound.ts';
import type { Studio } from './studio.ts';

/** Exact stills, one a frame, into VP9; the show's sound into Opus. */
const BITS_PER_PIXEL = 0.15;

export const makeFilm = async (
  studio: Studio,
  film: NonNullable<RenderJob['film']>,
): Promise<{ file: ArrayBuffer; frames: number }> => {
  const canvas = document.createElement('canvas');
  canvas.width = studio.width;
  canvas.height = studio.height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('canvas-2d-missing: the page gives no 2-D canvas');
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const bitrate = Math.round(Math.max(200_000, studio.width * studio.height * film.fps * BITS_PER_PIXEL));
  const video = new CanvasSource(canvas, { codec: 'vp9', bitrate });
  output.addVideoTrack(video, { frameRate: film.fps });
  const sound = film.mute ? null : await mixSound(studio.show, film.from, film.to);
  const audio = sound ? new AudioBufferSource({ codec: 'opus', bitrate: 160_000 }) : null;
  if (audio) output.addAudioTrack(audio);
  await output.start();
  const frames = Math.max(1, Math.round((film.to - film.from) * film.fps));
  const data = new ImageData(studio.width, studio.height);
  if (audio && sound) {
    await audio.add(sound);
    audio.close();
  }
  for (let i = 0; i < frames; i += 1) {
    data.data.set(await studio.shoot(film.from + i / film.fps));
    pen.putImageData(data, 0, 0);
    await video.add(i / film.fps, 1 / film.fps);
  }
  video.close();
  await output.finalize();
  if (!target.buffer) throw new Error('film-empty: the encoder gave nothing');
  return { file: target.buffer, frames };
};
