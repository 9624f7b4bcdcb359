import type { ShowClock } from '../clock.ts';
import type { Input } from '../inputs.ts';

/** Levels come a hundred a second: of those of one address the log keeps one a second, of everything else each. */
const apartSeconds = 1;

export const thinned = (input: Input, clock: Pick<ShowClock, 'host'>): Input => {
  const last = new Map<string, number>();
  return {
    ...input,
    heard(message) {
      const address = message.text.split(' ', 1)[0] ?? '';
      const isLevel = address === '/level' || address.startsWith('/band/');
      const now = clock.host();
      if (isLevel && now - (last.get(address) ?? -Infinity) < apartSeconds) return;
      last.set(address, now);
      input.heard(message);
    },
  };
};
