/** Says how far a film has come, on a screen in one line that moves, in a log at most every ten seconds. */
export type Teller = { seconds(): number; write(text: string): void; isScreen: boolean };
const FIRST = 1;
const REST = { screen: 0.5, log: 10 };

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;

export const createProgress = ({ seconds, write, isScreen }: Teller) => {
  const began = seconds();
  let next = began + FIRST;
  let first: { at: number; done: number } | null = null;
  let hasSpoken = false;
  return {
    told(done: number, total: number): void {
      const now = seconds();
      // The first frame loads everything: only the time between later ones says how long the rest will take.
      first ??= { at: now, done };
      if (now < next || done === first.done) return;
      const left = Math.ceil(((now - first.at) / (done - first.done)) * (total - done));
      const line = `frise: ${done} of ${total} frames, ${clock(left)} left`;
      write(isScreen ? `\r\u001b[K${line}` : `${line}\n`);
      hasSpoken = true;
      next = now + (isScreen ? REST.screen : REST.log);
    },
    /** Clears the moving line. */
    end(): void {
      if (hasSpoken && isScreen) write('\r\u001b[K');
    },
  };
};
