import type { IncomingMessage, Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Server as RawServer } from 'node:net';
import { createAdaptorServer, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { fail, ok, type Result } from '../../../core/result.ts';
import { createBucket, type Bucket } from '../../host/bucket.ts';
import { createJournalReader } from '../../host/journal/reader.ts';
import { lanDoor, loopbackDoor, type Door } from '../../host/door.ts';
import { connect } from '../../host/gateway.ts';
import type { Host } from '../../host/assemble.ts';
import { addressText, type Address } from '../../host/options.ts';
import type { LanDoor } from '../../host/pairing.ts';
import type { Certificate } from '../../host/remote/certificate.ts';
import { createApp } from './app.ts';
import { lanEntrance, loopbackEntrance, type Entrance } from './entrance.ts';
import type { Scheme } from './guard.ts';
import { createLan } from './lan.ts';
import { createLinkSocket, lanLimits, loopbackLimits, type LinkLimits } from './link-socket.ts';
import type { Pages } from './pages.ts';
import { createSecureServer } from './secure-server.ts';

/** The ways in over HTTP and WebSocket: loopback always, the network while it is on. */
export type WebPort = { address: Address; lan: LanDoor; close(): Promise<void> };
export type WebOptions = {
  host: Host;
  listen: Address;
  pages: Pages;
  isOwner(token: string | null): boolean;
  mediaFile(name: string): string | null;
  analysisFile(name: string): string | null;
  exportFile: Host['exportFile'];
  /** This machine's addresses on the network, now. */
  lanAddresses(): string[];
  /** Names of this machine that the owner has set, now. */
  lanNames(): readonly string[];
  /** The certificate for the network; null: plain http. Rejects when it can't be had. */
  certificate(): Promise<Pick<Certificate, 'key' | 'cert'> | null>;
};

/** Verbs a second from one address, and at once: more than a fader sends. */
const verbs = { perSecond: 100, burst: 200 };
/** A person types a PIN in some seconds. */
const tries = { perSecond: 0.5, burst: 10 };
const closeWithinMs = 500;
/** Node by itself waits two minutes. */
const handshakeWithinMs = 10_000;
/** How often Node looks for those who are too slow; by itself it is half a minute. */
const looking = { connectionsCheckingInterval: 2000 };

export const openWebPort = async (options: WebOptions): Promise<Result<WebPort>> => {
  const { host, listen, isOwner } = options;
  let port = listen.port;
  const near = createFront(
    options,
    loopbackEntrance(() => port, isOwner),
    loopbackDoor(isOwner),
    loopbackLimits,
  );
  const server = near.makeServer();
  const bound = await bind(server, listen);
  if (!bound.ok) return bound;
  port = bound.value.port;
  const far = (scheme: Scheme) =>
    createFront(
      options,
      lanEntrance(host.pairing, scheme, options.lanNames),
      lanDoor(host.pairing),
      lanLimits,
    );
  const plain = far('http');
  const secure = far('https');
  const lan = createLan({
    port,
    addresses: options.lanAddresses,
    async makeServer() {
      const certificate = await options.certificate();
      return certificate === null
        ? { server: plain.makeServer(), scheme: 'http' }
        : { server: secure.makeSecure(certificate), scheme: 'https' };
    },
    bind,
    async closeServer(server) {
      await plain.closeServer(server);
      await secure.closeServer(server);
    },
    onProblems: (problems) => host.health.set('lan-ports', problems),
    clock: host.clock,
  });
  const close = async () => {
    await Promise.all([lan.close(), near.closeServer(server)]);
  };
  return ok({ address: bound.value, lan, close });
};

/** Servers of one entrance: what a request or a page may do is the same at each of them. */
const createFront = (options: WebOptions, entrance: Entrance, door: Door, limits: LinkLimits) => {
  const { host } = options;
  const onFault = (message: string) => host.journal.add('web', message);
  const app = createApp({
    entrance,
    dispatcher: host.dispatcher,
    status: host.status,
    mediaFile: options.mediaFile,
    analysisFile: options.analysisFile,
    exportFile: options.exportFile,
    uploads: host.uploads,
    journal: createJournalReader(host.journal.folder),
    pages: options.pages,
    mayPass: createBuckets(verbs, host.clock.host),
    mayTry: createBuckets(tries, host.clock.host),
    onFault,
  });
  const fetch = (request: Request, both: Bindings) =>
    isPipelined(both) ? hungUp(both) : app.fetch(request, both);
  const open = new Map<RawServer, () => Promise<void>>();
  const dress = (server: Server) => {
    const link = createLinkSocket({
      names: entrance.names,
      scheme: entrance.scheme,
      onFault,
      limits,
      connect: (transport) => connect({ ...host, door }, transport),
    });
    server.on('upgrade', link.upgrade);
    server.on('clientError', (_error, socket) => socket.destroy());
    server.requestTimeout = 30_000;
    server.headersTimeout = 10_000;
    server.maxConnections = limits.mostClients * 4;
    return link;
  };
  const makeServer = (): RawServer => {
    const server = createAdaptorServer({ fetch, serverOptions: looking }) as Server;
    const link = dress(server);
    open.set(server, () =>
      closeBoth(server, link, host, {
        idle: () => server.closeIdleConnections(),
        all: () => server.closeAllConnections(),
      }),
    );
    return server;
  };
  const makeSecure = (serverOptions: { key: string; cert: string }): RawServer => {
    const made = createAdaptorServer({
      fetch,
      createServer: createSecure,
      serverOptions: { ...serverOptions, ...looking, handshakeTimeout: handshakeWithinMs },
    });
    const inner = made as Server;
    const link = dress(inner);
    const isOwn = (request: IncomingMessage) => entrance.names(request).has(request.headers.host ?? '');
    const { raw, destroyAll } = createSecureServer(inner, isOwn, limits.mostClients * 4);
    open.set(raw, () =>
      closeBoth(raw, link, host, { idle: () => inner.closeIdleConnections(), all: destroyAll }),
    );
    return raw;
  };
  /** One that is not of this front is left alone. */
  const closeServer = async (server: RawServer): Promise<void> => {
    const close = open.get(server);
    open.delete(server);
    await close?.();
  };
  return { makeServer, makeSecure, closeServer };
};

type Bindings = HttpBindings | Http2Bindings;
/**
 * A second request that waits behind the one ahead of it: no browser sends any, and Node lets as many in as fit into what
 * it reads at once, so that a stranger who reads no answer would fill the memory with them. One may wait: who has all
 * of a file asks for the next while its end is still being told here.
 */
const mostUnanswered = 2;
const unanswered = new WeakMap<object, number>();
const isPipelined = ({ incoming: { socket }, outgoing }: Bindings): boolean => {
  const count = (unanswered.get(socket) ?? 0) + 1;
  unanswered.set(socket, count);
  outgoing.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
  return count > mostUnanswered;
};
const hungUp = ({ incoming }: Bindings): Response => {
  incoming.socket.destroy();
  return new Response(null, { status: 503 });
};

type Rate = { perSecond: number; burst: number };
const createBuckets = ({ perSecond, burst }: Rate, seconds: () => number) => {
  const buckets = new Map<string, Bucket>();
  return (address: string): boolean => {
    if (buckets.size > 1000) buckets.clear();
    const bucket = buckets.get(address) ?? createBucket(perSecond, burst, seconds);
    buckets.set(address, bucket);
    return bucket.take();
  };
};

const bind = (server: RawServer, listen: Address): Promise<Result<Address>> =>
  new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(bindRefusal(error, listen)));
    server.listen(listen.port, listen.host, () => {
      const { port } = server.address() as AddressInfo;
      resolve(ok({ host: listen.host, port }));
    });
  });

const bindRefusal = (error: NodeJS.ErrnoException, listen: Address) =>
  error.code === 'EADDRINUSE'
    ? fail(
        'port-taken',
        `${addressText(listen)} is taken by another program, perhaps another Frise. End it, or start with --http ${listen.host}:0 for a free port.`,
        '--http',
      )
    : fail(
        'port-refused',
        `Can't listen on ${addressText(listen)}: ${error.message}. Choose another with --http HOST:PORT.`,
        '--http',
      );

type Connections = { idle(): void; all(): void };
const closeBoth = (
  server: RawServer,
  link: ReturnType<typeof createLinkSocket>,
  host: Host,
  connections: Connections,
): Promise<void> =>
  new Promise((resolve) => {
    link.close();
    const insist = host.clock.after(closeWithinMs, () => {
      link.terminate();
      connections.all();
    });
    server.close(() => {
      insist();
      resolve();
    });
    connections.idle();
  });
