import type { DeskReading } from '../../../core/control/desks/read-desk.ts';
import type { OscMessage } from '../../../core/control/osc/packet.ts';
import type { IsText } from '../../../core/control/osc/read.ts';
import type { OscTrigger } from '../../../core/control/osc/trigger.ts';

/** The host's clocks as a port needs them, and a timer that returns its cancel. */
export type OscClock = {
  /** Show clock, seconds: when something was due. On a spare it may step. */
  now(): number;
  /** The machine's monotonic clock, seconds: how long something took. */
  host(): number;
  /** Unix milliseconds. */
  wallMs(): number;
  after(ms: number, fn: () => void): () => void;
};

/** What the port asks of the dispatcher. */
export type OscRequest = {
  verb: string;
  args: unknown;
  /** `id` is `native` or the trigger's id; address and port are the sender's. */
  source: { input: 'osc'; id: string; address: string; port: number };
  /** Clock seconds at which the message was due: its arrival, or its bundle's time tag; one for a whole bundle. */
  at: number;
};
export type OscReply =
  { ok: true; value: unknown } | { ok: false; code: string; message: string; path: string };

/** What became of a message, for the learn mode. */
export type OscVerdict =
  | 'verb'
  | 'trigger'
  | 'dialect'
  | 'duplicate'
  | 'held'
  | 'ping'
  | 'subscription'
  | 'reply'
  | 'ignored'
  | 'invalid'
  | 'unknown'
  | 'foreign'
  | 'malformed';
/** One message as it came. `at` clock seconds, `wallMs` Unix ms, `from` the sender's address:port, `bytes` of its datagram. */
export type RawMessage = {
  at: number;
  wallMs: number;
  from: string;
  bytes: number;
  /** `/address ,if 1 0.5`, or the decoder's complaint. */
  text: string;
  /** As it was decoded; null: it could not be. */
  message: OscMessage | null;
  verdict: OscVerdict;
  /** The verb, the trigger or the reason. */
  detail: string;
};

/** Who is told what the show does, as the port sees it: a sender that asked for it, and the way back to it. */
export type Subscriptions = {
  /** `send` gives false when the sender is gone. `seconds` null: as long as is usual. Gives back what was granted. */
  add(
    from: string,
    seconds: number | null,
    send: (bytes: Uint8Array) => boolean,
  ): { ok: true; value: number } | { ok: false; code: string; message: string };
  remove(from: string): void;
};
/** The same packet again within `ms` is a duplicate; from `anyone`, or from the same address alone. */
export type Duplicates = { ms: number; from: 'sender' | 'anyone' };

export type OscPortOptions = {
  /** An address of this machine. */
  host: string;
  /** 0 picks a free one. */
  port: number;
  /** Whether `/frise/…` is served. */
  native: boolean;
  /** Addresses or networks ("192.168.1.0/24") that may speak; empty means loopback alone. */
  senders: readonly string[];
  clock: OscClock;
  dispatch(request: OscRequest): Promise<OscReply>;
  /** The show's triggers; the same array as long as they are the same. */
  triggers(): readonly OscTrigger[];
  /** Whether the show's clip has a text of this name: numbers for it stay as they were written. */
  isText: IsText;
  /** What the port's dialects make of a message that neither the native namespace nor a trigger knows; null: none. */
  desk: ((message: OscMessage, now: number) => DeskReading | null) | null;
  /** null: nothing is dropped. */
  duplicates: Duplicates | null;
  /** null: nobody is told anything through this port. */
  subscriptions: Subscriptions | null;
  journal(entry: object): void;
  onMessage(raw: RawMessage): void;
};

/** Counts since the port opened. */
export type OscStats = {
  datagrams: number;
  bytes: number;
  messages: number;
  malformed: number;
  /** Packets that came again at once. */
  duplicates: number;
  /** From addresses that are not on the list. */
  strangers: number;
  dispatched: number;
  refused: number;
  /** Triggers held back by their minimum interval. */
  held: number;
  unknown: number;
  /** Lost to a full queue. */
  dropped: number;
  /** Levels replaced by a newer one before they ran. */
  superseded: number;
  scheduled: number;
  /** Time tags too far ahead. */
  warnings: number;
  answers: number;
  answersWithheld: number;
  /** Exceptions that were caught and journalled. */
  failures: number;
};

export type OscPort = {
  address: { host: string; port: number };
  stats: Readonly<OscStats>;
  /** The last 200 messages, oldest first. */
  log: readonly RawMessage[];
  /** One packet to whoever is there; how many that was. */
  send(bytes: Uint8Array): number;
  /** A client hangs up and connects again. */
  reset(): void;
  close(): Promise<void>;
};
