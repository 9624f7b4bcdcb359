import { after } from '../../../link/clock.ts';
import type { LiveInputs } from '../../../live/live-inputs.ts';

/** Some ten times a second, while something live is in a picture that otherwise stands: drawn again when it is another. */
const EVERY_MS = 100;

/** What it gives back is called after each picture with something live in it. */
export const createLiveAgain = (
  inputs: LiveInputs | null,
  isLive: () => boolean,
  draw: () => void,
): (() => void) => {
  let cancel = (): void => undefined;
  let seen = -1;
  const look = (): void => {
    if (!inputs || !isLive()) return;
    inputs.keep();
    const news = inputs.news();
    cancel = after(EVERY_MS, look);
    if (news === seen) return;
    seen = news;
    draw();
  };
  return () => {
    cancel();
    cancel = after(EVERY_MS, look);
  };
};
