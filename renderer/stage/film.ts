import { ALL_FORMATS, Input, UrlSource, VideoSampleSink, type VideoSample } from 'mediabunny';

/**
 * A film file, decoded with WebCodecs into a canvas. Samples are closed as soon as they are drawn: a VideoFrame that
 * isn't closed holds a decoder's picture for ever.
 */
export interface Film {
  readonly duration: number;
  readonly hasPicture: boolean;
  /** Decodes the frame shown at `t` seconds. @returns whether the picture changed. */
  seek(t: number): Promise<boolean>;
  /**
   * Live: asks for the frame at `t` without waiting; `drawn` is called when a newer picture is on the canvas, `failed`
   * when the file can't be read there: the picture stands, and a second of film later it is tried again.
   */
  follow(t: number, drawn: () => void, failed: (error: unknown) => void): void;
  dispose(): void;
}

/** A host that is away is back within a second or two; a file that is broken stays so, which must be told. */
const RETRIES_S = [0.2, 0.5, 1, 2];
const TRY_AGAIN_S = 1;

export const openFilm = async (url: string, canvas: HTMLCanvasElement): Promise<Film> => {
  const source = new UrlSource(url, {
    getRetryDelay: (attempts) => RETRIES_S[attempts - 1] ?? null,
    // What is read ahead and fails is read again when it is needed, and told then.
    handleUnhandledError: () => undefined,
  });
  const input = new Input({ formats: ALL_FORMATS, source });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error(`${url} has no picture track`);
  if (!(await track.canDecode()))
    throw new Error(`${url}: this engine can't decode ${track.codec}; convert it to H.264 or VP9`);
  const sink = new VideoSampleSink(track);
  const duration = await input.computeDuration();
  const pen = canvas.getContext('2d');
  let shown: number | null = null;
  let busy = false;
  let run: AsyncGenerator<VideoSample, void, unknown> | null = null;
  let reached = -1;
  let failedAt: number | null = null;

  const show = (sample: VideoSample): boolean => {
    const changed = shown !== sample.timestamp;
    if (changed) {
      canvas.width = sample.displayWidth;
      canvas.height = sample.displayHeight;
      sample.draw(pen!, 0, 0);
      shown = sample.timestamp;
    }
    sample.close();
    return changed;
  };
  const seek = async (t: number): Promise<boolean> => {
    const sample = await sink.getSample(Math.max(0, t));
    return sample ? show(sample) : false;
  };
  /** Runs on from where it is; a jump back or of more than a second starts anew at the right place. */
  const advance = async (t: number): Promise<boolean> => {
    if (!run || t < reached || t > reached + 1) {
      await run?.return();
      run = sink.samples(Math.max(0, t));
      reached = -1;
    }
    let changed = false;
    while (reached < t) {
      const next = await run.next();
      if (next.done) break;
      reached = next.value.timestamp + Math.max(next.value.duration, 1e-3);
      changed = show(next.value) || changed;
    }
    return changed;
  };
  return {
    duration,
    get hasPicture() {
      return shown !== null;
    },
    seek,
    follow(t, drawn, failed) {
      if (busy || (reached > t && t >= (shown ?? Infinity))) return;
      if (failedAt !== null && Math.abs(t - failedAt) < TRY_AGAIN_S) return;
      busy = true;
      advance(t)
        .then((changed) => {
          failedAt = null;
          if (changed) drawn();
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
    },
  };
};
