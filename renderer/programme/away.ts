import { after } from '../link/clock.ts';
import type { Link } from '../link/link.ts';

/**
 * Whether the host has been away too long. Outputs go on alone; a feed that goes out to a stream must not show a show
 * that nobody runs any more, so it is black and silent until the host is back. A host that is started again takes a
 * tenth of a second, which nobody sees.
 */
const tooLongMs = 3000;

export const watchAway = (link: Link, changed: (isAway: boolean) => void): { isAway(): boolean } => {
  let isAway = false;
  let cancel: () => void = () => undefined;
  const set = (next: boolean) => {
    if (isAway === next) return;
    isAway = next;
    changed(next);
  };
  const look = () => {
    cancel();
    if (link.isConnected()) set(false);
    else cancel = after(tooLongMs, () => set(true));
  };
  link.onConnection(look);
  look();
  return { isAway: () => isAway };
};
