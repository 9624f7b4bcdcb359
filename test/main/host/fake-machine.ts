import type { MachineTime } from '../../../main/host/clock.ts';

/** Time that a test moves: timers fire in order as it passes them. */
export const createFakeMachine = () => {
  let now = 1000;
  let timers: { at: number; fn: () => void }[] = [];
  const machine: MachineTime = {
    hostSeconds: () => now,
    wallMs: () => 1_700_000_000_000 + now * 1000,
    timer(ms, fn) {
      const timer = { at: now + ms / 1000, fn };
      timers.push(timer);
      return () => (timers = timers.filter((each) => each !== timer));
    },
  };
  return {
    machine,
    pending: () => timers.length,
    advance(seconds: number) {
      const end = now + seconds;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.fn();
      }
      now = end;
    },
  };
};
