import type { Socket } from 'node:net';
import type { Ask, PjlinkClass } from '../../../core/control/pjlink/commands.ts';
import { openConnection, type Answer, type Connection } from './connection.ts';
import type { DeviceOptions, DeviceStatus, LinkFault } from './port.types.ts';

/**
 * The connection of one projector: made when there is something to say and kept, since an order must not wait for a
 * greeting. A projector closes an idle one after 30 s; that is its habit, and no fault.
 */
export interface Talk {
  /** One caller at a time. */
  say(ask: Ask, device: PjlinkClass): Promise<Answer>;
  state(): DeviceStatus['state'];
  /** null: it answers. */
  fault(): LinkFault | null;
  lastAnswerAt(): string | null;
  /** Seconds to leave it alone after a fault. */
  retryIn(): number;
  /** The fault came on a connection that had answered before: the question may be to blame. */
  wasProven(): boolean;
  setPassword(password: string | null): void;
  dispose(): void;
}

const firstRetrySeconds = 2;
const longestRetrySeconds = 30;
/** A wrong password is not repeated often: some lock the door for a while. */
const lockedSeconds = 60;
/** Faults in a row after which one that was there counts as silent. */
const faultsToSilence = 2;
const mostGarbled = 3;

export const isLocked = (fault: LinkFault | null): boolean =>
  fault === 'password-missing' || fault === 'password-wrong';

export const createTalk = (options: Omit<DeviceOptions, 'onChange' | 'onGivenUp' | 'onError'>): Talk => {
  const record = createRecord(() => options.clock.iso());
  let { password } = options;
  let connection: Connection | null = null;
  let socket: Socket | null = null;
  let isDisposed = false;
  let isPasswordNew = false;
  let answers = 0;
  let wasProven = false;

  const drop = () => {
    connection?.close();
    connection = null;
    answers = 0;
  };
  const failed = (fault: LinkFault, isProven: boolean): Answer => {
    wasProven = isProven;
    drop();
    if (!isDisposed) record.stumbled(fault);
    return { kind: 'fault', fault };
  };
  const connected = async (): Promise<Connection | LinkFault> => {
    if (isPasswordNew || connection?.isOpen() === false) drop();
    if (connection !== null) return connection;
    isPasswordNew = false;
    const opened = await openConnection({
      ...options,
      password,
      isWanted: () => !isDisposed,
      onSocket: (next) => (socket = next),
    });
    if (!opened.ok) return opened.fault;
    connection = opened.connection;
    return connection;
  };
  const once = async (ask: Ask, device: PjlinkClass): Promise<Answer> => {
    const link = await connected();
    return typeof link === 'string' ? { kind: 'fault', fault: link } : link.ask(ask, device);
  };
  const say = async (ask: Ask, device: PjlinkClass): Promise<Answer> => {
    let answer = await once(ask, device);
    const isProven = answers > 0;
    if (answer.kind === 'fault' && answer.fault === 'closed' && isProven && !isDisposed) {
      drop();
      answer = await once(ask, device);
    }
    if (answer.kind === 'fault') return failed(answer.fault, isProven);
    answers += 1;
    return record.answered(answer.kind !== 'garbled') ? answer : failed('garbled', isProven);
  };
  return {
    say,
    ...record,
    wasProven: () => wasProven,
    setPassword(next) {
      password = next;
      isPasswordNew = true;
    },
    dispose() {
      isDisposed = true;
      drop();
      socket?.destroy();
    },
  };
};

/** What the last answers and faults make of it. */
const createRecord = (iso: () => string) => {
  let state: DeviceStatus['state'] = 'unknown';
  let fault: LinkFault | null = null;
  let lastAnswerAt: string | null = null;
  let faults = 0;
  let garbled = 0;
  return {
    state: () => state,
    fault: () => fault,
    lastAnswerAt: () => lastAnswerAt,
    retryIn: () =>
      isLocked(fault)
        ? lockedSeconds
        : Math.min(longestRetrySeconds, firstRetrySeconds * 2 ** Math.max(0, Math.min(faults, 9) - 1)),
    stumbled(why: LinkFault): void {
      faults += 1;
      garbled = 0;
      fault = why;
      if (isLocked(why)) state = 'refused';
      // One that has just let go of a connection may need a moment before it takes the next.
      else if (state !== 'reachable' || faults >= faultsToSilence)
        state = why === 'held' ? 'refused' : 'silent';
    },
    /** false: that was nonsense once too often. */
    answered(isSense: boolean): boolean {
      garbled = isSense ? 0 : garbled + 1;
      if (garbled >= mostGarbled) return false;
      if (!isSense) return true;
      faults = 0;
      fault = null;
      state = 'reachable';
      lastAnswerAt = iso();
      return true;
    },
  };
};
