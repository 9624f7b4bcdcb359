import { z } from 'zod';
import { CODE_PATTERN, timecodeRates } from '../time/smpte.ts';

/** Time code and MIDI of this station: what is listened to, how main follows, and what goes out. */
const ms = z.number().min(-10_000).max(10_000);
const device = z.string().max(200).default('');
const code = z.string().regex(CODE_PATTERN, 'must be a code such as 10:00:00:00').default('00:00:00:00');
const channel = z.number().int().min(1).max(64).default(1);

const timecodeRecordSchema = z.object({
  source: z.enum(['off', 'ltc', 'mtc', 'artnet']).default('off').describe('what is listened to'),
  rate: z.enum(timecodeRates).default('25').describe('frames a second of the code; df: drop frame'),
  chase: z.boolean().default(false).describe('whether main follows when the station starts'),
  startCode: code.describe('the code at which main stands at 0 s'),
  trimMs: ms.default(0).describe('ms by which main runs ahead of the code; negative: behind it'),
  latencyMs: z
    .object({ ltc: ms.default(0), mtc: ms.default(0), artnet: ms.default(0) })
    .default({ ltc: 0, mtc: 0, artnet: 0 })
    .describe('ms by which the code reaches the host late, for each source'),
  freewheelSeconds: z.number().min(0).max(600).default(2).describe('s that main runs on without a code'),
  ending: z.enum(['continue', 'hold', 'fade']).default('continue').describe('what main does after that'),
  fadeSeconds: z.number().min(0).max(60).default(3).describe('s of that fade'),
  go: z
    .enum(['refuse', 'leave'])
    .default('refuse')
    .describe('GO while main follows: refused, or leaves chase'),
  device: device.describe('name of the audio input with LTC, or a part of it; empty: the default one'),
  channel: channel.describe('its channel, from 1'),
});
export type TimecodeRecord = z.infer<typeof timecodeRecordSchema>;

const midiRecordSchema = z.object({
  on: z.boolean().default(false).describe('whether MIDI is listened to'),
  device: device.describe('name of the MIDI input, or a part of it; empty: all inputs'),
  mscDevice: z.number().int().min(0).max(111).nullable().default(null).describe('MSC device id; null: any'),
  mscFormat: z
    .number()
    .int()
    .min(0)
    .max(127)
    .nullable()
    .default(null)
    .describe('MSC command format (1 lighting, 16 sound, 48 video); null: any'),
});
export type MidiRecord = z.infer<typeof midiRecordSchema>;

const timecodeOutRecordSchema = z.object({
  ltc: z.boolean().default(false).describe('LTC on an audio output while main runs'),
  ltcDevice: device.describe('name of the audio output, or a part of it; empty: the sound page’s own'),
  ltcChannel: channel.describe('its channel, from 1'),
  ltcLevel: z.number().min(-40).max(0).default(-6).describe('level of the LTC, dB of full scale'),
  mtc: z.boolean().default(false).describe('MTC to a MIDI output while main runs'),
  mtcDevice: device.describe('name of the MIDI output, or a part of it; empty: the first one'),
  rate: z.enum(timecodeRates).default('25').describe('frames a second; df: drop frame'),
  startCode: code.describe('the code that goes out when main stands at 0 s'),
});
export type TimecodeOutRecord = z.infer<typeof timecodeOutRecordSchema>;

export const timecodeRecordSchemas = {
  timecode: timecodeRecordSchema,
  midi: midiRecordSchema,
  'timecode-out': timecodeOutRecordSchema,
} as const;

type Records = { records: Record<string, unknown> };
/** What a station has set; what it has not, or what can't be read, as the defaults have it. */
export const timecodeOf = ({ records }: Records): TimecodeRecord =>
  settingOf(timecodeRecordSchema, records['timecode:main']);
export const midiOf = ({ records }: Records): MidiRecord => settingOf(midiRecordSchema, records['midi:main']);
export const timecodeOutOf = ({ records }: Records): TimecodeOutRecord =>
  settingOf(timecodeOutRecordSchema, records['timecode-out:main']);
const settingOf = <S extends z.ZodType>(schema: S, record: unknown): z.infer<S> => {
  const read = schema.safeParse(record ?? {});
  return read.success ? read.data : schema.parse({});
};
