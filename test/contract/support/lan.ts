import { request } from 'node:http';
import { WebSocket } from 'ws';
import { openLink, startTestHost, type TestHost } from './host.ts';

/**
 * A host that is on a network, and strangers on it. The network is 127.0.0.2 and its neighbours: every Linux has them,
 * and the host's listener is told apart from loopback's by its address alone, as a real one is.
 */
export const lanAddress = '127.0.0.2';
type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** null: no JSON. */
  body: Told;
};
/** What a test reads of an answer; it asks for what is there. */
type Told = {
  ok: boolean;
  code: string;
  path: string;
  value: {
    pin: string;
    until: number;
    urls: string[];
    addresses: string[];
    token: string;
    device: { id: string; name: string };
  };
};
export type Stranger = ReturnType<typeof strangerAt>;

export const startOnLan = async (overrides: Parameters<typeof startTestHost>[0] = {}) => {
  const host = await startTestHost({ addresses: () => [lanAddress], ...overrides });
  const asOwner = ownerOf(host);
  const reply = await asOwner('lan/set', { on: true });
  const url = reply.body.value.addresses[0] ?? '';
  return { host, asOwner, url, stranger: (from?: string) => strangerAt(url, from) };
};
export type OnLan = Awaited<ReturnType<typeof startOnLan>>;

export const ownerOf =
  (host: TestHost) =>
  async (name: string, args: unknown = {}): Promise<Answer> =>
    host.verb(name, args, { authorization: `Bearer ${host.ready.owner}` }) as Promise<Answer>;

const json = { 'content-type': 'application/json' };

/** A program at an address of the network, with whatever headers it likes. */
export const strangerAt = (url: string, from = '127.0.0.1') => {
  const { hostname, port } = new URL(url);
  const send = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string | Buffer,
  ): Promise<Answer> =>
    new Promise((done, failed) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const outgoing = request(
        {
          host: hostname,
          port,
          method,
          path,
          localAddress: from,
          agent: false,
          headers: { ...length, ...headers },
        },
        (reply) => {
          const chunks: Buffer[] = [];
          reply.on('data', (chunk: Buffer) => chunks.push(chunk));
          reply.on('error', failed);
          reply.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            const isJson = reply.headers['content-type']?.startsWith('application/json') ?? false;
            done({
              status: reply.statusCode ?? 0,
              headers: reply.headers,
              text,
              body: (isJson && text !== '' ? JSON.parse(text) : null) as Told,
            });
          });
        },
      );
      outgoing.on('error', failed);
      outgoing.end(body);
    });
  return {
    send,
    verb: (name: string, args: unknown = {}, headers: Record<string, string> = {}) =>
      send('POST', `/api/verb/${name}`, { ...json, ...headers }, JSON.stringify(args)),
    pair: (pin: string, name = 'Tablette', headers: Record<string, string> = {}) =>
      send('POST', '/api/pair', { ...json, ...headers }, JSON.stringify({ pin, name })),
    link: async (headers: Record<string, string> = {}) => {
      const link = openLink(url, headers);
      await link.opened;
      return link;
    },
  };
};

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Opens pairing and lets a device in by its PIN. */
export const pairDevice = async (lan: OnLan, role: string, name = `the ${role}`) => {
  const { pin } = (await lan.asOwner('pair/open', { role })).body.value;
  const { body } = await lan.stranger().pair(pin, name);
  const { token, device } = body.value;
  return { token, id: device.id, name: device.name };
};

/** A six-digit PIN that is not this one. */
export const otherPin = (pin: string, by = 1): string =>
  String((Number(pin) + by) % 1_000_000).padStart(6, '0');

export const isOpen = ({ raw }: Awaited<ReturnType<Stranger['link']>>): boolean =>
  raw.readyState === WebSocket.OPEN;
