import { isEosShowLoaded } from '../../../core/control/desks/eos.ts';
import type { OscMessage } from '../../../core/control/osc/packet.ts';
import { encodeMessage } from '../../ports/osc/encode.ts';
import type { Cancel, ShowClock } from '../clock.ts';

/**
 * What an Eos wants to hear from whoever connects to it: that it subscribes, again after another show was loaded, and
 * a ping now and then. A desk that has answered pings and no longer does is called anew: a pulled cable says nothing.
 */
export interface EosTalk {
  connected(): void;
  lost(): void;
  heard(message: OscMessage): void;
  dispose(): void;
}
type Options = {
  isOn: boolean;
  /** Between two pings; 0: none. */
  everySeconds: number;
  clock: Pick<ShowClock, 'host' | 'every'>;
  send(bytes: Uint8Array): number;
  reset(): void;
  onSilent(): void;
};

/** Pings without a word back, after which the desk counts as gone. */
const PATIENCE = 3;
/** Seconds between two pings at the least. */
const SOONEST = 0.1;

export const createEosTalk = ({ isOn, everySeconds, clock, send, reset, onSilent }: Options): EosTalk => {
  let cancel: Cancel | null = null;
  let unanswered = 0;
  const subscribe = (): void => void send(encodeMessage('/eos/subscribe', [{ type: 'i', value: 1 }]));
  const ping = (): void => {
    if (unanswered >= PATIENCE) {
      onSilent();
      unanswered = 0;
      return reset();
    }
    unanswered += 1;
    send(encodeMessage('/eos/ping', []));
  };
  const stop = (): void => {
    cancel?.();
    cancel = null;
  };
  return {
    connected() {
      if (!isOn) return;
      stop();
      unanswered = 0;
      subscribe();
      ping();
      if (everySeconds > 0) cancel = clock.every(Math.max(SOONEST, everySeconds) * 1000, ping);
    },
    lost: stop,
    heard({ address }) {
      unanswered = 0;
      if (isOn && isEosShowLoaded(address)) subscribe();
    },
    dispose: stop,
  };
};
