import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import type { Context } from 'hono';

/** A media file with ranges, so that a film can be sought; the store has chosen the path, never the request. */
const types: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mov': 'video/quicktime',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.m4a': 'audio/mp4',
  '.flac': 'audio/flac',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};
type HonoBody = Extract<Parameters<Context['body']>[0], { getReader: unknown }>;
type Slice = { start: number; end: number };

/** One range, as players ask; several at once get the whole file. null: none; false: can't be satisfied. */
export const rangeOf = (header: string | undefined, size: number): Slice | null | false => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const isSuffix = match[1] === '';
  const start = isSuffix ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = isSuffix || match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]));
  return start > end || start >= size ? false : { start, end };
};

/** null: the file is gone. */
export const sendMedia = async (c: Context, path: string): Promise<Response | null> => {
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) return null;
  const tag = `"${info.size.toString(16)}-${Math.round(info.mtimeMs).toString(16)}"`;
  const headers = {
    'Content-Type': types[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-cache',
    ETag: tag,
  };
  if (c.req.header('If-None-Match') === tag) return c.body(null, 304, headers);
  const range = rangeOf(c.req.header('Range'), info.size);
  if (range === false) return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${info.size}` });
  const { start, end } = range ?? { start: 0, end: info.size - 1 };
  const sized = { ...headers, 'Content-Length': String(Math.max(0, end - start + 1)) };
  const part = range === null ? {} : { 'Content-Range': `bytes ${start}-${end}/${info.size}` };
  const isEmpty = c.req.method === 'HEAD' || info.size === 0;
  const body = isEmpty ? null : streamOf(path, start, end);
  return c.body(body, range === null ? 200 : 206, { ...sized, ...part });
};

const streamOf = (path: string, start: number, end: number) =>
  // Node's web streams and the DOM's are one thing under two type names.
  Readable.toWeb(createReadStream(path, { start, end })) as unknown as HonoBody;
