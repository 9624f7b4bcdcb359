import type { ShowClock } from './clock.ts';
import type { Playback } from './playback.ts';

/** Work that can wait (measuring sounds, drawing films) is done while nothing plays. */
export const nothingPlays = (playback: Pick<Playback, 'status'>, clock: Pick<ShowClock, 'now'>): boolean =>
  playback.status(clock.now()).playbacks.every(({ state }) => state !== 'playing');
