import { once } from 'node:events';
import WebSocket from 'ws';
import { z } from 'zod';
import type { BenchHost } from './host.ts';

/** A page's line to a host, which counts what comes. */
export type BenchClient = {
  said: { messages: number; bytes: number };
  /** Each message, and when it came (`performance.now()`). */
  onMessage(listener: (message: unknown, at: number) => void): void;
  say(message: object): void;
  close(): void;
};

const bytesOf = (data: WebSocket.RawData): Buffer =>
  Buffer.isBuffer(data) ? data : Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);

export const openClient = async (
  { http }: Pick<BenchHost, 'http'>,
  page: { kind: string; id: string },
  edits = true,
): Promise<BenchClient> => {
  const socket = new WebSocket(`${http.replace('http', 'ws')}/link`);
  const said = { messages: 0, bytes: 0 };
  const listeners: ((message: unknown, at: number) => void)[] = [];
  socket.on('message', (data) => {
    const at = performance.now();
    const bytes = bytesOf(data);
    said.messages += 1;
    said.bytes += bytes.length;
    if (listeners.length === 0) return;
    const message: unknown = JSON.parse(bytes.toString('utf8'));
    for (const listener of listeners) listener(message, at);
  });
  await once(socket, 'open');
  const say = (message: object): void => socket.send(JSON.stringify(message));
  say({ t: 'hello', protocol: 1, role: 'viewer', page, token: null, edits });
  await once(socket, 'message');
  return { said, say, onMessage: (listener) => void listeners.push(listener), close: () => socket.close() };
};

/** A verb as a program of this machine asks for it. */
export const askVerb = async (
  { http }: Pick<BenchHost, 'http'>,
  verb: string,
  args: object,
): Promise<void> => {
  const reply = await fetch(`${http}/api/verb/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  const { ok } = z.object({ ok: z.boolean() }).parse(await reply.json());
  if (!ok) throw new Error(`${verb} was refused with ${reply.status}`);
};
