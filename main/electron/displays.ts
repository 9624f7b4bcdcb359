import { screen } from 'electron';
import type { ShellReport } from '../../core/control/link.ts';
import { machineTime } from '../host/clock.ts';
import type { Screen } from './placement.ts';

/** Plugging one cable makes several events; they are told once, when it is quiet. */
const quietMs = 250;

/** `gone` is told at once, before a window manager puts the window of that display on another. */
export const watchDisplays = (changed: () => void, gone: (id: number) => void): void => {
  let waiting: (() => void) | null = null;
  const soon = () => {
    waiting?.();
    waiting = machineTime.timer(quietMs, changed);
  };
  screen.on('display-added', soon);
  screen.on('display-removed', (_event, { id }) => {
    gone(id);
    soon();
  });
  screen.on('display-metrics-changed', soon);
};

export const displayReport = (): ShellReport['displays'] => {
  const primary = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().map(({ id, label, bounds, displayFrequency, scaleFactor }) => ({
    id,
    label,
    x: bounds.x,
    y: bounds.y,
    width: bounds.width,
    height: bounds.height,
    refresh: displayFrequency,
    scale: scaleFactor,
    isPrimary: id === primary,
  }));
};

export const screens = (): Screen[] =>
  displayReport().map(({ id, label, x, y, width, height, isPrimary }) => ({
    id,
    label,
    x,
    y,
    width,
    height,
    isPrimary,
  }));
