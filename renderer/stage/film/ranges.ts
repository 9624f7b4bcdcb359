import { CustomSource } from 'mediabunny';

/**
 * A file read by exact ranges: of a film of many gigabytes nothing comes but the tables and the frames that are shown.
 * The browser keeps no copy of its own. Code in the messages: the server's status.
 */
const HEAD_BYTES = 2 ** 16;
const CACHE_BYTES = 2 ** 20;

export const rangeSource = (url: string): CustomSource => {
  const stop = new AbortController();
  let head: Promise<{ bytes: Uint8Array; size: number }> | null = null;
  const readHead = async () => {
    const reply = await ranged(url, 0, HEAD_BYTES, stop.signal);
    const bytes = await bytesOf(reply);
    const size = Number(/\/(\d+)$/.exec(reply.headers.get('content-range') ?? '')?.[1]);
    return { bytes, size: Number.isFinite(size) ? size : bytes.length };
  };
  const headOnce = () => {
    head ??= readHead().catch((error: unknown) => {
      head = null;
      throw error;
    });
    return head;
  };
  return new CustomSource({
    maxCacheSize: CACHE_BYTES,
    // What is read and fails is read again when it is needed, and told then.
    handleUnhandledError: () => undefined,
    getSize: async () => (await headOnce()).size,
    async read(start, end) {
      const { bytes } = await headOnce();
      return end <= bytes.length
        ? bytes.slice(start, end)
        : bytesOf(await ranged(url, start, end, stop.signal));
    },
    dispose: () => stop.abort(),
  });
};

const ranged = async (url: string, start: number, end: number, signal: AbortSignal): Promise<Response> => {
  const headers = { Range: `bytes=${start}-${end - 1}` };
  const reply = await fetch(url, { headers, signal, cache: 'no-store' });
  // A server that knows no ranges would send it all each time.
  if (reply.status !== 206) {
    await reply.body?.cancel();
    throw new Error(`${url} was answered with ${reply.status}`);
  }
  return reply;
};
const bytesOf = async (reply: Response): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await reply.arrayBuffer());
