import type { IncomingMessage } from 'node:http';
import { Hono, type Context } from 'hono';
import type { Dispatcher } from '../../../core/control/dispatcher.ts';
import type { Status } from '../../../core/control/link.ts';
import { isApplication } from '../../../core/control/application.ts';
import { messages, statusOfCode, type MessageCode } from '../../../core/messages.ts';
import { fail, type Problem, type Result } from '../../../core/result.ts';
import { mayUse } from '../../../core/control/roles.ts';
import { isVerb, verbs } from '../../../core/control/verbs.ts';
import { readJsonBody } from './body.ts';
import type { Entrance } from './entrance.ts';
import { checkCaller, securityHeaders } from './guard.ts';
import { sendMedia } from './media.ts';
import { onBlack, type PageFile, type Pages } from './pages.ts';
import type { Uploads } from '../../host/media/uploads.ts';
import type { JournalReader } from '../../host/journal/reader.ts';
import { journalRoute } from './journal-route.ts';
import { pieceRoute } from './piece-route.ts';
import { pairRoute } from './pair-route.ts';

/** HTTP of the contract: pages, media, status, verbs (DESIGN §6, §8), as the entrance allows. */
export type AppOptions = {
  entrance: Entrance;
  dispatcher: Dispatcher;
  status(): Status;
  mediaFile(name: string): string | null;
  /** What was measured of a sound, JSON. */
  analysisFile(name: string): string | null;
  /** A film or still that is done, and the name to save it as. */
  exportFile(id: string): { path: string; name: string } | null;
  /** Files on their way into the show. */
  uploads: Pick<Uploads, 'has' | 'append' | 'convertedFile'>;
  journal: JournalReader;
  pages: Pages;
  /** Whether one more verb from this address may pass. */
  mayPass(address: string): boolean;
  /** The same for a try at the PIN. */
  mayTry(address: string): boolean;
  onFault(message: string): void;
};
type Env = { Bindings: { incoming: IncomingMessage } };

const pageNames = ['console', 'audio', 'programme', 'render', 'cue-sheet'] as const;

export const createApp = (options: AppOptions): Hono<Env> => {
  const app = new Hono<Env>();
  const { entrance } = options;
  const { pairing } = entrance;
  app.use('*', async (c, next) => {
    const { incoming } = c.env;
    const caller = checkCaller(incoming.headers, entrance.names(incoming), entrance.scheme);
    if (!caller.ok) return refuse(c, caller);
    await next();
    const { isSecureContext, scheme } = entrance;
    const headers = securityHeaders(incoming.headers.host ?? '', isSecureContext, scheme);
    // What is stricter already stays.
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.header(name, value);
  });
  app.get('/', (c) => c.redirect('/console'));
  // Browsers ask for it unasked; a 404 would stand in every page's error list.
  app.get('/favicon.ico', (c) => c.body(null, 204));
  for (const name of pageNames) app.get(`/${name}`, (c) => sendPage(c, options, name));
  app.get('/output/:id', (c) => sendPage(c, options, 'output'));
  app.get('/media/:name', (c) => media(c, options, options.mediaFile));
  app.get('/analysis/:name', (c) => media(c, options, options.analysisFile));
  app.get('/export/:name', (c) => {
    const found = options.exportFile(c.req.param('name'));
    // RFC 6266: the name in UTF-8.
    if (found !== null)
      c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`);
    return media(c, options, () => found?.path ?? null);
  });
  app.get('/api/status', (c) => {
    const allowed = entrance.mayRead('status', c.env.incoming.headers);
    return allowed.ok ? c.json(options.status(), 200, { 'Cache-Control': 'no-store' }) : refuse(c, allowed);
  });
  app.get('/api/journal.csv', async (c) => {
    const caller = entrance.callerOf(c.env.incoming);
    if (!caller.ok) return refuse(c, caller);
    const { roles } = caller.value;
    if (!mayUse(roles, verbs['journal/read'].roles)) return refuseAs(c, 'role-refused', 'journal.csv');
    const sent = await journalRoute(c.req.query('show') ?? null, options.journal);
    return sent.ok ? c.body(sent.value.body, 200, sent.value.headers) : refuse(c, sent);
  });
  app.post('/api/verb/:name{.+}', (c) => verb(c, options));
  app.put('/api/media/:upload', async (c) => {
    const piece = await pieceRoute(c, options.uploads);
    return piece.ok ? c.json(piece, 200) : refuse(c, piece);
  });
  // The upload's id is a secret: who has it sent the file.
  app.get('/api/media/:upload/converted', async (c) => {
    const file = options.uploads.convertedFile(c.req.param('upload'));
    const sent = file === null ? null : await sendMedia(c, file, options.onFault);
    return sent ?? refuseAs(c, 'upload-unknown', 'upload');
  });
  if (pairing !== null) {
    app.get('/pair', (c) => sendPage(c, options, 'console'));
    app.post('/api/pair', (c) => pairRoute(c, { pairing, mayTry: options.mayTry, scheme: entrance.scheme }));
  }
  app.all('/api/*', (c) => refuseAs(c, 'method-refused', c.req.path));
  app.get('*', (c) => sendFile(c, options.pages));
  app.notFound((c) => refuseAs(c, 'not-found', c.req.path));
  app.onError((error, c) => {
    options.onFault(`${c.req.method} ${c.req.path}: ${error.message}`);
    return refuseAs(c, 'verb-failed', c.req.path);
  });
  return app;
};

const refuse = (c: Context, { code, message, path }: Problem) =>
  c.json(
    { ok: false, code, message, path },
    statusOfCode(code),
    code === 'rate-limited' ? { 'Retry-After': '1' } : {},
  );
const refuseAs = (c: Context, code: MessageCode, path = '') => refuse(c, fail(code, messages[code].en, path));

const verb = async (c: Context<Env>, options: AppOptions) => {
  const name = c.req.param('name') ?? '';
  const { incoming } = c.env;
  // Before anything that is sent is read: a stranger's bytes cost nothing.
  const caller = options.entrance.callerOf(incoming);
  if (!caller.ok) return refuse(c, caller);
  const body = await readJsonBody(c.req.raw);
  if (!body.ok && body.code === 'content-type-refused') return refuse(c, body);
  if (!isVerb(name)) return refuseAs(c, 'unknown-verb', name.slice(0, 80));
  if (!body.ok) return refuse(c, body);
  if (!options.mayPass(incoming.socket.remoteAddress ?? '')) return refuseAs(c, 'rate-limited');
  const reply: Result<unknown> = await options.dispatcher.dispatch({
    verb: name,
    args: body.value,
    source: { ...caller.value, input: null },
    requestId: c.req.header('Idempotency-Key')?.slice(0, 80) ?? null,
    at: null,
  });
  return reply.ok ? c.json(reply, 200) : refuse(c, reply);
};

const media = async (
  c: Context<Env>,
  { entrance, onFault }: AppOptions,
  fileOf: (name: string) => string | null,
) => {
  const allowed = entrance.mayRead('media', c.env.incoming.headers);
  if (!allowed.ok) return refuse(c, allowed);
  const path = fileOf(c.req.param('name') ?? '');
  const sent = path === null ? null : await sendMedia(c, path, onFault);
  return sent ?? refuseAs(c, 'not-found', c.req.path);
};

const sendPage = (c: Context, { entrance, pages }: AppOptions, name: string) => {
  if (!entrance.pages.has(name)) return pageRefused(c);
  const page: PageFile | null = pages.page(name);
  if (page !== null) {
    const isOnWall = name === 'output' && isApplication(c.req.header('User-Agent') ?? '');
    const bytes = isOnWall ? onBlack(page) : page.bytes;
    return c.body(bytes, 200, { 'Content-Type': page.type, 'Cache-Control': 'no-cache' });
  }
  return c.text(`The page "${name}" is not built. Run: npm run build\n`, 503);
};

/** Read by a person who typed the address. */
const pageRefused = (c: Context) => {
  const { fr, en, status } = messages['lan-page-refused'];
  return c.text(`${fr}\n${en}\n`, status);
};

/** What the pages load: names under assets/, which carry a hash, so they may be kept. */
const sendFile = (c: Context, pages: Pages) => {
  const key = c.req.path.slice(1);
  const file = key.startsWith('assets/') ? pages.file(key) : null;
  if (file === null) return refuseAs(c, 'not-found', c.req.path);
  return c.body(file.bytes, 200, {
    'Content-Type': file.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
  });
};
