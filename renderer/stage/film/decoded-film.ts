import { VideoSampleSink, type Input, type InputVideoTrack, type VideoSample } from 'mediabunny';
import * as THREE from 'three';
import type { Film, FilmPicture } from '../film.ts';

/**
 * A film decoded with WebCodecs into a canvas. Samples are closed as soon as they are drawn: a VideoFrame that isn't
 * closed holds a decoder's picture for ever.
 */
const TRY_AGAIN_S = 1;
type Run = AsyncGenerator<VideoSample, void, unknown>;
const COUNTED = 120;

/** `tracks`: one, or strips beside each other, which have their frames at the same times. */
export const openDecodedFilm = async (
  url: string,
  input: Input,
  tracks: readonly InputVideoTrack[],
): Promise<Film> => {
  for (const track of tracks)
    if (!(await track.canDecode()))
      throw new Error(`${url}: this engine can't decode ${track.codec}; convert it to H.264 or VP9`);
  const sinks = tracks.map((track) => new VideoSampleSink(track));
  const duration = await input.computeDuration();
  const { averagePacketRate = 0 } = (await tracks[0]?.computePacketStats(COUNTED)) ?? {};
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  let texture: THREE.CanvasTexture | null = null;
  let shown: number | null = null;
  let busy = false;
  let runs: readonly Run[] | null = null;
  let reached = -1;
  let failedAt: number | null = null;

  /** One instant of all tracks. */
  const show = (samples: readonly VideoSample[]): boolean => {
    const [first] = samples;
    const changed = first !== undefined && shown !== first.timestamp;
    if (changed) {
      const width = samples.reduce((sum, { displayWidth }) => sum + displayWidth, 0);
      const height = first.displayHeight;
      if (texture === null || canvas.width !== width || canvas.height !== height) {
        Object.assign(canvas, { width, height });
        texture?.dispose();
        texture = textureOf(canvas);
      }
      pen?.clearRect(0, 0, width, height);
      let left = 0;
      for (const sample of samples) {
        if (pen) sample.draw(pen, left, 0);
        left += sample.displayWidth;
      }
      texture.needsUpdate = true;
      shown = first.timestamp;
    }
    for (const sample of samples) sample.close();
    return changed;
  };
  const stop = async (): Promise<void> => {
    const old = runs;
    runs = null;
    await Promise.all(old?.map((run) => run.return()) ?? []);
  };
  /** Runs on from where it is; a jump back or of more than a second starts anew at the right place. */
  const advance = async (t: number): Promise<void> => {
    if (!runs || t < reached || t > reached + 1) {
      await stop();
      runs = sinks.map((sink) => sink.samples(Math.max(0, t)));
      reached = -1;
    }
    while (reached < t && runs) {
      const steps = await Promise.all(runs.map((run) => run.next()));
      const samples = steps.flatMap(({ value }) => value ?? []);
      const [next] = samples;
      if (!next || samples.length < sinks.length) {
        for (const sample of samples) sample.close();
        break;
      }
      reached = next.timestamp + Math.max(next.duration, 1e-3);
      show(samples);
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
      const found = await Promise.all(sinks.map((sink) => sink.getSample(Math.max(0, t))));
      const samples = found.flatMap((sample) => sample ?? []);
      return show(samples.length === sinks.length ? samples : []);
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
          runs = null;
          failedAt = t;
          failed(error);
        })
        .finally(() => {
          busy = false;
        });
    },
    dispose() {
      void stop();
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
