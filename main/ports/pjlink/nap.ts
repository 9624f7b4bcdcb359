import type { PjlinkClock } from './port.types.ts';

/** A sleep that can be ended early. A wake that comes before the sleep is not lost. */
export const createNap = (clock: PjlinkClock) => {
  let isAwake = false;
  let end: (() => void) | null = null;
  return {
    sleep: (seconds: number): Promise<void> => {
      if (isAwake) {
        isAwake = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const cancel = clock.after(Math.max(0, seconds) * 1000, () => end?.());
        end = () => {
          end = null;
          cancel();
          resolve();
        };
      });
    },
    wake(): void {
      if (end === null) isAwake = true;
      else end();
    },
  };
};
