import {
  AudioBufferSource,
  BufferTarget,
  canEncodeAudio,
  canEncodeVideo,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import type { RenderJob } from '../../core/render/job.ts';
import type { Problem } from '../../core/result.ts';
import { mixSound } from './sound.ts';
import type { Studio } from './studio.ts';

/**
 * Exact stills, one a frame, and the show's sound: WebM is VP9 and Opus; MP4 is H.264 and AAC where the engine has
 * them, else VP9 and Opus too.
 */
const BITS_PER_PIXEL = 0.15;
const SOUND_BITS = 160_000;
export type FilmWatch = {
  report(problem: Problem): void;
  progress(done: number, total: number): Promise<void>;
};

export const makeFilm = async (
  studio: Studio,
  film: NonNullable<RenderJob['film']>,
  { report, progress }: FilmWatch,
): Promise<{ file: ArrayBuffer; frames: number }> => {
  const { canvas, pen } = makeCanvas(studio);
  const target = new BufferTarget();
  const format = film.container === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat();
  const output = new Output({ format, target });
  const video = new CanvasSource(canvas, await videoCoding(studio, film));
  output.addVideoTrack(video, { frameRate: film.fps });
  const sound = film.mute ? null : await mixSound(studio.show, film.from, film.to, report);
  const audio = sound ? new AudioBufferSource(await soundCoding(film)) : null;
  if (audio) output.addAudioTrack(audio);
  await output.start();
  if (audio && sound) {
    await audio.add(sound);
    audio.close();
  }
  const frames = Math.max(1, Math.round((film.to - film.from) * film.fps));
  const data = new ImageData(studio.width, studio.height);
  for (let i = 0; i < frames; i += 1) {
    data.data.set(await studio.shoot(film.from + i / film.fps));
    pen.putImageData(data, 0, 0);
    await video.add(i / film.fps, 1 / film.fps);
    await progress(i + 1, frames);
  }
  video.close();
  await output.finalize();
  if (!target.buffer) throw new Error('film-empty: the encoder gave nothing');
  return { file: target.buffer, frames };
};

const makeCanvas = ({ width, height }: Studio) => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('canvas-2d-missing: the page gives no 2-D canvas');
  return { canvas, pen };
};

type Film = NonNullable<RenderJob['film']>;
const videoCoding = async ({ width, height }: Studio, { fps, container }: Film) => {
  const bitrate = Math.round(Math.max(200_000, width * height * fps * BITS_PER_PIXEL));
  const size = { width, height, bitrate };
  const isH264 =
    container === 'mp4' && width % 2 === 0 && height % 2 === 0 && (await canEncodeVideo('avc', size));
  const codec = isH264 ? ('avc' as const) : ('vp9' as const);
  if (!isH264 && !(await canEncodeVideo(codec, size)))
    throw new Error(`film-size: the engine can't encode ${width}x${height}; choose another --size`);
  return { codec, bitrate };
};
const soundCoding = async ({ container }: Film) => {
  const isAac = container === 'mp4' && (await canEncodeAudio('aac'));
  return { codec: isAac ? ('aac' as const) : ('opus' as const), bitrate: SOUND_BITS };
};
