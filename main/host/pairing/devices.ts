import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PairedRole } from '../../../core/control/technician.verbs.ts';
import type { Device, DeviceState } from './device-file.ts';

/** The paired devices in memory: changed at once, saved behind. */
export interface Devices {
  list(): readonly Device[];
  /** `secrets` leave the host once, in the answer to the device. */
  add(name: string, role: PairedRole): { device: Device; secrets: Secrets };
  remove(id: string): Device | null;
  byToken(token: string | null): Device | null;
  byMediaKey(key: string | null): Device | null;
  seen(id: string): void;
}
export type Secrets = { token: string; mediaKey: string };
type Parts = { state: DeviceState; iso(): string; changed(devices: Device[]): void };

export const mostDevices = 50;

export const createDevices = ({ state, iso, changed }: Parts): Devices => {
  let devices = state.devices;
  const set = (next: Device[]) => {
    devices = next;
    changed(devices);
  };
  return {
    list: () => devices,
    add(wanted, role) {
      const secrets = { token: secret(), mediaKey: secret() };
      const device: Device = {
        id: randomBytes(6).toString('hex'),
        name: freeName(wanted, devices),
        role,
        token: digest(secrets.token),
        media: digest(secrets.mediaKey),
        pairedAt: iso(),
        lastSeenAt: null,
      };
      set([...devices, device]);
      return { device, secrets };
    },
    remove(id) {
      const found = devices.find((each) => each.id === id) ?? null;
      if (found !== null) set(devices.filter((each) => each !== found));
      return found;
    },
    byToken: (token) => find(devices, 'token', token),
    byMediaKey: (key) => find(devices, 'media', key),
    seen: (id) => set(devices.map((each) => (each.id === id ? { ...each, lastSeenAt: iso() } : each))),
  };
};

const secret = () => randomBytes(32).toString('base64url');
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Every device is compared, each in constant time. */
const find = (devices: Device[], which: 'token' | 'media', given: string | null): Device | null => {
  if (given === null) return null;
  const wanted = Buffer.from(digest(given));
  let found: Device | null = null;
  for (const device of devices) if (timingSafeEqual(Buffer.from(device[which]), wanted)) found = device;
  return found;
};

/** Edits and holds are known by the device's name, so no two have the same. */
const freeName = (wanted: string, devices: Device[]): string => {
  const isTaken = (name: string) => devices.some((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!isTaken(wanted)) return wanted;
  let count = 2;
  while (isTaken(`${wanted} ${count}`)) count += 1;
  return `${wanted} ${count}`;
};
