import { join } from 'node:path';
import { z } from 'zod';
import type { Handlers } from '../../core/control/dispatcher.ts';
import type { Pairing } from '../../core/control/link.ts';
import type { PairedRole } from '../../core/control/technician.verbs.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { ShowClock } from './clock.ts';
import type { Health } from './health.ts';
import type { Journal } from './journal.ts';
import { createDeviceWriter, readDevices } from './pairing/device-file.ts';
import { createDevices, mostDevices, type Secrets } from './pairing/devices.ts';
import { createPinDesk } from './pairing/pin.ts';
import { createPresence } from './pairing/presence.ts';

/** Devices of the LAN that were let in by PIN (DESIGN §6, docs/security.md). Wires; the work is beside it. */
export interface PairingHost {
  handlers: Pick<Handlers, 'lan/set' | 'pair/open' | 'pair/close' | 'pair/revoke'>;
  topic(): Pairing;
  /** A device that types the PIN. */
  pair(body: unknown, address: string): Promise<Result<Paired>>;
  /** Seconds that this address has to wait after wrong PINs; 0: none. */
  waitSeconds(address: string): number;
  deviceOf(token: string | null): PairedDevice | null;
  hasMediaKey(key: string | null): boolean;
  /** A connection of the device. `end` is called when it is thrown out; gives back its leaving. */
  enter(device: PairedDevice, end: () => void): () => void;
  /** The listeners of the network; opens them when it was left on. */
  attach(door: LanDoor): Promise<void>;
  close(): Promise<void>;
}
export type PairedDevice = { id: string; name: string; role: PairedRole };
type Paired = { device: PairedDevice; secrets: Secrets };
export interface LanDoor {
  open(): Promise<void>;
  close(): Promise<void>;
  /** Opens anew what is open: it is served otherwise from now on. */
  renew(): Promise<void>;
  /** `http://192.168.1.20:8090`; empty while it is closed or there is no network. */
  urls(): string[];
  onChange(listener: () => void): void;
}
type Parts = { station: string; clock: ShowClock; health: Health; journal: Journal; onChange(): void };

const bodySchema = z.strictObject({
  pin: z.string().regex(/^\d{6}$/, 'must be six digits'),
  name: z.string().max(200).transform(plainName).pipe(z.string().min(1, 'must be a name').max(40)),
});

/** One line of visible characters: it is shown, journalled and the name of whom an edit is by. */
function plainName(text: string): string {
  return text.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim();
}

export const createPairing = ({ station, clock, health, journal, onChange }: Parts): PairingHost => {
  const file = join(station, 'devices.json');
  const { state, isBroken } = readDevices(file);
  const writer = createDeviceWriter(file, (reason) => health.set('pairing', unsaved(reason, file)));
  if (isBroken)
    health.set('pairing-file', [
      { code: 'pairing-unreadable', message: messages['pairing-unreadable'].en, path: file },
    ]);
  let isOn = state.lan;
  let door: LanDoor | null = null;
  const save = () => writer.save({ lan: isOn, devices: [...devices.list()] });
  const devices = createDevices({ state, iso: clock.iso, changed: () => void save() });
  const desk = createPinDesk({ clock, onChange });
  const presence = createPresence({ seen: devices.seen, onChange });
  const urls = () => door?.urls() ?? [];
  const told = () => {
    health.set('lan', isOn && door !== null && urls().length === 0 ? [nowhere] : []);
    onChange();
  };

  const setLan = async (on: boolean): Promise<Result<{ addresses: string[] }>> => {
    if (isOn !== on) journal.add('lan', on ? 'the network is on' : 'the network is off');
    isOn = on;
    if (!on) desk.close();
    await (on ? door?.open() : door?.close());
    await save();
    told();
    return ok({ addresses: urls() });
  };
  const open = (role: PairedRole) => {
    if (!isOn) return fail('lan-is-off', messages['lan-is-off'].en, 'lan');
    if (urls().length === 0) return nowhereRefusal;
    const opened = desk.open(role);
    return opened.ok ? ok({ ...opened.value, urls: urls().map((url) => `${url}/pair`) }) : opened;
  };
  const revoke = async (id: string): Promise<Result<Record<string, never>>> => {
    const device = devices.remove(id);
    if (device === null) return fail('unknown-device', messages['unknown-device'].en, 'device');
    presence.throwOut(id);
    journal.add('pair', `${device.name} (${device.role}) was thrown out`, { device: id });
    onChange();
    await writer.idle();
    return ok({});
  };
  const pair = async (body: unknown, address: string): Promise<Result<Paired>> => {
    const parsed = bodySchema.safeParse(body);
    if (!parsed.success) return invalid(parsed.error);
    if (devices.list().length >= mostDevices) return fail('pair-too-many', messages['pair-too-many'].en);
    const role = desk.redeem(parsed.data.pin, address);
    if (!role.ok) {
      journal.add(`pair:${role.code}`, `pairing refused to ${address}: ${role.message}`);
      return role;
    }
    const { device, secrets } = devices.add(parsed.data.name, role.value);
    journal.add('pair', `${device.name} is paired as ${device.role}`, { device: device.id, from: address });
    onChange();
    await writer.idle();
    return ok({ device: plain(device), secrets });
  };
  return {
    handlers: {
      'lan/set': ({ on }) => setLan(on),
      'pair/open': ({ role }) => open(role),
      'pair/close': () => {
        desk.close();
        return ok({});
      },
      'pair/revoke': ({ device }) => revoke(device),
    },
    topic: () => ({
      lan: { on: isOn, urls: urls() },
      open: desk.state(),
      notice: desk.notice(),
      devices: devices.list().map(({ id, name, role, pairedAt, lastSeenAt }) => ({
        id,
        name,
        role,
        connected: presence.isHere(id),
        pairedAt,
        lastSeenAt,
      })),
    }),
    pair,
    waitSeconds: desk.waitSeconds,
    deviceOf(token) {
      const device = devices.byToken(token);
      return device === null ? null : plain(device);
    },
    hasMediaKey: (key) => devices.byMediaKey(key) !== null,
    enter: ({ id }, end) => presence.enter(id, end),
    async attach(next) {
      door = next;
      next.onChange(told);
      if (isOn) await next.open();
      told();
    },
    close: () => writer.idle(),
  };
};

const plain = ({ id, name, role }: PairedDevice): PairedDevice => ({ id, name, role });
const nowhereRefusal = fail('lan-no-address', messages['lan-no-address'].en, 'lan');
const nowhere = { code: nowhereRefusal.code, message: nowhereRefusal.message, path: 'lan' };
const unsaved = (reason: string | null, path: string) =>
  reason === null
    ? []
    : [{ code: 'pairing-unsaved', message: `${messages['pairing-unsaved'].en} (${reason})`, path }];
const invalid = (error: z.ZodError): Result<never> => {
  const issue = error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  return fail('invalid-input', `${path}: ${issue?.message ?? messages['invalid-input'].en}`, path);
};
