import { VideoSampleSink, type Input, type InputVideoTrack, type VideoSample } from 'mediabunny';
import * as THREE from 'three';
import type { Film, FilmPicture } from '../film.ts';

/**
 * A film decoded with WebCodecs into a canvas. Samples are closed as soon as they are drawn: a VideoFrame that isn't
 * closed holds a decoder's picture for ever.
 */
const TRY_AGAIN_S = 1;
const COUNTED = 120;

export const openDecodedFilm = async (url: string, input: Input, track: InputVideoTrack): Promise<Film> => {
  if (!(await track.canDecode()))
    throw new Error(`${url}: this engine can't decode ${track.codec}; convert it to H.264 or VP9`);
  const sink = new VideoSampleSink(track);
  const duration = await input.computeDuration();
  const { averagePacketRate } = await track.computePacketStats(COUNTED);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  let texture: THREE.CanvasTexture | null = null;
  let shown: number | null = null;
  let busy = false;
  let run: AsyncGenerator<VideoSample, void, unknown> | null = null;
  let reached = -1;
  let failedAt: number | null = null;

  const show = (sample: VideoSample): boolean => {
    const changed = shown !== sample.timestamp;
    if (changed) {
      const { displayWidth: width, displayHeight: height } = sample;
      if (texture === null || canvas.width !== width || canvas.height !== height) {
        Object.assign(canvas, { width, height });
        texture?.dispose();
        texture = textureOf(canvas);
      }
      pen?.clearRect(0, 0, width, height);
      if (pen) sample.draw(pen, 0, 0);
      texture.needsUpdate = true;
      shown = sample.timestamp;
    }
    sample.close();
    return changed;
  };
  /** Runs on from where it is; a jump back or of more than a second starts anew at the right place. */
  const advance = async (t: number): Promise<void> => {
    if (!run || t < reached || t > reached + 1) {
      await run?.return();
      run = sink.samples(Math.max(0, t));
      reached = -1;
    }
    while (reached < t) {
      const next = await run.next();
      if (next.done) break;
      reached = next.value.timestamp + Math.max(next.value.duration, 1e-3);
      show(next.value);
    }
  };
  return {
    duration,
    frame: averagePacketRate > 0 ? 1 / averagePacketRate : 0.04,
    note: null,
    get picture(): FilmPicture | null {
      if (shown === null) return null;
      const { width, height } = canvas;
      return { texture, alpha: null, coding: 'rgb', width, height, share: { x: 1, y: 1 }, isTopFirst: false };
    },
    async seek(t) {
      const sample = await sink.getSample(Math.max(0, t));
      return sample ? show(sample) : false;
    },
    follow(t, _next, failed) {
      if (busy || (reached > t && t >= (shown ?? Infinity))) return;
      if (failedAt !== null && Math.abs(t - failedAt) < TRY_AGAIN_S) return;
      busy = true;
      advance(t)
        .then(() => {
          failedAt = null;
        })
        .catch((error: unknown) => {
          run = null;
          failedAt = t;
          failed(error);
        })
        .finally(() => {
          busy = false;
        });
    },
    dispose() {
      void run?.return();
      input.dispose();
      texture?.dispose();
    },
  };
};

const textureOf = (canvas: HTMLCanvasElement): THREE.CanvasTexture => {
  const texture = new THREE.CanvasTexture(canvas);
  texture.colorSpace = THREE.SRGBColorSpace;
  texture.generateMipmaps = false;
  texture.minFilter = THREE.LinearFilter;
  return texture;
};
