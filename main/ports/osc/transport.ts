import type { DeskProtocol } from '../../../core/station/desk.schema.ts';
import type { Sender } from './answer.ts';
import type { OscClock } from './port.types.ts';

/** How packets come and go: datagrams or a framed stream, listening or calling. What they mean is none of its business. */
export interface Transport {
  /** Where it listens, or whom it calls. */
  address: { host: string; port: number };
  /** false: nobody is there any more. */
  sendTo(bytes: Uint8Array, to: Sender): boolean;
  /** To whoever is there; how many that was. */
  send(bytes: Uint8Array): number;
  /** A client hangs up and connects again; a server does nothing. */
  reset(): void;
  close(): Promise<void>;
}
export type LineState =
  /** `peers`: connections; 0 for datagrams, which have none. */
  | { kind: 'open'; peers: number }
  | { kind: 'connecting' }
  /** It is tried again; `code` as the system calls it. */
  | { kind: 'lost'; code: string };
export interface TransportEvents {
  packet(bytes: Uint8Array, from: Sender): void;
  /** Somebody who is not on the list. */
  refuse(from: Sender): void;
  gone(peer: Sender): void;
  note(kind: string, detail: string): void;
  fail(where: string, error: unknown): void;
  line(state: LineState): void;
}
export type TransportOptions = {
  protocol: DeskProtocol;
  side: 'server' | 'client';
  host: string;
  port: number;
  senders: readonly string[];
  /** UDP: where answers go instead of back to the sender; '' and 0: back. */
  reply: { host: string; port: number };
  clock: OscClock;
};
/** Rejects with an OscPortError where it can't listen; a client never does, it tries again. */
export type OpenTransport = (options: TransportOptions, events: TransportEvents) => Promise<Transport>;
