const LARGEST = 160;
const CHARACTERS = 60_000;
let small: HTMLCanvasElement | null = null;

/** A small JPEG of what was drawn in this very task, as a data: URL; null where it can't be made. */
export const takeThumbnail = (canvas: HTMLCanvasElement): string | null => {
  if (canvas.width === 0 || canvas.height === 0) return null;
  small ??= document.createElement('canvas');
  const scale = Math.min(1, LARGEST / canvas.width, LARGEST / canvas.height);
  small.width = Math.max(1, Math.round(canvas.width * scale));
  small.height = Math.max(1, Math.round(canvas.height * scale));
  const pen = small.getContext('2d');
  if (!pen) return null;
  pen.drawImage(canvas, 0, 0, small.width, small.height);
  const url = small.toDataURL('image/jpeg', 0.6);
  return url.length <= CHARACTERS ? url : null;
};
