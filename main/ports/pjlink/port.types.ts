import type { GivenUp, Order, OrderWord, Waiting } from '../../../core/control/pjlink/orders.ts';
import type { Readings } from '../../../core/control/pjlink/readings.ts';

/** The host's clock as this port needs it: monotonic machine seconds, ISO UTC, a timer that returns its cancel. */
export type PjlinkClock = {
  host(): number;
  iso(): string;
  after(ms: number, fn: () => void): () => void;
};
export type PjlinkAddress = { host: string; port: number };

/** Why there is no talk with a device. */
export type LinkFault =
  /** Nobody at the address, or the name is unknown. */
  | 'unreachable'
  /** Connected, and no answer in time. */
  | 'silent'
  /** Refused, or closed before a word: another controller holds it, or PJLink is off. */
  | 'held'
  /** Closed in the middle of an answer. */
  | 'closed'
  /** Answers that are not PJLink. */
  | 'garbled'
  | 'password-missing'
  | 'password-wrong';

export type DeviceNote = {
  order: OrderWord;
  why: Waiting | GivenUp;
  /** It is tried again; false: given up. */
  isWaiting: boolean;
};
export type DeviceStatus = {
  state: 'unknown' | 'reachable' | 'silent' | 'refused';
  /** null: it answers. */
  fault: LinkFault | null;
  readings: Readings;
  notes: DeviceNote[];
  /** ISO UTC. */
  lastAnswerAt: string | null;
};

/** One projector, whatever is connected to it. Nothing here waits: the status follows. */
export interface PjlinkDevice {
  status(): DeviceStatus;
  order(order: Order): void;
  /** null: none. */
  setPassword(password: string | null): void;
  dispose(): void;
}
export type DeviceOptions = {
  address: PjlinkAddress;
  password: string | null;
  clock: PjlinkClock;
  lookUp: LookUp;
  onChange(): void;
  onGivenUp(order: OrderWord, why: GivenUp): void;
  /** A fault of the program, not of the projector. */
  onError(error: unknown): void;
};

/** A name's address; null: unknown. Rejects never. */
export type LookUp = (host: string) => Promise<string | null>;
