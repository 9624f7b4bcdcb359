import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createDeviceWriter,
  readDevices,
  type DeviceState,
} from '../../../../main/host/pairing/device-file.ts';
import { createDevices } from '../../../../main/host/pairing/devices.ts';
import { createPresence } from '../../../../main/host/pairing/presence.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frise-devices-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const empty: DeviceState = { lan: false, devices: [] };
const make = (state = empty) =>
  createDevices({ state, iso: () => '2026-11-25T20:00:00Z', changed: () => undefined });

describe('devices', () => {
  it('are found by their own secret alone', () => {
    const devices = make();
    const [ada, bob] = [devices.add('Ada', 'technician'), devices.add('Bob', 'viewer')];
    expect(devices.byToken(ada.secrets.token)?.name).toBe('Ada');
    expect(devices.byToken(bob.secrets.token)?.name).toBe('Bob');
    expect(devices.byMediaKey(bob.secrets.mediaKey)?.name).toBe('Bob');
    for (const wrong of [null, '', 'x', ada.secrets.mediaKey, ada.device.token, ada.device.id])
      expect(devices.byToken(wrong)).toBeNull();
    expect(devices.byMediaKey(ada.secrets.token)).toBeNull();
    devices.remove(ada.device.id);
    expect(devices.byToken(ada.secrets.token)).toBeNull();
    expect(devices.remove('nobody')).toBeNull();
  });
  it('keep no secret', () => {
    const devices = make();
    const { secrets } = devices.add('Ada', 'technician');
    const kept = JSON.stringify(devices.list());
    expect(kept).not.toContain(secrets.token);
    expect(kept).not.toContain(secrets.mediaKey);
  });
});

describe('their file', () => {
  const file = () => join(folder, 'devices.json');
  it('holds the newest state, readable by this account alone', async () => {
    const faults: (string | null)[] = [];
    const writer = createDeviceWriter(file(), (fault) => faults.push(fault));
    const devices = make();
    devices.add('Ada', 'technician');
    void writer.save(empty);
    void writer.save({ lan: false, devices: [...devices.list()] });
    await writer.save({ lan: true, devices: [...devices.list()] });
    expect(readDevices(file())).toEqual({ state: { lan: true, devices: devices.list() }, isBroken: false });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(faults.every((fault) => fault === null)).toBe(true);
    chmodSync(file(), 0o644);
    readDevices(file());
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });
  it.each([
    '',
    '{',
    '[]',
    '{"format":"frise-show"}',
    '{"format":"frise-devices","schema":2,"lan":true,"devices":[]}',
  ])('that reads %j is set aside, and nobody is let in by it', (text) => {
    writeFileSync(file(), text);
    expect(readDevices(file())).toEqual({ state: empty, isBroken: true });
    expect(readFileSync(`${file()}.broken`, 'utf8')).toBe(text);
    expect(existsSync(file())).toBe(false);
  });
  it('that can’t be written is said, until it can', async () => {
    const faults: (string | null)[] = [];
    const inTheWay = `${file()}.tmp`;
    mkdirSync(inTheWay);
    const writer = createDeviceWriter(file(), (fault) => faults.push(fault));
    await writer.save(empty);
    expect(faults.at(-1)).toMatch(/EISDIR/);
    rmSync(inTheWay, { recursive: true });
    await writer.save(empty);
    expect(faults.at(-1)).toBeNull();
  });
});

describe('presence', () => {
  it('is there from the first line to the last, and ends all at once', () => {
    const told: string[] = [];
    const presence = createPresence({ seen: (id) => told.push(id), onChange: () => undefined });
    const ended: string[] = [];
    const leave = presence.enter('a', () => ended.push('one'));
    presence.enter('a', () => ended.push('two'));
    presence.enter('b', () => ended.push('other'));
    leave();
    leave();
    expect(presence.isHere('a')).toBe(true);
    presence.throwOut('a');
    expect(ended).toEqual(['two']);
    expect(presence.isHere('a')).toBe(false);
    expect(presence.isHere('b')).toBe(true);
    expect(told).toEqual(['a', 'b']);
    presence.throwOut('nobody');
  });
});
