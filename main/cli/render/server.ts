import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { doneSchema, progressSchema, type RenderDone, type RenderJob } from '../../../core/render/job.ts';
import type { SafetyJob } from '../../../core/safety/job.ts';
import type { AnalyseJob } from '../../../core/sound/analysis/job.ts';

/**
 * A private server on loopback for one render. It answers for a map made at its start, built pages and the show's
 * media, never for a path taken off the URL; only the engine knows its address, and its Host must be right.
 */
export type Delivery = {
  done: RenderDone;
  pixels: Buffer | null;
  film: Buffer | null;
  /** Names of media that were asked for and aren't there. */
  asked: ReadonlySet<string>;
};
export type PageName = 'render' | 'analyse' | 'flashes' | 'cue-sheet';
export type PageJob = RenderJob | AnalyseJob | SafetyJob;
export interface RenderServer {
  readonly url: string;
  /** Resolves when the page has asked for its job. */
  readonly taken: Promise<void>;
  readonly delivered: Promise<Delivery>;
  close(): Promise<void>;
}
const LIMIT = 2 ** 31;
const POSTS = new Set(['/frame', '/film', '/progress', '/done']);
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};
const POLICY =
  "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self' blob:; object-src 'none'";

/** `media`: name → file. Rejects where the pages aren't built or no port is free. */
export const startServer = async (
  pages: string,
  media: ReadonlyMap<string, string>,
  job: PageJob,
  progress: (done: number, total: number) => void | Promise<void>,
  page: PageName = 'render',
  /** Takes each picture of a sequence; null: there is one picture, which is delivered. */
  take: ((pixels: Buffer, size: { width: number; height: number }) => Promise<void>) | null = null,
): Promise<RenderServer> => {
  const files = new Map<string, string>();
  for (const file of await listed(pages)) files.set(`/${file}`, path.join(pages, file));
  for (const [name, file] of media) files.set(`/media/${name}`, file);
  const start = `/render/${randomBytes(16).toString('hex')}`;
  files.set(start, path.join(pages, page, 'index.html'));
  let finish: (delivery: Delivery) => void = () => undefined;
  const delivered = new Promise<Delivery>((resolve) => {
    finish = resolve;
  });
  let tellTaken: () => void = () => undefined;
  const taken = new Promise<void>((resolve) => {
    tellTaken = resolve;
  });
  const asked = new Set<string>();
  const got = { pixels: null as Buffer | null, film: null as Buffer | null };
  let host = '';

  const receive = async (request: IncomingMessage, where: string, size: URLSearchParams): Promise<void> => {
    const body = await bodyOf(request);
    if (where === '/progress') {
      const { done, total } = progressSchema.parse(JSON.parse(body.toString('utf8')));
      // The page goes on when it is answered: whoever watches can make it wait.
      await progress(done, total);
    } else if (where === '/frame' && take !== null)
      await take(body, { width: Number(size.get('width')), height: Number(size.get('height')) });
    else if (where === '/frame') got.pixels = body;
    else if (where === '/film') got.film = body;
    else finish({ ...got, asked, done: doneSchema.parse(JSON.parse(body.toString('utf8'))) });
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    if (request.headers.host !== host) return end(response, 403);
    if (request.method === 'POST' && POSTS.has(pathname)) {
      await receive(request, pathname, searchParams);
      return end(response, 204);
    }
    if (pathname === '/job') tellTaken();
    if (pathname === '/job') return end(response, 200, JSON.stringify(job), 'application/json');
    const file = files.get(pathname);
    if (file === undefined) {
      if (pathname.startsWith('/media/')) asked.add(pathname.slice('/media/'.length));
      return end(response, 404);
    }
    await send(request, response, file);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('server-address: no port was given');
  host = `127.0.0.1:${address.port}`;
  return {
    url: `http://${host}${start}`,
    taken,
    delivered,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const listed = async (folder: string): Promise<string[]> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((file) => file.split(path.sep).join('/'));
};
const end = (response: ServerResponse, code: number, body = '', type = 'text/plain'): void => {
  response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
};
const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > LIMIT) throw new Error('body-large');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
};
/** Whole files and the single ranges that film readers ask for (RFC 9110, §14). */
const send = async (request: IncomingMessage, response: ServerResponse, file: string): Promise<void> => {
  const { size } = await stat(file);
  const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const from = asked ? Number(asked[1]) : 0;
  const to = asked?.[2] ? Math.min(Number(asked[2]), size - 1) : size - 1;
  if (size > 0 && from > to) return end(response, 416);
  response.writeHead(asked ? 206 : 200, {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-length': size === 0 ? 0 : to - from + 1,
    'accept-ranges': 'bytes',
    'content-security-policy': POLICY,
    ...(asked ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}),
  });
  createReadStream(file, size === 0 ? {} : { start: from, end: to }).pipe(response);
};
