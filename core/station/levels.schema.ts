import { z } from 'zod';
import { weekdays } from '../time/schedule.ts';

/** Levels over the network (Art-Net, sACN), what rides on them, and what happens by the wall clock. */
const name = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a name in a–z, 0–9 and -');

export const dmxSchema = z.object({
  isOn: z.boolean().default(true).describe('whether the port is open'),
  protocol: z.enum(['artnet', 'sacn']).default('artnet'),
  host: z
    .string()
    .max(80)
    .default('127.0.0.1')
    .describe(
      "this machine's address to listen at; 0.0.0.0 is every network, which desks that broadcast Art-Net need",
    ),
  port: z
    .number()
    .int()
    .min(0)
    .max(65_535)
    .nullable()
    .default(null)
    .describe('UDP port; null: 6454 for Art-Net, 5568 for sACN; 0 picks a free one'),
  universes: z
    .array(z.number().int().min(0).max(63_999))
    .min(1)
    .max(64)
    .default([1])
    .describe('universes as they stand in the packets: Art-Net port addresses 0–32767, sACN 1–63999'),
  senders: z
    .array(z.string().max(60))
    .max(64)
    .default([])
    .describe('who may speak: addresses, networks ("10.0.0.0/24"), "loopback"; empty: this machine alone'),
  merge: z
    .enum(['htp', 'ltp'])
    .default('htp')
    .describe('of two desks on one universe the highest level counts, or the one that moved last'),
  onLoss: z
    .enum(['hold', 'zero'])
    .default('hold')
    .describe('levels of a universe that nobody has spoken to for 3 s: kept, or zero'),
  multicast: z.boolean().default(true).describe('sACN: also hear what is sent to all, not only to this host'),
  share: z
    .boolean()
    .default(false)
    .describe(
      'let another program of this machine use the port, too; what is sent to one reaches one of them',
    ),
});

export const dmxPatchSchema = z.object({
  isOn: z.boolean().default(true),
  from: z
    .union([name, z.literal('')])
    .default('')
    .describe('name of the dmx record; empty: every one'),
  universe: z.number().int().min(0).max(63_999).default(1),
  channel: z
    .number()
    .int()
    .min(1)
    .max(512)
    .describe('1–512; of 16 bits the coarse one, the fine one follows'),
  wide: z
    .union([z.literal(8), z.literal(16)])
    .default(8)
    .describe('bits'),
  to: z
    .enum(['master', 'blackout', 'clip', 'trigger'])
    .describe('what rides on it; trigger: the form in which triggers hear this channel'),
  clip: z
    .union([name, z.literal('')])
    .default('')
    .describe("to clip: the clip's name"),
  param: z.string().max(80).default('').describe("to clip: the parameter's name"),
  range: z
    .tuple([z.number().finite(), z.number().finite()])
    .default([0, 1])
    .describe("value at the fader's bottom and top, in the unit of what rides; may run downwards"),
  curve: z.enum(['linear', 'square', 's']).default('linear'),
  pickup: z
    .boolean()
    .default(true)
    .describe('the fader takes over once it has met the present value, so that nothing jumps'),
});

const isDate = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

export const scheduleSchema = z.object({
  isOn: z.boolean().default(true),
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/, 'must be a time such as "21:30" or "21:30:15"')
    .describe('time of day as clocks of the zone show it'),
  zone: z
    .string()
    .max(60)
    .default('')
    .describe('IANA time zone such as "Europe/Paris"; empty: this machine\'s'),
  days: z
    .array(z.enum(weekdays))
    .default([...weekdays])
    .describe('days of the week'),
  date: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, 'must be a date such as "2026-07-14"')
    .refine(isDate, 'is no day of the calendar')
    .nullable()
    .default(null)
    .describe('one day alone, whatever `days` says'),
  verb: z.string().max(80).default('go'),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  missedWithin: z
    .number()
    .min(0)
    .max(86_400)
    .default(60)
    .describe('seconds by which a host that starts late still fires; 0: never'),
});

export const levelsRecordSchemas = {
  dmx: dmxSchema,
  'dmx-patch': dmxPatchSchema,
  schedule: scheduleSchema,
} as const;
export type DmxRecord = z.infer<typeof dmxSchema> & { id: string };
export type DmxPatchRecord = z.infer<typeof dmxPatchSchema> & { id: string };
export type ScheduleRecord = z.infer<typeof scheduleSchema> & { id: string };
