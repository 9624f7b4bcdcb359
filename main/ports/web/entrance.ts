import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { grantedOnLoopback, grantedToDevice } from '../../../core/control/roles.ts';
import type { Role } from '../../../core/control/verbs.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { senderOfDevice } from '../../host/door.ts';
import type { PairingHost } from '../../host/pairing.ts';
import { hostNames, type Scheme } from './guard.ts';
import { lanHostNames } from './lan-addresses.ts';

/**
 * What HTTP offers by the listener that a request came to (DESIGN §6). Which one it was decides, never an address that
 * a request tells: this machine's own browser on a LAN address is a stranger, too.
 */
type Caller = { roles: readonly Role[]; sender: string };
export interface Entrance {
  /** Host headers that mean the listener of this request. */
  names(request: IncomingMessage): ReadonlySet<string>;
  /** Who sends a verb. */
  callerOf(request: IncomingMessage): Result<Caller>;
  mayRead(what: 'status' | 'media', headers: IncomingHttpHeaders): Result<null>;
  pages: ReadonlySet<string>;
  /** Whether browsers take its address for trustworthy: loopback is, plain http on the network is not. */
  isSecureContext: boolean;
  scheme: Scheme;
  /** null: nothing is paired here. */
  pairing: PairingHost | null;
}

export const loopbackEntrance = (
  port: () => number,
  isOwner: (token: string | null) => boolean,
): Entrance => ({
  names: () => hostNames(port()),
  callerOf({ headers, socket }) {
    const showsOwner = isOwner(bearerOf(headers));
    if (headers.authorization !== undefined && !showsOwner)
      return fail('token-needed', messages['token-needed'].en);
    const roles = grantedOnLoopback(showsOwner ? 'owner' : 'operator', showsOwner);
    return ok({ roles, sender: `http:${socket.remoteAddress ?? ''}` });
  },
  mayRead: () => ok(null),
  pages: new Set(['console', 'audio', 'programme', 'render', 'output', 'cue-sheet']),
  isSecureContext: true,
  scheme: 'http',
  pairing: null,
});

/** `names`: what the owner has set, now. */
export const lanEntrance = (
  pairing: PairingHost,
  scheme: Scheme,
  names: () => readonly string[],
): Entrance => ({
  names: ({ socket }) => lanHostNames(socket.localAddress ?? '', socket.localPort ?? 0, names()),
  callerOf({ headers }) {
    const device = pairing.deviceOf(bearerOf(headers));
    if (device === null) return unpaired();
    return ok({ roles: grantedToDevice(device.role, device.role), sender: senderOfDevice(device) });
  },
  mayRead(what, headers) {
    const isKnown =
      pairing.deviceOf(bearerOf(headers)) !== null ||
      (what === 'media' && pairing.hasMediaKey(mediaKeyOf(headers)));
    return isKnown ? ok(null) : unpaired();
  },
  pages: new Set(['console', 'pair', 'programme', 'cue-sheet']),
  isSecureContext: scheme === 'https',
  scheme,
  pairing,
});

const unpaired = () => fail('pairing-needed', messages['pairing-needed'].en, 'token');

const bearerOf = ({ authorization }: IncomingHttpHeaders): string | null =>
  /^Bearer (\S{1,200})$/.exec(authorization ?? '')?.[1] ?? null;

/**
 * A picture's request carries no header of ours. The cookie opens media and nothing else, so that a page of another
 * port of this address, which the browser sends it to as well, learns little and can do nothing.
 */
const cookieName = 'frise-media';
const mediaKeyOf = ({ cookie }: IncomingHttpHeaders): string | null =>
  new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{1,200})(?:;|$)`).exec(cookie ?? '')?.[1] ?? null;
const aYearInSeconds = 31_536_000;
export const mediaCookie = (key: string, scheme: Scheme): string =>
  `${cookieName}=${key}; Path=/media; Max-Age=${aYearInSeconds}; HttpOnly; SameSite=Strict${scheme === 'https' ? '; Secure' : ''}`;
