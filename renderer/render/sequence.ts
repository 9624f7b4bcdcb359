import type { RenderJob } from '../../core/render/job.ts';
import type { Studio } from './studio.ts';

/** A film as pictures: each is handed over before the next is drawn, so that none is held. @returns how many */
type Hands = {
  /** RGBA, top row first. */
  hand(pixels: Uint8ClampedArray): Promise<void>;
  progress(done: number, total: number): Promise<void>;
};
export const drawSequence = async (
  studio: Studio,
  { from, to, fps }: NonNullable<RenderJob['film']>,
  { hand, progress }: Hands,
): Promise<number> => {
  const frames = Math.max(1, Math.round((to - from) * fps));
  for (let i = 0; i < frames; i += 1) {
    await hand(await studio.shoot(from + i / fps));
    await progress(i + 1, frames);
  }
  return frames;
};
