import { readFileSync } from 'node:fs';
import type { MachineTime } from './clock.ts';
import type { SessionState } from './session.ts';

/**
 * Where the show clock goes on after a crash. The machine's monotonic clock runs on while a host is dead, so within one
 * boot the new clock is the old line continued, to the microsecond. After a reboot the wall clock bridges the gap.
 */
const longestGap = 3600;
const clocksAgreeWithin = 2;

export const bootId = (): string | null => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null; // only Linux names its boots
  }
};

export type Resumed = { showNow: number; gap: number; by: 'monotonic' | 'wall' };

/** null: nothing to resume, or it is too long ago to be the same show. */
export const resumeClock = (
  clock: SessionState['clock'],
  machine: MachineTime,
  boot: string | null,
): Resumed | null => {
  const byHost = machine.hostSeconds() - clock.host;
  const byWall = (machine.wallMs() - clock.wallMs) / 1000;
  const isSameBoot =
    boot !== null && clock.boot !== null
      ? boot === clock.boot && byHost >= 0
      : byHost >= 0 && Math.abs(byHost - byWall) < clocksAgreeWithin;
  const gap = isSameBoot ? byHost : Math.max(0, byWall);
  if (gap > longestGap) return null;
  return { showNow: clock.show + gap, gap, by: isSameBoot ? 'monotonic' : 'wall' };
};
