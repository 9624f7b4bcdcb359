import { hapCodecs, type HapCodec, type HapTexture } from '../../../core/media/hap/codec.ts';
import type { Cards, Film } from '../film.ts';
import { openHapLine } from './hap-line.ts';
import { SAME_TIME, type HapFrame } from './hap-reader.ts';
import { createHapTextures } from './hap-textures.ts';

/**
 * A HAP film: every frame stands for itself, so any is there as soon as it was read and unpacked, in a worker. Live, the
 * one that comes next, as the layer says (backwards, at another speed, over the loop), is ready before its time.
 */
const KEPT_FRAMES = 3;
const MOST_ASKED = 2;
const TRY_AGAIN_S = 1;

/** What a context must have to take each texture as it is. */
const needs: Readonly<Record<HapTexture, readonly string[]>> = {
  rgb: ['WEBGL_compressed_texture_s3tc', 'WEBGL_compressed_texture_s3tc_srgb'],
  rgba: ['WEBGL_compressed_texture_s3tc', 'WEBGL_compressed_texture_s3tc_srgb'],
  ycocg: ['WEBGL_compressed_texture_s3tc'],
  alpha: ['EXT_texture_compression_rgtc'],
};
const takes = (cards: Cards, codec: HapCodec): boolean =>
  hapCodecs[codec].textures.every((texture) => needs[texture].every((name) => cards.has(name)));

export const openHapFilm = async (url: string, codec: HapCodec, cards: Cards | null): Promise<Film> => {
  const isPlain = cards === null || !takes(cards, codec);
  const line = await openHapLine(url, isPlain);
  const { head } = line;
  const textures = createHapTextures(head);
  /** Unpacked, newest last; one of them may be shown. */
  let frames: HapFrame[] = [];
  let shown: HapFrame | null = null;
  let asked: number[] = [];
  let target = 0;
  let failedAt: number | null = null;
  let isOver = false;
  let spare: ArrayBuffer[] = [];

  const show = (frame: HapFrame): boolean => {
    const isOther = shown?.from !== frame.from;
    shown = frame;
    if (isOther) textures.show(frame);
    return isOther;
  };
  /** What is farthest from the present goes first; what is shown stays. */
  const keep = (frame: HapFrame): void => {
    const rank = (each: HapFrame): number => (each === shown ? -1 : distance(each, target));
    const all = [...frames, frame].toSorted((a, b) => rank(a) - rank(b));
    frames = all.slice(0, KEPT_FRAMES);
    for (const gone of all.slice(KEPT_FRAMES)) spare.push(...gone.layers.map(({ data }) => data.buffer));
  };
  /** The same frame may have been asked for by two times of it. */
  const held = (frame: HapFrame): HapFrame | null => frames.find(({ from }) => from === frame.from) ?? null;
  const read = (t: number): Promise<HapFrame> => {
    const given = spare;
    spare = [];
    return line.frame(t, given);
  };
  const ask = (t: number, failed: (error: unknown) => void): void => {
    asked.push(t);
    read(t)
      .then((frame) => {
        failedAt = null;
        if (isOver || held(frame)) return;
        // Late is better than not at all, as long as it comes nearer.
        if (shown === null || distance(frame, target) < distance(shown, target)) show(frame);
        keep(frame);
      })
      .catch((error: unknown) => {
        if (isOver) return;
        failedAt = t;
        failed(error);
      })
      .finally(() => {
        asked = asked.filter((each) => each !== t);
      });
  };
  return {
    duration: head.duration,
    frame: head.frame,
    note:
      isPlain && cards !== null
        ? `${hapCodecs[codec].name} is unpacked by the processor: this graphics card takes no block textures`
        : null,
    get picture() {
      return shown === null ? null : textures.picture;
    },
    async seek(t) {
      target = t;
      const known = frames.find((each) => covers(each, t));
      if (known) return show(known);
      const frame = await read(t);
      const changed = show(held(frame) ?? frame);
      if (!held(frame)) keep(frame);
      return changed;
    },
    follow(t, next, failed) {
      target = t;
      const ready = frames.find((each) => covers(each, t));
      if (ready) show(ready);
      if (failedAt !== null && Math.abs(t - failedAt) < TRY_AGAIN_S) return;
      for (const wanted of [t, next]) {
        const isComing = asked.some((each) => Math.abs(each - wanted) < head.frame / 2);
        if (isComing || asked.length >= MOST_ASKED || frames.some((each) => covers(each, wanted))) continue;
        ask(wanted, failed);
      }
    },
    dispose() {
      isOver = true;
      line.close();
      textures.dispose();
    },
  };
};

const covers = ({ from, to }: HapFrame, t: number): boolean => from - SAME_TIME <= t && t < to - SAME_TIME;
const distance = (frame: HapFrame, t: number): number =>
  covers(frame, t) ? 0 : Math.max(frame.from - t, t - frame.to, SAME_TIME);
