import { z } from 'zod';
import { dialectNames } from '../control/desks/dialect.ts';

/**
 * Lighting desks as this machine knows them (FIELD §1): `osc:<name>` is one more way in, and out to the same desk,
 * beside the port of `--osc`; `feedback:<name>` is someone who is told what the show does. A record is opened, changed
 * and closed while the show runs.
 */
const host = z.string().trim().min(1).max(253);
const port = z.number().int().min(0).max(65_535);
const protocolSchema = z.enum(['udp', 'tcp-length', 'tcp-slip']);
export type DeskProtocol = z.infer<typeof protocolSchema>;

/** QLC+ has levels and no events: so many channels in a row, from the first one, mean this. */
const patchSchema = z.object({
  universe: z.number().int().min(1).max(32_768).default(1).describe('QLC+ universe, from 1'),
  channel: z
    .number()
    .int()
    .min(1)
    .max(512)
    .default(1)
    .describe('first of eight channels: go, back, pause, resume, stop, panic, blackout, master'),
});

const oscRecordSchema = z.object({
  name: z.string().max(80).default('').describe('what people call it; empty: the record’s name'),
  isOn: z.boolean().default(true).describe('whether the port is open'),
  protocol: protocolSchema
    .default('udp')
    .describe('datagrams, TCP with an int32 length before each packet (OSC 1.0), or TCP with SLIP (OSC 1.1)'),
  side: z
    .enum(['server', 'client'])
    .default('server')
    .describe('server: listens at host and port. client: connects to the desk there and comes back for ever'),
  host: host
    .default('127.0.0.1')
    .describe('server: the address of this machine that listens, 0.0.0.0 for all. client: the desk'),
  port: port
    .default(8001)
    .describe('port to listen at (0: a free one) or of the desk; Eos: 3032, with SLIP 3037'),
  senders: z
    .array(z.string().max(80))
    .max(64)
    .default([])
    .describe(
      'who may speak to a server: addresses and networks such as 192.168.1.0/24; none: this machine alone',
    ),
  native: z.boolean().default(false).describe('whether /frise/… is served on this port'),
  dialects: z
    .array(z.enum(dialectNames))
    .max(dialectNames.length)
    .default([])
    .describe('vocabularies that act without a trigger of the show'),
  prefix: z
    .string()
    .max(80)
    .regex(/^(?:\/[^/\s#*,?[\]{}]+)*$/, 'must be empty or like "/gma3"')
    .default('')
    .describe('what the desk may put before its addresses; messages without it are taken too'),
  cueList: z
    .string()
    .max(20)
    .regex(/^(?:\d+(?:\.\d+)?)?$/, 'must be empty or a number')
    .default('')
    .describe(
      'cue list, playback or sequence that is listened to; empty: all, but then no fader rides the master',
    ),
  qlcplus: patchSchema.default({ universe: 1, channel: 1 }).describe('where the eight QLC+ channels begin'),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('level, 0–1, from which a QLC+ channel is pressed'),
  hysteresis: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .describe('level below the threshold at which it is let go'),
  duplicateMs: z
    .number()
    .min(0)
    .max(1000)
    .default(5)
    .describe('ms in which the same packet again is a duplicate and dropped; 0: never'),
  duplicatesFrom: z
    .enum(['sender', 'anyone'])
    .default('sender')
    .describe('anyone: also from another address, for a desk that sends on two networks'),
  retrigger: z
    .number()
    .min(0)
    .max(60)
    .default(0)
    .describe('seconds between two firings of one dialect message; the show’s triggers have their own'),
  replyHost: z
    .string()
    .trim()
    .max(253)
    .default('')
    .describe('UDP: where answers and osc/send go; empty: to the last sender’s address'),
  replyPort: port
    .default(0)
    .describe(
      'UDP: port that the desk hears answers at; 0: the sender’s own. client: the port that this machine hears at, 0 any',
    ),
  keepAlive: z
    .number()
    .min(0)
    .max(600)
    .default(5)
    .describe('seconds between the pings of an Eos client; 0: none'),
});
export type OscRecord = z.infer<typeof oscRecordSchema>;

const feedbackRecordSchema = z.object({
  name: z.string().max(80).default('').describe('what people call it; empty: the record’s name'),
  isOn: z.boolean().default(true).describe('whether it is told'),
  protocol: protocolSchema.default('udp').describe('as of an osc record'),
  host: host.default('127.0.0.1').describe('who is told'),
  port: port.min(1).default(9001).describe('port at which it hears'),
  prefix: z
    .string()
    .max(80)
    .regex(/^(?:\/[^/\s#*,?[\]{}]+)+$/, 'must be like "/frise/out"')
    .default('/frise/out')
    .describe('before each address'),
  rate: z.number().min(0.2).max(30).default(10).describe('at most so many updates a second'),
});
export type FeedbackRecord = z.infer<typeof feedbackRecordSchema>;

export const deskRecordSchemas = { osc: oscRecordSchema, feedback: feedbackRecordSchema } as const;
