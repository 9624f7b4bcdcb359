import { z } from 'zod';
import { pairedRoleSchema } from '../../../core/control/technician.verbs.ts';

/**
 * What this page shows at the host's door: the owner's token in Electron's own console, a device's on the network. A
 * browser may refuse its storage; then a token lives as long as the page.
 */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
/** A page whose browser keeps nothing (all cookies blocked) may not even ask for its storage. */
export const storeOr = (ask: () => Store): Store => {
  try {
    return ask();
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
};

type Place = { hash: string; pathname: string; search: string };
type Past = { replaceState(data: unknown, unused: string, url: string): void };

/** The listener of this very machine; everything else is the network's. */
export const isLoopback = (hostname: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(hostname.toLowerCase());

const ownerKey = 'frise-owner';
const ownerFragment = '#owner=';

/**
 * Electron's shell hands the token over behind the `#`, which goes to no server. It is taken out of the address, and so
 * out of the history, before anything else of the page runs; a reload finds it in this window's own session.
 */
export const takeOwnerToken = (place: Place, past: Past, session: Store): string | null => {
  if (place.hash.startsWith(ownerFragment)) {
    const token = place.hash.slice(ownerFragment.length);
    past.replaceState(null, '', place.pathname + place.search);
    keep(session, ownerKey, token);
    return token;
  }
  return read(session, ownerKey);
};
export const keepOwnerToken = (session: Store, token: string): void => keep(session, ownerKey, token);
export const forgetOwnerToken = (session: Store): void => forget(session, ownerKey);

const deviceKey = 'frise-device';
const deviceSchema = z.object({ token: z.string().min(1), name: z.string(), role: pairedRoleSchema });
export type DeviceKey = z.infer<typeof deviceSchema>;

export const readDevice = (local: Store): DeviceKey | null => {
  const text = read(local, deviceKey);
  if (text === null) return null;
  try {
    const parsed = deviceSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // of another version, or written by hand: the tablet pairs again
  }
};
export const keepDevice = (local: Store, device: DeviceKey): void =>
  keep(local, deviceKey, JSON.stringify(device));
export const forgetDevice = (local: Store): void => forget(local, deviceKey);

const read = (store: Store, key: string): string | null => {
  try {
    return store.getItem(key);
  } catch {
    return null;
  }
};
const keep = (store: Store, key: string, value: string): void => {
  try {
    store.setItem(key, value);
  } catch {
    return; // kept by the page alone
  }
};
const forget = (store: Store, key: string): void => {
  try {
    store.removeItem(key);
  } catch {
    return; // it was never kept
  }
};
