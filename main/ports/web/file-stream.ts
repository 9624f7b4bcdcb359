import { open, type FileHandle } from 'node:fs/promises';

/**
 * Part of a file as a web stream that may be dropped at any moment: a player that seeks ends its request in the middle
 * of a read. Node's own bridge (Readable.toWeb) throws then in the Node of older Electrons. The file is opened at the
 * first read, never has more than one, and is closed at the end, after a fault and after a cancel.
 *
 * `start` and `end` are offsets in bytes, both included. A file that ends before `end` is a fault: its length was
 * promised. `onFault` hears why; the stream is then errored, so that the receiver doesn't take a part for the whole.
 */
const chunkBytes = 128 * 1024;

export const fileStream = (
  path: string,
  { start, end }: { start: number; end: number },
  onFault: (message: string) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> => {
  let handle: FileHandle | null = null;
  let at = start;
  let isDropped = false;
  /** Waits for a read that is under way. */
  const close = async (): Promise<void> => {
    const opened = handle;
    handle = null;
    await opened?.close();
  };
  const next = async (): Promise<Uint8Array<ArrayBuffer>> => {
    handle ??= await open(path, 'r');
    const buffer = new Uint8Array(Math.min(chunkBytes, end - at + 1));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) throw new Error(`${path} is shorter than it was`);
    return buffer.subarray(0, bytesRead);
  };
  const hand = async (
    controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>,
  ): Promise<void> => {
    const bytes = await next();
    if (isDropped) return close();
    at += bytes.length;
    controller.enqueue(bytes);
    if (at <= end) return;
    await close();
    if (!isDropped) controller.close();
  };
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          await hand(controller);
        } catch (error) {
          await close();
          if (isDropped) return;
          onFault(error instanceof Error ? error.message : String(error));
          controller.error(error);
        }
      },
      cancel() {
        isDropped = true;
        return close();
      },
    },
    { highWaterMark: 0 },
  );
};
