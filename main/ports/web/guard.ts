import type { IncomingHttpHeaders } from 'node:http';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';

/**
 * Who may speak to the host at all (DESIGN §6). A page of another site can make the operator's browser send requests to
 * 127.0.0.1, and with DNS rebinding even under its own name: so the Host header must name this machine, and an Origin,
 * where one is sent, must be this host's own. The same check stands before every request and before every upgrade.
 */
export const hostNames = (port: number): ReadonlySet<string> => {
  const withPort = (name: string) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]);
  return new Set(['127.0.0.1', 'localhost', '[::1]'].flatMap(withPort));
};

/** What a listener speaks; pages of another scheme are another site's. */
export type Scheme = 'http' | 'https';

export const checkCaller = (
  headers: IncomingHttpHeaders,
  names: ReadonlySet<string>,
  scheme: Scheme = 'http',
): Result<null> => {
  const host = headers.host?.toLowerCase() ?? '';
  if (!names.has(host)) return fail('host-refused', messages['host-refused'].en, host.slice(0, 100));
  const { origin } = headers;
  if (origin === undefined) return ok(null);
  const start = `${scheme}://`;
  const isOwn = origin.startsWith(start) && names.has(origin.slice(start.length).toLowerCase());
  return isOwn ? ok(null) : fail('origin-refused', messages['origin-refused'].en, origin.slice(0, 100));
};

/** `host`: a Host header that was checked. No inline script, nothing from elsewhere. Tone's clock is a blob: worker; three reads pictures as blob: and data:. */
export const securityHeaders = (
  host: string,
  isSecureContext: boolean,
  scheme: Scheme = 'http',
): Record<string, string> => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "worker-src 'self' blob:",
    `connect-src 'self' blob: data:${ownSocket(host, scheme)}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Over plain http on the network it has no effect but a complaint in every page.
  ...(isSecureContext ? { 'Cross-Origin-Opener-Policy': 'same-origin' } : {}),
});

/** A policy can't name an IPv6 address; there `'self'` alone stands for the socket, as current browsers read it. */
const ownSocket = (host: string, scheme: Scheme): string =>
  host.startsWith('[') ? '' : ` ${scheme === 'https' ? 'wss' : 'ws'}://${host}`;
