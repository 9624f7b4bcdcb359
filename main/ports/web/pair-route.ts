import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import type { PairingHost } from '../../host/pairing.ts';
import { messages, statusOfCode } from '../../../core/messages.ts';
import { fail, type Problem } from '../../../core/result.ts';
import { readJsonBody } from './body.ts';
import { mediaCookie } from './entrance.ts';
import type { Scheme } from './guard.ts';

/** `POST /api/pair {pin, name}` → the device's token, once. The one thing on the network that needs no token. */
type Options = {
  pairing: PairingHost;
  /** Whether this address may try now; guesses are slow whatever their answer. */
  mayTry(address: string): boolean;
  scheme: Scheme;
};
const mostBytes = 2000;

export const pairRoute = async (
  c: Context<{ Bindings: { incoming: IncomingMessage } }>,
  { pairing, mayTry, scheme }: Options,
): Promise<Response> => {
  const address = c.env.incoming.socket.remoteAddress ?? '';
  const refuse = ({ code, message, path }: Problem) => {
    const seconds = pairing.waitSeconds(address) || (code === 'rate-limited' ? 2 : 0);
    const wait: Record<string, string> = seconds > 0 ? { 'Retry-After': String(seconds) } : {};
    return c.json({ ok: false, code, message, path }, statusOfCode(code), wait);
  };
  if (!mayTry(address)) return refuse(fail('rate-limited', messages['rate-limited'].en));
  const body = await readJsonBody(c.req.raw, mostBytes);
  if (!body.ok) return refuse(body);
  const paired = await pairing.pair(body.value, address);
  if (!paired.ok) return refuse(paired);
  const { device, secrets } = paired.value;
  c.header('Set-Cookie', mediaCookie(secrets.mediaKey, scheme));
  c.header('Cache-Control', 'no-store');
  return c.json({ ok: true, value: { token: secrets.token, device } });
};
