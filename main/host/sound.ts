import type { Report, Topics } from '../../core/control/link.ts';
import type { ShowClock } from './clock.ts';
import type { Health } from './health.ts';

/**
 * Which sound page leads the show clock: one at a time holds a lease that it renews; while it plays and has measured
 * its device, the clock runs at that device's rate. Lease gone or sound stopped: the machine's own rate again.
 */
type AudioReport = Extract<Report, { kind: 'audio' }>;
export interface Sound {
  lease(page: string): { held: boolean; until: number };
  report(page: string, report: AudioReport): void;
  left(page: string): void;
  topic(): Topics['sound'];
  offsetMs(): number;
}

/** Seconds; a page renews every second. */
const leaseSeconds = 3;

export const createSound = (clock: ShowClock, health: Health, onChange: () => void): Sound => {
  let leader: string | null = null;
  let until = 0;
  let last: AudioReport | null = null;
  let expiry: (() => void) | null = null;

  const release = () => {
    expiry?.();
    expiry = null;
    leader = null;
    last = null;
    health.clear('sound');
    clock.setRate(1, 'machine');
    onChange();
  };
  const renew = (page: string) => {
    const isNew = leader !== page;
    leader = page;
    until = clock.host() + leaseSeconds;
    expiry?.();
    expiry = clock.after(leaseSeconds * 1000, release);
    if (isNew) onChange();
  };
  const discipline = ({ playing, rate, state }: AudioReport) => {
    const leads = playing && state === 'running' && rate !== null;
    if (!leads || !clock.setRate(rate, 'sound')) clock.setRate(1, 'machine');
  };
  return {
    lease(page) {
      if (leader === null || leader === page) renew(page);
      return { held: leader === page, until: clock.now() + Math.max(0, until - clock.host()) };
    },
    report(page, report) {
      if (page !== leader) return;
      last = report;
      discipline(report);
      health.set('sound', report.problems);
      onChange();
    },
    left(page) {
      if (page === leader) release();
    },
    topic: () => ({
      leader,
      state: last?.state ?? 'none',
      loading: last?.loading ?? null,
      device: last?.device ?? null,
      devices: last?.devices ?? [],
      channels: last?.channels ?? 0,
      peak: last?.peak ?? null,
    }),
    offsetMs: () => last?.offsetMs ?? 0,
  };
};
