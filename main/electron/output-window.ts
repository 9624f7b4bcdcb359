import { screen, type BrowserWindowConstructorOptions } from 'electron';
import { machineTime } from '../host/clock.ts';
import type { Bounds } from './placement.ts';
import { openWindow } from './window.ts';
import type { WindowPlan } from './window-plan.ts';

/**
 * One output's window, full-screen on its display, or one for several: without a frame over all their displays, which no
 * full screen can be. While its display is away it is hidden and its page lives on: when the display is back, so is the
 * picture, at once and in step.
 */
export interface OutputWindow {
  putOn(bounds: Bounds): void;
  /** Displays came or went: window managers move windows then that have nothing to do with it. */
  lookAgain(): void;
  wait(): void;
  isWaiting(): boolean;
  destroy(): void;
}
type Events = { shown(): void; closed(): void };

/** Window managers take a step at a time. */
const stepMs = 120;
/** Window managers move what is opened, so where a window lies is looked at again. */
const lookAfterMs = 300;
const mostLooks = 6;
/** So often every pixel is asked for; then a few are let go: without a manager the last row may stay out. */
const exactLooks = 3;
const nearEnough = 2;

export const openOutputWindow = (
  url: string,
  plan: WindowPlan,
  number: number,
  events: Events,
): OutputWindow => {
  const isShared = plan.outputs.length > 1;
  const window = openWindow(url, optionsOf(plan, number));
  let place = plan.place.kind === 'display' ? plan.place.bounds : null;
  let isReady = false;
  let isWaiting = false;
  let stopLooking: () => void = () => undefined;

  const isFull = plan.place.kind === 'display' && !isShared;
  /** One that is opened has its bounds already; set again they would cost it a size of one pixel less for a moment. */
  const show = () => window.showInactive();
  const showAgain = () => {
    if (place) window.setBounds(place);
    if (isFull) window.setFullScreen(true);
    show();
  };
  const later = (ms: number, work: () => void) => {
    stopLooking();
    stopLooking = machineTime.timer(ms, () => {
      if (!window.isDestroyed() && !isWaiting) work();
    });
  };
  /** Without hiding it, which would show the desktop; a full-screen window alone stays where it is. */
  const move = (times: number) => {
    if (isFull) window.setFullScreen(false);
    later(isFull ? stepMs : 0, () => {
      if (place) window.setBounds(place);
      later(isFull ? stepMs : 0, () => {
        if (isFull) window.setFullScreen(true);
        look(times);
      });
    });
  };
  const look = (times: number) =>
    later(lookAfterMs, () => {
      if (place === null || times > mostLooks) return;
      const by = distanceOf(window.getBounds(), place);
      if (by === 0 || (by <= nearEnough && times > exactLooks)) return;
      move(times + 1);
    });
  window.once('ready-to-show', () => {
    isReady = true;
    if (isWaiting) return;
    show();
    look(1);
    events.shown();
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('closed', () => {
    stopLooking();
    events.closed();
  });
  return {
    putOn(bounds) {
      place = bounds;
      isWaiting = false;
      if (!isReady) return;
      if (window.isVisible()) return move(1);
      showAgain();
      look(1);
    },
    lookAgain() {
      if (isReady) look(1);
    },
    wait() {
      isWaiting = true;
      window.hide();
    },
    isWaiting: () => isWaiting,
    destroy: () => window.destroy(),
  };
};

const distanceOf = (a: Bounds, b: Bounds): number =>
  Math.max(...[a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height].map((by) => Math.abs(by)));

const optionsOf = ({ outputs, place }: WindowPlan, number: number): BrowserWindowConstructorOptions => {
  const title = `Frise · ${outputs.map(({ name }) => name).join(' + ')}`;
  const common = { title, autoHideMenuBar: true };
  if (place.kind === 'display' && outputs.length > 1)
    return {
      ...common,
      ...place.bounds,
      frame: false,
      resizable: false,
      enableLargerThanScreen: true,
      hasShadow: false,
      // The one kind of window that window managers of X11 leave where it is put, across displays.
      ...(process.platform === 'linux' ? { type: 'dock' } : {}),
    };
  if (place.kind === 'display') return { ...common, ...place.bounds, frame: false, fullscreen: true };
  const { x, y } = screen.getPrimaryDisplay().workArea;
  const step = 40 * (number + 1);
  const size = place.kind === 'window' ? place.size : { width: 640, height: 360 };
  return { ...common, ...size, x: x + step, y: y + step, useContentSize: true };
};
