import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Context } from 'hono';
import { typeOf } from '../../../core/media/media-type.ts';
import { messages } from '../../../core/messages.ts';
import { fail } from '../../../core/result.ts';
import { fileStream } from './file-stream.ts';

/** A media file with ranges, so that a film can be sought; the store has chosen the path, never the request. */
const typeOfFile = (path: string): string =>
  extname(path).toLowerCase() === '.json'
    ? 'application/json'
    : (typeOf(path)?.mime ?? 'application/octet-stream');
/** Opened by itself, a drawing is a page: it gets an origin of its own, no script and nothing from anywhere. */
const drawingPolicy = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox",
};
type Slice = { start: number; end: number };

/** One range, as players ask; several at once, and what is no range, get the whole file. null: none; false: can't be satisfied. */
export const rangeOf = (header: string | undefined, size: number): Slice | null | false => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const isSuffix = match[1] === '';
  if (!isSuffix && match[2] !== '' && Number(match[1]) > Number(match[2])) return null;
  const start = isSuffix ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = isSuffix || match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]));
  return start >= size ? false : { start, end };
};

/** Ranges are for GET alone, and for the file that the player has begun with (RFC 9110, 13.1.5 and 14.2). */
const wantedRange = (c: Context, tag: string, size: number): Slice | null | false => {
  const condition = c.req.header('If-Range');
  if (c.req.method !== 'GET' || (condition !== undefined && condition !== tag)) return null;
  return rangeOf(c.req.header('Range'), size);
};

const isKnown = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag);

/** null: the file is gone. `onFault` hears of one that can't be read to its end. */
export const sendMedia = async (
  c: Context,
  path: string,
  onFault: (message: string) => void,
): Promise<Response | null> => {
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) return null;
  const { size } = info;
  const tag = `"${size.toString(16)}-${Math.round(info.mtimeMs).toString(16)}"`;
  const headers = {
    'Content-Type': typeOfFile(path),
    ...(extname(path).toLowerCase() === '.svg' ? drawingPolicy : {}),
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-cache',
    ETag: tag,
  };
  if (isKnown(c.req.header('If-None-Match'), tag)) return c.body(null, 304, headers);
  const range = wantedRange(c, tag, size);
  if (range === false)
    return c.json(fail('range-refused', messages['range-refused'].en), 416, {
      'Content-Range': `bytes */${size}`,
    });
  const slice = range ?? { start: 0, end: size - 1 };
  const length = slice.end - slice.start + 1;
  const sized = { ...headers, 'Content-Length': String(length) };
  if (c.req.method === 'HEAD' || length === 0) return c.body(null, 200, sized);
  const body = fileStream(path, slice, onFault);
  if (range === null) return c.body(body, 200, sized);
  return c.body(body, 206, { ...sized, 'Content-Range': `bytes ${slice.start}-${slice.end}/${size}` });
};
