import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WebSocket } from 'ws';
import type { HostMessage, Status } from '../../../core/control/link.ts';
import type { Draw } from '../../../main/host/exports/drawing.ts';
import type { Target } from '../../../main/host/spare/target.ts';
import { startHost } from '../../../main/host/start.ts';

/** A real host on ports and a data folder of its own, and small clients for it. */
export const root = resolve(import.meta.dirname, '../../..');
export const tinyShow = join(root, 'test/fixtures/shows/tiny');
type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  body: unknown;
};

type Overrides = {
  show?: string;
  port?: number;
  /** A folder that the test keeps; one of its own otherwise. */
  station?: string;
  /** The host to mirror. */
  follow?: Target;
  /** Where the network is. */
  addresses?: () => string[];
  /** Who draws exports; else nobody should be asked. */
  draw?: Draw;
};
export const startTestHost = async ({ show = tinyShow, port = 0, ...overrides }: Overrides = {}) => {
  const station = overrides.station ?? mkdtempSync(join(tmpdir(), 'frise-contract-'));
  const loopback = { host: '127.0.0.1', port: 0 };
  const started = await startHost(
    {
      show,
      rig: null,
      station,
      http: { ...loopback, port },
      osc: loopback,
      open: false,
      headless: true,
      windowed: false,
      flashes: null,
      follow: overrides.follow ?? null,
    },
    root,
    overrides.addresses ?? (() => []),
    overrides.draw,
  );
  if (!started.ok) throw new Error(started.message);
  const { ready, host, close } = started.value;
  const sockets = new Set<WebSocket>();
  const send = clientOf(ready.http);
  return {
    ready,
    host,
    station,
    send,
    verb: (name: string, args: unknown = {}, headers: Record<string, string> = {}) =>
      send(
        'POST',
        `/api/verb/${name}`,
        { 'content-type': 'application/json', ...headers },
        JSON.stringify(args),
      ),
    status: async () => (await send('GET', '/api/status')).body as Status,
    socket: async (headers: Record<string, string> = {}) => {
      const socket = openLink(ready.http, headers);
      sockets.add(socket.raw);
      await socket.opened;
      return socket;
    },
    /** As SIGTERM does, with the pages still there. */
    close,
    async stop() {
      for (const socket of sockets) socket.terminate();
      await close();
      if (overrides.station === undefined) rmSync(station, { recursive: true, force: true });
    },
  };
};
export type TestHost = Awaited<ReturnType<typeof startTestHost>>;

/** fetch() would not let a test send a Host or an Origin of its own. */
export const clientOf =
  (http: string) =>
  (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string | Buffer,
  ): Promise<Answer> =>
    new Promise((done, failed) => {
      const { hostname, port } = new URL(http);
      const isChunked = 'transfer-encoding' in headers;
      const length =
        body === undefined || isChunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const outgoing = request(
        { host: hostname, port, method, path, headers: { ...length, ...headers } },
        (reply) => {
          const chunks: Buffer[] = [];
          reply.on('data', (chunk: Buffer) => chunks.push(chunk));
          reply.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            const isJson = reply.headers['content-type']?.startsWith('application/json') ?? false;
            done({
              status: reply.statusCode ?? 0,
              headers: reply.headers,
              text,
              body: isJson && text ? JSON.parse(text) : null,
            });
          });
        },
      );
      outgoing.on('error', failed);
      outgoing.end(body);
    });

export const openLink = (http: string, headers: Record<string, string> = {}) => {
  const raw = new WebSocket(`${http.replace('http', 'ws')}/link`, { headers });
  const heard: HostMessage[] = [];
  const waiting = new Set<() => void>();
  raw.on('message', (data: Buffer) => {
    heard.push(JSON.parse(data.toString('utf8')) as HostMessage);
    for (const look of waiting) look();
  });
  const opened = new Promise<void>((done, failed) => {
    raw.once('open', () => done());
    raw.once('error', failed);
  });
  opened.catch(() => undefined); // a test that expects a refusal awaits it itself
  const until = <T extends HostMessage>(
    fits: (message: HostMessage) => message is T,
    seconds = 5,
  ): Promise<T> =>
    new Promise((done, failed) => {
      const timer = setTimeout(
        () => failed(new Error(`nothing fitting within ${seconds} s`)),
        seconds * 1000,
      );
      const look = () => {
        const found = heard.find(fits);
        if (found === undefined) return;
        clearTimeout(timer);
        waiting.delete(look);
        done(found);
      };
      waiting.add(look);
      look();
    });
  const kind =
    <K extends HostMessage['t']>(t: K) =>
    (message: HostMessage): message is Extract<HostMessage, { t: K }> =>
      message.t === t;
  let count = 0;
  return {
    raw,
    heard,
    opened,
    until,
    kind,
    say: (message: unknown) => raw.send(typeof message === 'string' ? message : JSON.stringify(message)),
    async hello({
      role = 'operator',
      token = null as string | null,
      page = { kind: 'tool', id: 'test' },
    } = {}) {
      raw.send(JSON.stringify({ t: 'hello', protocol: 1, role, page, token }));
      return until(kind('welcome'));
    },
    async verb(verb: string, args: unknown = {}, id = `t${(count += 1)}`) {
      raw.send(JSON.stringify({ t: 'verb', id, verb, args }));
      const message = await until(
        (each): each is Extract<HostMessage, { t: 'reply' }> => each.t === 'reply' && each.id === id,
      );
      return message.reply;
    },
  };
};
