import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { fail, ok, type Result } from '../../../core/result.ts';
import { createBucket, type Bucket } from '../../host/bucket.ts';
import { createJournalReader } from '../../host/journal/reader.ts';
import { lanDoor, loopbackDoor, type Door } from '../../host/door.ts';
import { connect } from '../../host/gateway.ts';
import type { Host } from '../../host/assemble.ts';
import { addressText, type Address } from '../../host/options.ts';
import type { LanDoor } from '../../host/pairing.ts';
import { createApp } from './app.ts';
import { lanEntrance, loopbackEntrance, type Entrance } from './entrance.ts';
import { createLan } from './lan.ts';
import { createLinkSocket, lanLimits, loopbackLimits, type LinkLimits } from './link-socket.ts';
import type { Pages } from './pages.ts';

/** The ways in over HTTP and WebSocket: loopback always, the network while it is on. */
export type WebPort = { address: Address; lan: LanDoor; close(): Promise<void> };
export type WebOptions = {
  host: Host;
  listen: Address;
  pages: Pages;
  isOwner(token: string | null): boolean;
  mediaFile(name: string): string | null;
  /** This machine's addresses on the network, now. */
  lanAddresses(): string[];
};

/** Verbs a second from one address, and at once: more than a fader sends. */
const verbs = { perSecond: 100, burst: 200 };
/** A person types a PIN in some seconds. */
const tries = { perSecond: 0.5, burst: 10 };
const closeWithinMs = 500;

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
  const far = createFront(options, lanEntrance(host.pairing), lanDoor(host.pairing), lanLimits);
  const lan = createLan({
    port,
    addresses: options.lanAddresses,
    makeServer: far.makeServer,
    bind,
    closeServer: far.closeServer,
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
    journal: createJournalReader(host.journal.folder),
    pages: options.pages,
    mayPass: createBuckets(verbs, host.clock.host),
    mayTry: createBuckets(tries, host.clock.host),
    onFault,
  });
  const links = new Map<Server, ReturnType<typeof createLinkSocket>>();
  const makeServer = (): Server => {
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    const link = createLinkSocket({
      names: entrance.names,
      onFault,
      limits,
      connect: (transport) => connect({ ...host, door }, transport),
    });
    links.set(server, link);
    server.on('upgrade', link.upgrade);
    server.on('clientError', (_error, socket) => socket.destroy());
    server.requestTimeout = 30_000;
    server.headersTimeout = 10_000;
    server.maxConnections = limits.mostClients * 4;
    return server;
  };
  const closeServer = async (server: Server): Promise<void> => {
    const link = links.get(server);
    links.delete(server);
    if (link !== undefined) await closeBoth(server, link, host);
  };
  return { makeServer, closeServer };
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

const closeBoth = (server: Server, link: ReturnType<typeof createLinkSocket>, host: Host): Promise<void> =>
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
