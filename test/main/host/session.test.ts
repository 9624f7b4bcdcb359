import fs, { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fullSound } from '../../../core/playback/sound.ts';
import type { Plan } from '../../../core/playback/plan.ts';
import { resumeClock } from '../../../main/host/resume.ts';
import { openSession, type SessionState } from '../../../main/host/session.ts';
import { createFakeMachine } from './fake-machine.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frise-session-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const noFault = (message: string | null) => {
  throw new Error(message ?? 'withdrawn');
};
const makeState = (horizon: number): SessionState => ({
  running: true,
  show: { id: 'show:x', folder: '/x' },
  clock: { host: 1, show: 2, wallMs: 3, boot: null },
  horizon,
  plans: [{ id: horizon, effectiveAt: 0, sound: fullSound } as Plan],
  live: [],
  disarmed: [],
  lineUp: null,
  locks: null,
});
const slot = (name: 'a' | 'b') => join(folder, `session.${name}.json`);

describe('the session', () => {
  it('is nothing at first', () => expect(openSession(folder, noFault).found).toBeNull());
  it('gives back the last state, written at once', () => {
    const session = openSession(folder, noFault);
    for (let n = 1; n <= 50; n += 1) session.save(makeState(n));
    expect(openSession(folder, noFault).found).toEqual(makeState(50));
  });
  it('is written anew where its folder was deleted, and says so where it can’t be', async () => {
    const faults: (string | null)[] = [];
    const session = openSession(folder, (message) => faults.push(message));
    session.save(makeState(7));
    await session.flush();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'in its place');
    session.look();
    session.save(makeState(8));
    expect(faults.at(-1)).toMatch(/EEXIST|ENOTDIR/);
    await session.flush();
    rmSync(folder);
    session.look();
    expect(faults.at(-1)).toBeNull();
    expect(openSession(folder, noFault).found).toEqual(makeState(8));
  });
  it('takes turns, so that a torn newest one leaves the one before', async () => {
    const session = openSession(folder, noFault);
    session.save(makeState(1));
    await session.flush();
    session.save(makeState(2));
    await session.flush();
    const newest = readFileSync(slot('a'), 'utf8').includes('"horizon":2') ? slot('a') : slot('b');
    truncateSync(newest, 40);
    expect(openSession(folder, noFault).found?.horizon).toBe(1);
  });
  it.each(['', 'x', '0123456789abcdef {}\n', '\u0000\u0000\n'])('takes rubbish (%j) for nothing', (text) => {
    writeFileSync(slot('a'), text);
    writeFileSync(slot('b'), text);
    expect(openSession(folder, noFault).found).toBeNull();
  });
  it('a shorter state over a longer one is read right', async () => {
    const session = openSession(folder, noFault);
    session.save({ ...makeState(1), disarmed: ['x'.repeat(3000)] });
    await session.flush();
    session.save(makeState(2));
    await session.flush();
    session.save(makeState(3));
    await session.flush();
    expect(openSession(folder, noFault).found).toEqual(makeState(3));
  });
});

describe('the clock goes on', () => {
  const left = { host: 900, show: 50, wallMs: 1_700_000_000_000 + 900_000, boot: 'b1' };
  const { machine } = createFakeMachine();
  it('by the monotonic clock within one boot, whatever the wall clock says', () => {
    expect(resumeClock({ ...left, wallMs: 0 }, machine, 'b1')).toEqual({
      showNow: 150,
      gap: 100,
      by: 'monotonic',
    });
  });
  it('by the wall clock after a reboot, even when the machine has run longer', () => {
    expect(resumeClock({ ...left, host: 10 }, machine, 'b2')).toMatchObject({ showNow: 150, by: 'wall' });
  });
  it('by whichever agrees where boots have no name', () => {
    expect(resumeClock({ ...left, boot: null }, machine, null)).toMatchObject({ by: 'monotonic' });
    expect(resumeClock({ ...left, boot: null, host: 5000 }, machine, null)).toMatchObject({
      showNow: 150,
      by: 'wall',
    });
  });
  it('never runs back when the wall clock did', () => {
    expect(resumeClock({ ...left, wallMs: left.wallMs + 9e6 }, machine, 'b2')).toMatchObject({ showNow: 50 });
  });
  it('not after more than an hour', () => {
    expect(resumeClock({ ...left, host: -4000 }, machine, 'b1')).toBeNull();
  });
});

/** A disk that takes `room` bytes of each write; none of them: an error, as the system gives it. */
const withDisk = (room: () => number, run: () => void | Promise<void>) => async () => {
  const real = fs.writeSync;
  const small = (handle: number, bytes: Buffer, from: number, length: number, at: number): number => {
    const left = room();
    if (left <= 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    return real(handle, bytes, from, Math.min(length, left), at);
  };
  Object.assign(fs, { writeSync: small });
  syncBuiltinESMExports();
  try {
    await run();
  } finally {
    Object.assign(fs, { writeSync: real });
    syncBuiltinESMExports();
  }
};

describe('the session on a disk that is full', () => {
  let room = Infinity;
  it(
    'writes in pieces where it must',
    withDisk(
      () => 7,
      () => {
        openSession(folder, noFault).save(makeState(1));
        expect(openSession(folder, noFault).found?.horizon).toBe(1);
      },
    ),
  );
  it(
    'never loses the last whole state, says what is wrong, and that it is over',
    withDisk(
      () => {
        const now = room;
        if (room < 100) room = 0; // a part is taken, then nothing more
        return now;
      },
      async () => {
        const faults: (string | null)[] = [];
        const session = openSession(folder, (message) => faults.push(message));
        session.save(makeState(1));
        await session.flush();
        for (const horizon of [2, 3, 4]) {
          room = 20;
          session.save(makeState(horizon));
          await session.flush();
          expect(openSession(folder, noFault).found?.horizon).toBe(1);
        }
        expect(faults).toEqual(Array(3).fill(expect.stringContaining('no space left')));
        room = Infinity;
        session.save(makeState(5));
        expect(faults.at(-1)).toBeNull();
        await session.flush();
        expect(openSession(folder, noFault).found?.horizon).toBe(5);
      },
    ),
  );
  it(
    'keeps the other slot alone while the one in use is torn, also when that happens behind a flush',
    withDisk(
      () => {
        const now = room;
        if (room < 100) room = 0;
        return now;
      },
      async () => {
        room = Infinity;
        const session = openSession(folder, () => undefined);
        session.save(makeState(1));
        await session.flush();
        session.save(makeState(2));
        for (const horizon of [3, 4]) {
          room = 20;
          session.save(makeState(horizon));
          await session.flush();
        }
        expect(openSession(folder, noFault).found?.horizon).toBe(1);
      },
    ),
  );
  it('writes nothing once it is closed', () => {
    const session = openSession(folder, noFault);
    session.save(makeState(1));
    session.close();
    session.save(makeState(2));
    expect(openSession(folder, noFault).found?.horizon).toBe(1);
  });
});
