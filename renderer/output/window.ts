import type { WindowBox } from './layout.ts';
import type { View } from './view.ts';

/** The window in device pixels, and a canvas that lies on them one to one. */
export const canvasOf = (id: string): HTMLCanvasElement => {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLCanvasElement)) throw new Error(`canvas-missing: the page has no canvas #${id}`);
  return found;
};
export const roomOf = (): { width: number; height: number } => ({
  width: Math.max(16, Math.round(innerWidth * devicePixelRatio)),
  height: Math.max(16, Math.round(innerHeight * devicePixelRatio)),
});
/** The window's inside on the desktop. */
export const boxOf = (): WindowBox => ({
  x: window.screenX,
  y: window.screenY,
  width: innerWidth,
  height: innerHeight,
  ratio: devicePixelRatio,
});
export const sized = <V extends View | null>(canvas: HTMLCanvasElement, view: V): V => {
  if (!view) return view;
  canvas.style.width = `${view.width / devicePixelRatio}px`;
  canvas.style.height = `${view.height / devicePixelRatio}px`;
  return view;
};
