import { z } from 'zod';

/** What a sound page reports of the devices that it holds for time code and MIDI. */
const problem = z.object({
  code: z.string().max(80),
  message: z.string().max(500),
  path: z.string().max(200),
});
const small = z.number().int().min(0).max(99);
const state = z.enum(['off', 'listening', 'fault']);

/** Frames of LTC as they came, oldest first. */
export const ltcReportSchema = z.object({
  kind: z.literal('ltc'),
  state,
  /** Device that is heard, as its system names it. */
  device: z.string().max(200),
  /** Half the swing, dB of full scale; null: silent. */
  level: z.number().nullable(),
  problem: problem.nullable(),
  frames: z
    .array(
      z.object({
        code: z.object({ hours: small, minutes: small, seconds: small, frames: small }),
        isDrop: z.boolean(),
        isReverse: z.boolean(),
        /** Show clock of the frame's last edge at the input, seconds. */
        at: z.number(),
        /** Seconds that the frame lasted on that clock. */
        lasted: z.number().positive(),
        /** 0–1. */
        quality: z.number(),
      }),
    )
    .max(200),
});
export type LtcReport = z.infer<typeof ltcReportSchema>;

/** MIDI messages as they came, whole, oldest first. */
export const midiReportSchema = z.object({
  kind: z.literal('midi'),
  state,
  /** Names of the inputs that are heard. */
  devices: z.array(z.string().max(200)).max(32),
  problem: problem.nullable(),
  messages: z
    .array(
      z.object({
        from: z.string().max(200),
        bytes: z.array(z.number().int().min(0).max(255)).min(1).max(256),
        /** Show clock, seconds. */
        at: z.number(),
      }),
    )
    .max(500),
});
export type MidiReport = z.infer<typeof midiReportSchema>;

/** The answer to `measuring`: how late its own code came back, beyond the latency that the output device names. */
export const loopReportSchema = z.object({
  kind: z.literal('timecode-loop'),
  id: z.number().int(),
  ms: z.number().nullable(),
  problem: problem.nullable(),
});
export type LoopReport = z.infer<typeof loopReportSchema>;
