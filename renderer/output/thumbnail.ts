import type { Area } from './layout.ts';

const CHARACTERS = 60_000;

export interface Thumbnails {
  /** Snapshots what was drawn in this very task; a snapshot still under way is not overtaken. */
  take(canvas: HTMLCanvasElement, area: Area): void;
  /** A small JPEG as a data: URL, once; null until the next is ready. */
  next(): string | null;
}

/** Small pictures of the output. The read-back waits in a worker: it must never hold up a frame. */
/** `isNegative`: the canvas carries the negative of what is seen. */
export const createThumbnails = (isNegative: boolean): Thumbnails => {
  const worker = new Worker(new URL('./thumbnail.worker.ts', import.meta.url), { type: 'module' });
  let isBusy = false;
  let ready: string | null = null;
  const reader = new FileReader();
  reader.addEventListener('loadend', () => {
    isBusy = false;
    const { result } = reader;
    if (typeof result === 'string' && result.length <= CHARACTERS) ready = result;
  });
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data instanceof Blob) reader.readAsDataURL(data);
    else isBusy = false;
  });
  const failed = (): void => {
    isBusy = false;
  };
  worker.addEventListener('error', failed);
  return {
    take(canvas, { x, y, width, height }) {
      if (isBusy || width < 1 || height < 1) return;
      isBusy = true;
      createImageBitmap(canvas, x, y, width, height).then(
        (picture) => worker.postMessage({ picture, isNegative }, [picture]),
        failed,
      );
    },
    next() {
      const url = ready;
      ready = null;
      return url;
    },
  };
};
