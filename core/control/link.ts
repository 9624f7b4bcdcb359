import { z } from 'zod';
import { analysisReportSchema } from './analysis.report.ts';
import type { FacadeDocument } from '../facade/facade.schema.ts';
import type { LiveSample } from '../playback/live.ts';
import type { Plan } from '../playback/plan.ts';
import type { RigDocument } from '../rig/rig.schema.ts';
import type { ShowDocument } from '../show/show.schema.ts';
import type { StationDocument } from '../station/station.schema.ts';
import type { Problem } from '../result.ts';
import type { CameBackTopics } from './came-back.topics.ts';
import { cameraReportSchema } from './camera.report.ts';
import type { CameraTopics } from './camera.topics.ts';
import type { DiskTopics } from './disk.topics.ts';
import type { DraftTopics } from './draft.topics.ts';
import type { HistoryTopics } from './history.topics.ts';
import type { LineUp, Previews } from './line-up.ts';
import type { GivenUp, OrderWord, Waiting } from './pjlink/orders.ts';
import type { Faults, Lamp, Power, Shutter } from './pjlink/values.ts';
import { mediaReportSchema, pageFactsSchema, shellMachineSchema } from './report-facts.ts';
import type { ExportTopics } from './export.topics.ts';
import type { MediaTopics } from './media.topics.ts';
import type { PeopleTopics } from './people.topics.ts';
import type { ReleasesTopics } from './releases.topics.ts';
import type { RemoteTopics } from './remote.topics.ts';
import type { SafetyTopics } from './safety.topics.ts';
import { soundInputReportSchema } from './sound-input.report.ts';
import type { SoundTopics } from './sound.topics.ts';
import type { PairedRole } from './technician.verbs.ts';
import { loopReportSchema, ltcReportSchema, midiReportSchema } from './timecode.report.ts';
import type { TimecodeTopics } from './timecode.topics.ts';
import type { Role } from './verbs.ts';

/**
 * What travels between the host and its clients (DESIGN §6), whatever the transport: hello → snapshot with a sequence
 * number → patches. A gap in the numbers asks for a new snapshot. Each patch replaces one topic whole; to who asked for
 * it in the hello, an edit of the show comes as what it changed, which is a thousandth of it.
 */
export const PROTOCOL = 1;

/** show clock = show + (host − host0) · rate, host in seconds on the host's monotonic clock. */
export type ClockMap = {
  host: number;
  show: number;
  rate: number;
  source: 'machine' | 'sound' | 'ltc' | 'mtc';
  locked: boolean;
};

/** `kind` of page; outputs name themselves. */
export const helloSchema = z.object({
  t: z.literal('hello'),
  protocol: z.number().int(),
  role: z.enum(['viewer', 'operator', 'designer', 'technician', 'owner', 'shell']),
  page: z.object({
    kind: z.enum(['console', 'output', 'audio', 'programme', 'shell', 'tool']),
    /** Of an output's page the names of its outputs, `left+right`. */
    id: z.string().max(1000),
  }),
  /** The owner's on this machine, a paired device's on the LAN. */
  token: z.string().max(200).nullable(),
  /** Edits of the show come as `edit`, and not the whole show each time. */
  edits: z.boolean().default(false),
});
export const reportSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('output'),
    /** Which of the page's outputs; null: all of them. */
    output: z.string().max(80).nullable().default(null),
    /** Frames a second over the last 2 s. */
    fps: z.number(),
    late: z.number().int(),
    frame: z.number().int(),
    error: z.object({ code: z.string(), message: z.string(), path: z.string() }).nullable(),
    /** Small picture for the console, a data: URL of a JPEG, or null for no news. */
    thumbnail: z.string().max(60_000).nullable(),
    /** What the page draws with. */
    page: pageFactsSchema.nullable().default(null),
  }),
  z.object({
    kind: z.literal('audio'),
    state: z.enum(['running', 'suspended', 'closed', 'loading']),
    /** Pairs of sound-device time and show clock estimated by a line fit: rate of the device against the host clock. */
    rate: z.number().nullable(),
    offsetMs: z.number().nullable(),
    playing: z.boolean(),
    loading: z.object({ done: z.number(), total: z.number() }).nullable(),
    problems: z.array(z.object({ code: z.string(), message: z.string(), path: z.string() })),
    peak: z.number().nullable(),
    /** Where it plays, what there is to choose, and how many outputs it has. */
    device: z.string().max(200).nullable().default(null),
    devices: z.array(z.string().max(200)).max(100).default([]),
    channels: z.number().int().nonnegative().default(0),
  }),
  soundInputReportSchema,
  z.object({
    kind: z.literal('shell'),
    displays: z.array(
      z.object({
        id: z.number(),
        label: z.string(),
        x: z.number(),
        y: z.number(),
        width: z.number(),
        height: z.number(),
        /** Hz; 0 when the system does not say. */
        refresh: z.number(),
        scale: z.number(),
        isPrimary: z.boolean(),
      }),
    ),
    /** Where each output of the rig was put. */
    places: z.array(
      z.object({
        output: z.string(),
        kind: z.enum(['display', 'window', 'waiting']),
        display: z.number().nullable(),
        /** found: by name or EDID as the rig says; moved: its display has another place; guessed: by order alone. */
        match: z.enum(['found', 'moved', 'guessed', 'none']),
      }),
    ),
    machine: shellMachineSchema.nullable().default(null),
  }),
  mediaReportSchema,
  analysisReportSchema,
  ltcReportSchema,
  midiReportSchema,
  loopReportSchema,
  cameraReportSchema,
]);
export type Report = z.infer<typeof reportSchema>;
export type ShellReport = Extract<Report, { kind: 'shell' }>;
export const clientMessageSchema = z.discriminatedUnion('t', [
  helloSchema,
  z.object({
    t: z.literal('ping'),
    id: z.number().int(),
    at: z.number(),
    /** On the LAN a connection for pings alone needs the device's token. */
    token: z.string().max(200).nullable().default(null),
  }),
  z.object({ t: z.literal('verb'), id: z.string().max(80), verb: z.string().max(80), args: z.unknown() }),
  z.object({ t: z.literal('report'), report: reportSchema }),
  z.object({ t: z.literal('snapshot') }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

export type OutputStatus = {
  id: string;
  name: string;
  connected: boolean;
  fps: number;
  late: number;
  frame: number;
  error: Problem | null;
};
export type InputStatus = {
  id: string;
  kind: string;
  armed: boolean;
  lastMessageAt: string | null;
  /** The light: waiting for its first message or its partner, heard from, or broken. */
  state: 'off' | 'waiting' | 'ready' | 'fault';
  /** What a person reads beside it: an address, a partner, a fault. */
  detail: string;
};
export type Status = {
  version: string;
  show: { title: string; id: string; revision: number };
  playbacks: {
    id: string;
    timeline: string;
    state: 'playing' | 'holding' | 'paused' | 'ghost';
    position: number;
    rate: number;
    cue: string | null;
  }[];
  cues: { current: string | null; standby: string | null };
  master: { level: number; blackout: boolean; panic: 'off' | 'fading' | 'cut' };
  clock: { source: 'machine' | 'sound' | 'ltc' | 'mtc'; locked: boolean; offsetMs: number };
  outputs: OutputStatus[];
  inputs: InputStatus[];
  health: { ok: boolean; problems: Problem[] };
};
/** Journal line as pages see it. */
export type JournalEntry = {
  seq: number;
  at: string;
  clock: number;
  kind: string;
  text: string;
  data?: unknown;
};

/** What a projector was told and has not done: it waits and is tried again, or was given up. */
export type ProjectorNote = { order: OrderWord; why: Waiting | GivenUp; isWaiting: boolean };
/** One output's projector by PJLink; what it has not said (yet), or can't say now, is null. */
export type ProjectorStatus = {
  /** The output's name. */
  output: string;
  /** `host:port`; outputs that share one projector share its state. */
  address: string;
  state: 'unknown' | 'reachable' | 'silent' | 'refused';
  power: Power | null;
  shutter: Shutter | null;
  input: string | null;
  inputs: string[];
  /** Input code → the device's own word for it. */
  inputNames: Record<string, string>;
  /** What comes in: `1920x1080`, "none", or null. */
  signal: string | null;
  /** Hours of each light source; [] for one that does not count them. */
  lamps: Lamp[];
  filterHours: number | null;
  errors: Faults;
  /** °C; PJLink has no command for it, a few devices write it into INFO. Too hot is an error in any case. */
  temperature: number | null;
  name: string | null;
  model: string | null;
  serial: string | null;
  version: string | null;
  notes: ProjectorNote[];
  /** ISO UTC. */
  lastAnswerAt: string | null;
  problem: Problem | null;
};
export type Pairing = {
  /** `urls`: where a tablet finds this host, `http://192.168.1.20:8090`. */
  lan: { on: boolean; urls: string[] };
  /** Pairing is open for one device of this role, until this show-clock time. The PIN is in no topic. */
  open: { role: PairedRole; until: number } | null;
  /** Why the last pairing closed by itself: wrong PINs and from where. */
  notice: Problem | null;
  devices: {
    id: string;
    name: string;
    role: PairedRole;
    connected: boolean;
    pairedAt: string;
    lastSeenAt: string | null;
  }[];
};

export type Topics = {
  show: { document: ShowDocument; revision: number };
  facade: { document: FacadeDocument };
  rig: { document: RigDocument; revision: number };
  /** The station document: what the owner has set. */
  settings: { document: StationDocument; revision: number };
  /** Oldest first: the one in force and those still ahead. */
  plans: Plan[];
  /** Levels from outside, oldest first: the latest wins, drawn 40 ms later. */
  live: LiveSample[];
  clock: ClockMap;
  status: Status;
  /** output id → data: URL. */
  thumbnails: Record<string, string>;
  /** Last lines, newest last. */
  journal: JournalEntry[];
  /** Last raw message of each input. */
  inputs: { id: string; text: string; from: string; at: string; verdict: string }[];
  sound: {
    leader: string | null;
    state: string;
    loading: { done: number; total: number } | null;
    /** Where it plays, what there is to choose, and how many outputs it has. */
    device: string | null;
    devices: string[];
    channels: number;
    /** dBFS; null: silent. */
    peak: number | null;
  };
  station: {
    name: string;
    language: 'fr' | 'en';
    displays: ShellReport['displays'];
    places: ShellReport['places'];
    windowed: boolean;
  };
  lineUp: LineUp;
  previews: Previews;
  projectors: ProjectorStatus[];
  pairing: Pairing;
} & TimecodeTopics &
  SafetyTopics &
  RemoteTopics &
  ReleasesTopics &
  SoundTopics &
  ExportTopics &
  DraftTopics &
  MediaTopics &
  DiskTopics &
  CameBackTopics &
  PeopleTopics &
  HistoryTopics &
  CameraTopics;
export type Topic = keyof Topics;
/** As whom the host knows a page: what it may do, and the name by which holds and edits are known as its own. */
export type You = { sender: string; roles: readonly Role[] };
export type Patch = { [K in Topic]: { topic: K; value: Topics[K] } }[Topic];
/** What an edit changed: stands on revision `from`; on any other a snapshot is needed. `order` null: the list is gone. */
export type TopicEdit = {
  from: number;
  revision: number;
  put: Record<string, unknown>;
  remove: string[];
  order: Record<string, string[] | null>;
};
export type HostMessage =
  | {
      t: 'welcome';
      protocol: number;
      session: string;
      client: string;
      you: You;
      seq: number;
      snapshot: Topics;
    }
  | ({ t: 'patch'; seq: number } & Patch)
  | { t: 'edit'; seq: number; topic: 'show'; edit: TopicEdit }
  | { t: 'reply'; id: string; reply: { ok: true; value: unknown } | ({ ok: false } & Problem) }
  | { t: 'pong'; id: number; at: number; host: number }
  | { t: 'refused'; code: string; message: string; path: string };
