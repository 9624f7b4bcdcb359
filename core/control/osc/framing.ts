import { createLengthReader, lengthFrame } from './length-frames.ts';
import { createSlipReader, slipFrame } from './slip.ts';

/**
 * Packets in a TCP stream (FIELD §1): OSC 1.0 puts an int32 length before each, OSC 1.1 wraps each in SLIP with an END
 * at both ends. A reader is fed the stream however it is cut and gives whole packets; what it keeps is bounded.
 */
export type Framing = 'tcp-length' | 'tcp-slip';
export type FrameEvent =
  | { kind: 'packet'; bytes: Uint8Array }
  /** Something of the stream was thrown away, and reading goes on behind it. */
  | { kind: 'skipped'; why: string }
  /** Nothing behind this can be read: the connection is of no use any more. */
  | { kind: 'lost'; why: string };
export interface FrameReader {
  feed(chunk: Uint8Array): FrameEvent[];
  /** Bytes of a packet whose end has not come. */
  pending(): number;
}

/** Bytes of the largest packet: far above what a desk sends (Eos 512), far below what would hurt. */
export const MAX_FRAME = 65_508;

export const createFrameReader = (framing: Framing): FrameReader =>
  framing === 'tcp-length' ? createLengthReader(MAX_FRAME) : createSlipReader(MAX_FRAME);

export const frame = (framing: Framing, packet: Uint8Array): Uint8Array =>
  framing === 'tcp-length' ? lengthFrame(packet) : slipFrame(packet);
