import { screen } from 'electron';
import { machineTime } from '../host/clock.ts';

/** Plugging one cable makes several events; they are told once, when it is quiet. */
const quietMs = 250;

export const watchDisplays = (changed: () => void): void => {
  let waiting: (() => void) | null = null;
  const soon = () => {
    waiting?.();
    waiting = machineTime.timer(quietMs, changed);
  };
  screen.on('display-added', soon);
  screen.on('display-removed', soon);
  screen.on('display-metrics-changed', soon);
};

export const displayReport = () => {
  const primary = screen.getPrimaryDisplay().id;
  return screen
    .getAllDisplays()
    .map(({ id, label, bounds: { x, y, width, height }, displayFrequency, scaleFactor }) => ({
      id,
      label,
      x,
      y,
      width,
      height,
      refresh: displayFrequency,
      scale: scaleFactor,
      isPrimary: id === primary,
    }));
};
