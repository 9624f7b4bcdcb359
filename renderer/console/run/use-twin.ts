import { useEffect, useState } from 'react';
import { pageSeconds } from '../../link/clock.ts';

/**
 * Whether this page is open a second time in this browser: both work, and a key pressed in the wrong one is pressed
 * all the same, so it is said. A page calls out when it opens and when it goes.
 */
const CHANNEL = 'frise-run';

export const useTwin = (): boolean => {
  const [twins, setTwins] = useState<readonly string[]>([]);
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return undefined;
    const me = String(pageSeconds());
    const channel = new BroadcastChannel(CHANNEL);
    const say = (what: 'open' | 'here' | 'gone'): void => channel.postMessage(`${what} ${me}`);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const [what, who] = String(data).split(' ');
      if (who === undefined || who === me) return;
      if (what === 'open') say('here');
      setTwins((now) => [...now.filter((each) => each !== who), ...(what === 'gone' ? [] : [who])]);
    };
    const leave = (): void => say('gone');
    window.addEventListener('pagehide', leave);
    say('open');
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
      channel.close();
    };
  }, []);
  return twins.length > 0;
};
