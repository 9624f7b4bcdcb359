import { pageSeconds } from '../../link/clock.ts';

/**
 * Where a quick hand has walked to while the host's answer is on its way. A walk that is not confirmed within a second
 * was refused, or somebody else has walked.
 */
const WALK_SECONDS = 1;

export type Walk = { at(): string | null; to(number: string): void };

export const createWalk = (standby: () => string | null): Walk => {
  let asked: { number: string; at: number } | null = null;
  return {
    at: () =>
      asked !== null && pageSeconds() - asked.at < WALK_SECONDS && asked.number !== standby()
        ? asked.number
        : standby(),
    to(number) {
      asked = { number, at: pageSeconds() };
    },
  };
};
