import type { IncomingMessage } from 'node:http';
import { Hono, type Context } from 'hono';
import type { Dispatcher } from '../../../core/control/dispatcher.ts';
import type { Status } from '../../../core/control/link.ts';
import { grantedOnLoopback } from '../../../core/control/roles.ts';
import { messages, statusOfCode, type MessageCode } from '../../../core/messages.ts';
import { fail, type Result } from '../../../core/result.ts';
import { isVerb } from '../../../core/control/verbs.ts';
import { readJsonBody } from './body.ts';
import { checkCaller, securityHeaders } from './guard.ts';
import { sendMedia } from './media.ts';
import type { PageFile, Pages } from './pages.ts';

/** HTTP of the contract: pages, media, status, verbs (DESIGN §6, §8). */
export type AppOptions = {
  dispatcher: Dispatcher;
  status(): Status;
  isOwner(token: string | null): boolean;
  mediaFile(name: string): string | null;
  pages: Pages;
  /** Whether one more verb from this address may pass. */
  mayPass(address: string): boolean;
  /** Known once the port is bound. */
  names(): ReadonlySet<string>;
  port(): number;
  onFault(message: string): void;
};
type Env = { Bindings: { incoming: IncomingMessage } };

const pageNames = ['console', 'audio', 'programme', 'render'] as const;

export const createApp = (options: AppOptions): Hono<Env> => {
  const app = new Hono<Env>();
  app.use('*', async (c, next) => {
    const caller = checkCaller(c.env.incoming.headers, options.names());
    if (!caller.ok) return refuse(c, caller);
    await next();
    for (const [name, value] of Object.entries(securityHeaders(options.port()))) c.header(name, value);
  });
  app.get('/', (c) => c.redirect('/console'));
  // Browsers ask for it unasked; a 404 would stand in every page's error list.
  app.get('/favicon.ico', (c) => c.body(null, 204));
  for (const name of pageNames) app.get(`/${name}`, (c) => sendPage(c, options.pages.page(name), name));
  app.get('/output/:id', (c) => sendPage(c, options.pages.page('output'), 'output'));
  app.get('/media/:name', (c) => media(c, options));
  app.get('/api/status', (c) => c.json(options.status(), 200, { 'Cache-Control': 'no-store' }));
  app.post('/api/verb/:name{.+}', (c) => verb(c, options));
  app.all('/api/*', (c) => refuse(c, fail('method-refused', messages['method-refused'].en, c.req.path)));
  app.get('*', (c) => sendFile(c, options.pages));
  app.notFound((c) => refuse(c, fail('not-found', messages['not-found'].en, c.req.path)));
  app.onError((error, c) => {
    options.onFault(`${c.req.method} ${c.req.path}: ${error.message}`);
    return refuse(c, fail('verb-failed', messages['verb-failed'].en, c.req.path));
  });
  return app;
};

const refuse = (c: Context, refusal: Extract<Result<never>, { ok: false }>) =>
  c.json(refusal, statusOfCode(refusal.code), refusal.code === 'rate-limited' ? { 'Retry-After': '1' } : {});
const refuseAs = (c: Context, code: MessageCode, path = '') => refuse(c, fail(code, messages[code].en, path));

const verb = async (c: Context<Env>, options: AppOptions) => {
  const name = c.req.param('name') ?? '';
  const body = await readJsonBody(c.req.raw);
  if (!body.ok && body.code === 'content-type-refused') return refuse(c, body);
  const token = bearerOf(c.req.header('Authorization'));
  const isOwner = token !== null && options.isOwner(token);
  if (c.req.header('Authorization') !== undefined && !isOwner) return refuseAs(c, 'token-needed');
  if (!isVerb(name)) return refuseAs(c, 'unknown-verb', name.slice(0, 80));
  if (!body.ok) return refuse(c, body);
  const address = c.env.incoming.socket.remoteAddress ?? '';
  if (!options.mayPass(address)) return refuseAs(c, 'rate-limited');
  const roles = grantedOnLoopback(isOwner ? 'owner' : 'operator', isOwner);
  const reply = await options.dispatcher.dispatch({
    verb: name,
    args: body.value,
    source: { sender: `http:${address}`, roles, input: null },
    requestId: c.req.header('Idempotency-Key')?.slice(0, 80) ?? null,
    at: null,
  });
  return reply.ok ? c.json(reply, 200) : refuse(c, reply);
};

const bearerOf = (header: string | undefined): string | null =>
  /^Bearer (\S+)$/.exec(header ?? '')?.[1] ?? null;

const media = async (c: Context, options: AppOptions) => {
  const path = options.mediaFile(c.req.param('name') ?? '');
  const sent = path === null ? null : await sendMedia(c, path, options.onFault);
  return sent ?? refuseAs(c, 'not-found', c.req.path);
};

const sendPage = (c: Context, page: PageFile | null, name: string) => {
  if (page !== null)
    return c.body(page.bytes, 200, { 'Content-Type': page.type, 'Cache-Control': 'no-cache' });
  return c.text(`The page "${name}" is not built. Run: npm run build\n`, 503);
};

/** What the pages load. Names under assets/ carry a hash, so they may be kept. */
const sendFile = (c: Context, pages: Pages) => {
  const key = c.req.path.slice(1);
  const file = pages.file(key);
  if (file === null) return refuseAs(c, 'not-found', c.req.path);
  const keep = key.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  return c.body(file.bytes, 200, { 'Content-Type': file.type, 'Cache-Control': keep });
};
