import { request as plain, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import type { Access } from './target.ts';

/** One request to the host that is followed; rejects when it can't be reached. */
type Asked = {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** ms without a byte. */
  silenceMs?: number;
};

export const ask = (
  { url, token, ca }: Access,
  { method, path, headers = {}, body, silenceMs = 10_000 }: Asked,
): Promise<IncomingMessage> =>
  new Promise((done, failed) => {
    const request = url.startsWith('https:') ? secure : plain;
    const outgoing = request(
      new URL(path, url),
      {
        method,
        agent: false,
        headers: { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
        ...(ca === null ? {} : { ca, checkServerIdentity: () => undefined }),
        timeout: silenceMs,
      },
      done,
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('nothing heard')));
    outgoing.on('error', failed);
    outgoing.end(body);
  });

export const textOf = async (reply: IncomingMessage, mostBytes = 100_000): Promise<string> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of reply) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > mostBytes) throw new Error('the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};
