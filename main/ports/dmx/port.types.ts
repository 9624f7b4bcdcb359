import type { ArtTimecode } from '../../../core/control/dmx/artnet.ts';
import type { Frame } from '../../../core/control/dmx/universe.ts';
import type { Problem } from '../../../core/result.ts';

/** What ports that bring levels have in common; they parse and filter, merging is their owner's. */
export type DmxFrame = Frame & {
  universe: number;
  /** As people know the sender: a desk's name, or its address. */
  from: string;
};
export type DmxPortOptions = {
  host: string;
  /** 0 picks a free one. */
  port: number;
  universes: readonly number[];
  senders: readonly string[];
  share: boolean;
  multicast: boolean;
  /** What a desk's list shows. */
  name: string;
  /** Machine seconds, for limits. */
  now(): number;
  /** `levels` is a view into the packet: to be read at once. */
  onFrame(frame: DmxFrame): void;
  /** The source has ended its stream. */
  onGoodbye(universe: number, source: string): void;
  onTimecode(from: string, time: ArtTimecode): void;
  /** What came and was no use; `what` is for people. */
  onRefused(from: string, what: string): void;
  /** Of the open socket; it stays open. */
  onError(error: Error): void;
  /** Universes that data come for. */
  receiving(): ReadonlySet<number>;
};
export interface DmxPort {
  readonly address: { host: string; port: number };
  /** What does not work although the port is open. */
  readonly problems: readonly Problem[];
  /** Tries once more what does not work (any more), and says what is left of it. */
  tryAgain(): Promise<readonly Problem[]>;
  close(): Promise<void>;
}
