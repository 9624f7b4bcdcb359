import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../../core/playback/plan.ts';
import { resumeClock } from '../../../main/host/resume.ts';
import { openSession, type SessionState } from '../../../main/host/session.ts';
import { createFakeMachine } from './fake-machine.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frise-session-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const noFault = (message: string) => {
  throw new Error(message);
};
const makeState = (horizon: number): SessionState => ({
  running: true,
  show: { id: 'show:x', folder: '/x' },
  clock: { host: 1, show: 2, wallMs: 3, boot: null },
  horizon,
  plans: [{ id: horizon, effectiveAt: 0 } as Plan],
  disarmed: [],
});
const slot = (name: 'a' | 'b') => join(folder, `session.${name}.json`);

describe('the session', () => {
  it('is nothing at first', () => expect(openSession(folder, noFault).found).toBeNull());
  it('gives back the last state, written at once', () => {
    const session = openSession(folder, noFault);
    for (let n = 1; n <= 50; n += 1) session.save(makeState(n));
    expect(openSession(folder, noFault).found).toEqual(makeState(50));
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
