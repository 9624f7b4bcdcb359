import { beforeEach, describe, expect, it } from 'vitest';
import { createShowClock } from '../../../../main/host/clock.ts';
import { createLockOut, personOf } from '../../../../main/host/pairing/lock-out.ts';
import { createPinDesk, validSeconds, type PinDesk } from '../../../../main/host/pairing/pin.ts';
import { createFakeMachine } from '../fake-machine.ts';

let fake: ReturnType<typeof createFakeMachine>;
let desk: PinDesk;
let changes: number;
beforeEach(() => {
  fake = createFakeMachine();
  changes = 0;
  desk = createPinDesk({ clock: createShowClock(0, fake.machine), onChange: () => (changes += 1) });
});
const open = () => {
  const opened = desk.open('technician');
  if (!opened.ok) throw new Error(opened.code);
  return opened.value.pin;
};
const other = (pin: string, by = 1) => String((Number(pin) + by) % 1_000_000).padStart(6, '0');
const codeOf = (pin: string, address: string) => {
  const reply = desk.redeem(pin, address);
  return reply.ok ? 'in' : reply.code;
};
const exhaust = (address: string) => {
  const pin = open();
  for (let by = 1; by <= 5; by += 1) desk.redeem(other(pin, by), address);
};

describe('the PIN desk', () => {
  it('closes by itself when its time is over, and tells so', () => {
    const pin = open();
    fake.advance(validSeconds - 1);
    expect(desk.state()?.role).toBe('technician');
    const before = changes;
    fake.advance(1.1);
    expect(desk.state()).toBeNull();
    expect(changes).toBe(before + 1);
    expect(codeOf(pin, 'a')).toBe('pair-closed');
  });
  it('keeps its deadline when the timer is late', () => {
    const slow = createFakeMachine();
    const machine = { ...slow.machine, timer: () => () => undefined };
    const late = createPinDesk({ clock: createShowClock(0, machine), onChange: () => undefined });
    const opened = late.open('viewer');
    slow.advance(validSeconds);
    expect(late.redeem(opened.ok ? opened.value.pin : '', 'a')).toMatchObject({ code: 'pair-closed' });
  });
  it('a new PIN has its own whole time', () => {
    open();
    fake.advance(100);
    const pin = open();
    fake.advance(100);
    expect(codeOf(pin, 'a')).toBe('in');
  });
  it('PINs are six digits, leading zeros too, and differ', () => {
    const pins = Array.from({ length: 500 }, open);
    expect(pins.every((pin) => /^\d{6}$/.test(pin))).toBe(true);
    expect(new Set(pins).size).toBeGreaterThan(490);
    expect(new Set(pins.map((pin) => pin[0])).size).toBe(10);
  });
  it('locks an address for 30 s, 60 s, 120 s … and an hour at most', () => {
    const waits = [];
    for (let round = 0; round < 3; round += 1) {
      exhaust('a');
      waits.push(desk.waitSeconds('a'));
      fake.advance(desk.waitSeconds('a'));
      expect(codeOf(open(), 'b')).toBe('in');
    }
    expect(waits).toEqual([30, 60, 120]);
  });
  it('counts the wrong ones of an address over several openings', () => {
    for (let round = 0; round < 5; round += 1) codeOf(other(open()), 'a');
    expect(desk.waitSeconds('a')).toBe(30);
    expect(desk.waitSeconds('b')).toBe(0);
  });
  it('the right one forgets the wrong ones', () => {
    const pin = open();
    for (let by = 1; by <= 4; by += 1) codeOf(other(pin, by), 'a');
    expect(codeOf(pin, 'a')).toBe('in');
    for (let round = 0; round < 4; round += 1) codeOf(other(open()), 'a');
    expect(desk.waitSeconds('a')).toBe(0);
  });
  it('twenty wrong ones from anywhere lock it for all', () => {
    for (const address of ['a', 'b', 'c', 'd']) exhaust(address);
    expect(desk.open('viewer')).toMatchObject({ code: 'pair-locked' });
    expect(desk.waitSeconds('z')).toBe(60);
    fake.advance(60);
    expect(codeOf(open(), 'z')).toBe('in');
  });
  it('says why it closed, until the next one opens', () => {
    exhaust('10.0.0.66');
    expect(desk.notice()).toMatchObject({ code: 'pair-exhausted', path: '10.0.0.66' });
    open();
    expect(desk.notice()).toBeNull();
  });
});

describe('a lock-out', () => {
  const limits = { most: 2, firstSeconds: 10, longestSeconds: 40 };
  it('never locks for longer than its longest', () => {
    const out = createLockOut(limits, fake.machine.hostSeconds);
    for (let round = 0; round < 8; round += 1) out.lock('a');
    expect(out.waitSeconds('a')).toBe(40);
  });
  it('forgets after a day', () => {
    const out = createLockOut(limits, fake.machine.hostSeconds);
    out.lock('a');
    fake.advance(86_400);
    out.lock('a');
    expect(out.waitSeconds('a')).toBe(10);
  });
  it('keeps the one that guesses while thousands knock', () => {
    const out = createLockOut(limits, fake.machine.hostSeconds);
    for (let n = 0; n < 3000; n += 1) {
      if (n % 500 === 0) out.lock('a');
      out.wrong(`10.${n >> 8}.${n & 255}.1`);
    }
    expect(out.waitSeconds('a')).toBe(40);
  });
});

it.each([
  ['192.168.1.5', '192.168.1.5'],
  ['::ffff:192.168.1.5', '192.168.1.5'],
  ['fd00:0:0:1::2', 'fd00:0:0:1'],
  ['FD00:0:0:1:aaaa:bbbb:cccc:dddd', 'fd00:0:0:1'],
  ['fd00::2', 'fd00:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['2001:db8::', '2001:db8:0:0'],
])('%s belongs to %s', (address, person) => {
  expect(personOf(address)).toBe(person);
});
