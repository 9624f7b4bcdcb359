import type { Picture } from './picture.ts';

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
export const sized = <P extends Picture | null>(canvas: HTMLCanvasElement, picture: P): P => {
  if (!picture) return picture;
  canvas.style.width = `${picture.width / devicePixelRatio}px`;
  canvas.style.height = `${picture.height / devicePixelRatio}px`;
  return picture;
};
