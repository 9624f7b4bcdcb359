/** A token bucket: so many a second on average, so many at once. */
export interface Bucket {
  take(): boolean;
  /** Whether a refusal is still to be answered: as many a second as are let through, then silence. */
  isAnswered(): boolean;
}

export const createBucket = (perSecond: number, burst: number, seconds: () => number): Bucket => {
  const ordinary = createLevel(perSecond, burst, seconds);
  const answers = createLevel(perSecond, perSecond, seconds);
  return { take: ordinary, isAnswered: answers };
};

const createLevel = (perSecond: number, burst: number, seconds: () => number) => {
  let level = burst;
  let at = seconds();
  return (): boolean => {
    const now = seconds();
    level = Math.min(burst, level + (now - at) * perSecond);
    at = now;
    if (level < 1) return false;
    level -= 1;
    return true;
  };
};
