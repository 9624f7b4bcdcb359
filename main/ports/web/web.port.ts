import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { fail, ok, type Result } from '../../../core/result.ts';
import { createBucket, type Bucket } from '../../host/bucket.ts';
import { connect } from '../../host/gateway.ts';
import type { Host } from '../../host/assemble.ts';
import { addressText, type Address } from '../../host/options.ts';
import { createApp } from './app.ts';
import { hostNames } from './guard.ts';
import { createLinkSocket } from './link-socket.ts';
import type { Pages } from './pages.ts';

/** The way in over HTTP and WebSocket, on loopback. */
export type WebPort = { address: Address; close(): Promise<void> };
export type WebOptions = {
  host: Host;
  listen: Address;
  pages: Pages;
  isOwner(token: string | null): boolean;
  mediaFile(name: string): string | null;
};

/** Verbs a second from one address, and at once: more than a fader sends. */
const perSecond = 100;
const burst = 200;
const closeWithinMs = 500;

export const openWebPort = async (options: WebOptions): Promise<Result<WebPort>> => {
  const { host, listen, isOwner } = options;
  let port = listen.port;
  const names = () => hostNames(port);
  const onFault = (message: string) => host.journal.add('web', message);
  const app = createApp({
    dispatcher: host.dispatcher,
    status: host.status,
    isOwner,
    mediaFile: options.mediaFile,
    pages: options.pages,
    mayPass: createBuckets(host.clock.host),
    names,
    port: () => port,
    onFault,
  });
  const link = createLinkSocket({
    names,
    onFault,
    connect: (transport) => connect({ ...host, isOwner }, transport),
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.on('upgrade', link.upgrade);
  server.on('clientError', (_error, socket) => socket.destroy());
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  const bound = await bind(server, listen);
  if (!bound.ok) return bound;
  port = bound.value.port;
  return ok({ address: bound.value, close: () => close(server, link, host) });
};

const createBuckets = (seconds: () => number) => {
  const buckets = new Map<string, Bucket>();
  return (address: string): boolean => {
    if (buckets.size > 1000) buckets.clear();
    const bucket = buckets.get(address) ?? createBucket(perSecond, burst, seconds);
    buckets.set(address, bucket);
    return bucket.take();
  };
};

const bind = (server: Server, listen: Address): Promise<Result<Address>> =>
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

const close = (server: Server, link: ReturnType<typeof createLinkSocket>, host: Host): Promise<void> =>
  new Promise((resolve) => {
    link.close();
    const insist = host.clock.after(closeWithinMs, () => {
      link.terminate();
      server.closeAllConnections();
    });
    server.close(() => {
      insist();
      resolve();
    });
    server.closeIdleConnections();
  });
