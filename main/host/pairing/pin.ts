import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { PairedRole } from '../../../core/control/technician.verbs.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Problem, type Result } from '../../../core/result.ts';
import type { ShowClock } from '../clock.ts';
import { createLockOut } from './lock-out.ts';

/**
 * The open PIN: six digits, two minutes, one device. It is kept here alone and told to the owner once. Redeeming is
 * synchronous, so of two devices that type it at the same moment exactly one gets in.
 */
export interface PinDesk {
  /** Replaces a PIN that is open. `until`: show clock. */
  open(role: PairedRole): Result<{ pin: string; until: number }>;
  close(): void;
  state(): { role: PairedRole; until: number } | null;
  /** Why it closed by itself. */
  notice(): Problem | null;
  redeem(pin: string, address: string): Result<PairedRole>;
  waitSeconds(address: string): number;
}
type Parts = { clock: ShowClock; onChange(): void };
type Open = { pin: string; role: PairedRole; until: number; wrong: number };

export const validSeconds = 120;
const mostWrong = 5;
const perAddress = { most: mostWrong, firstSeconds: 30, longestSeconds: 3600 };
/** From wherever they come: a network full of guessers gets twenty tries in a million, then waits too. */
const altogether = { most: 20, firstSeconds: 60, longestSeconds: 3600 };
const everyone = 'everyone';

export const createPinDesk = ({ clock, onChange }: Parts): PinDesk => {
  const addresses = createLockOut(perAddress, clock.host);
  const all = createLockOut(altogether, clock.host);
  let open: Open | null = null;
  let notice: Problem | null = null;
  let cancel: () => void = () => undefined;

  const end = (why: Problem | null) => {
    cancel();
    open = null;
    notice = why;
    onChange();
  };
  const waitSeconds = (address: string) =>
    Math.max(addresses.waitSeconds(address), all.waitSeconds(everyone));
  const locked = (seconds: number) => fail('pair-locked', `${messages['pair-locked'].en} (${seconds} s)`);
  const wrong = (now: Open, address: string): Result<never> => {
    now.wrong += 1;
    addresses.wrong(address);
    all.wrong(everyone);
    if (now.wrong < mostWrong) return fail('pin-wrong', messages['pin-wrong'].en, 'pin');
    if (addresses.waitSeconds(address) === 0) addresses.lock(address);
    const refusal = fail('pair-exhausted', messages['pair-exhausted'].en, address);
    end(refusal);
    return refusal;
  };
  return {
    open(role) {
      const seconds = all.waitSeconds(everyone);
      if (seconds > 0) return locked(seconds);
      cancel();
      const pin = String(randomInt(1_000_000)).padStart(6, '0');
      const until = clock.now() + validSeconds;
      open = { pin, role, until, wrong: 0 };
      notice = null;
      cancel = clock.after(validSeconds * 1000, () => end(null));
      onChange();
      return ok({ pin, until });
    },
    close: () => end(null),
    state: () => (open === null ? null : { role: open.role, until: open.until }),
    notice: () => notice,
    redeem(pin, address) {
      const seconds = waitSeconds(address);
      if (seconds > 0) return locked(seconds);
      // A timer may be late, a deadline may not.
      if (open !== null && clock.now() >= open.until) end(null);
      if (open === null) return fail('pair-closed', messages['pair-closed'].en);
      if (!isSame(open.pin, pin)) return wrong(open, address);
      const { role } = open;
      addresses.right(address);
      end(null);
      return ok(role);
    },
    waitSeconds,
  };
};

/** In constant time, whatever the length. */
const isSame = (expected: string, given: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
};
