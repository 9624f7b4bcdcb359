import { WebSocket } from 'ws';
import { z } from 'zod';
import type { ShellMachine } from '../../core/control/report-facts.ts';
import { PROTOCOL, type ClientMessage, type ShellReport } from '../../core/control/link.ts';
import { kindOf, nameOf } from '../../core/ids.ts';
import { camerasOf } from '../../core/station/camera.read.ts';
import { outputSchema } from '../../core/rig/rig.schema.ts';
import { machineTime } from '../host/clock.ts';
import type { Language } from './display-label.ts';
import type { PlacedOutput } from './placement.ts';
import type { ShowState } from './quit-guard.ts';

/**
 * Electron's main as a client of the host: it hears which outputs the rig has and how long displays are to say their
 * names, and tells which displays there are and what it put on them.
 */
const rigSchema = z.object({
  document: z.object({
    records: z.record(z.string(), z.unknown()),
    order: z.record(z.string(), z.array(z.string())),
  }),
});
const lineUpSchema = z.object({ identifyUntil: z.number().nullable() });
const clockSchema = z.object({ host: z.number(), show: z.number(), rate: z.number() });
const stationSchema = z.object({ language: z.enum(['fr', 'en']) });
const settingsSchema = z.object({ document: z.object({ records: z.record(z.string(), z.unknown()) }) });
const lockSchema = z.object({ on: z.boolean() });
const statusSchema = z.object({
  playbacks: z.array(z.object({ state: z.string() })),
  cues: z.object({ current: z.string().nullable() }),
});
const patch = <T extends string, V extends z.ZodType>(topic: T, value: V) =>
  z.object({ t: z.literal('patch'), topic: z.literal(topic), value });
const messageSchema = z.union([
  z.object({
    t: z.literal('welcome'),
    snapshot: z.object({
      rig: rigSchema,
      lineUp: lineUpSchema,
      clock: clockSchema,
      station: stationSchema,
      lock: lockSchema,
      settings: settingsSchema,
      status: statusSchema,
    }),
  }),
  patch('rig', rigSchema),
  patch('lineUp', lineUpSchema),
  patch('clock', clockSchema),
  patch('lock', lockSchema),
  patch('status', statusSchema),
  patch('settings', settingsSchema),
  z.object({ t: z.string(), topic: z.string().optional() }),
]);
export type ShellEvents = {
  outputs(outputs: PlacedOutput[]): void;
  /** For so many seconds from now; 0: no more. */
  identify(seconds: number, language: Language): void;
  /** Whether quitting is to be asked about. */
  show(state: ShowState): void;
  /** Whether the owner has mapped a live input on this station. */
  camera(isMapped: boolean): void;
};
export interface ShellLink {
  report(displays: ShellReport['displays'], places: ShellReport['places']): void;
  machine(machine: ShellMachine): void;
  close(): void;
}
const retryMs = 200;

export const openShellLink = (http: string, token: string, events: ShellEvents): ShellLink => {
  let socket: WebSocket | null = null;
  let told: Omit<ShellReport, 'kind'> = { displays: [], places: [], machine: null };
  let show: ShowState = { isLocked: false, isPlaying: false, cue: null, language: 'en' };
  let isClosed = false;
  const identify = createIdentify(events);
  const send = (message: ClientMessage) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
  const tell = () => send({ t: 'report', report: { kind: 'shell', ...told } });
  const tellShow = (part: Partial<ShowState>) => {
    show = { ...show, ...part };
    events.show(show);
  };
  const hear = (text: string): void => {
    const message = messageSchema.parse(JSON.parse(text));
    if ('snapshot' in message) {
      const { rig, lineUp, clock, station, lock, status, settings } = message.snapshot;
      events.camera(camerasOf(settings.document).length > 0);
      tellShow({ isLocked: lock.on, language: station.language, ...playing(status) });
      events.outputs(outputsOf(rig));
      tell();
      identify({ clock, until: lineUp.identifyUntil, language: station.language });
    } else if ('value' in message) {
      switch (message.topic) {
        case 'rig':
          return events.outputs(outputsOf(message.value));
        case 'lineUp':
          return identify({ until: message.value.identifyUntil });
        case 'clock':
          return identify({ clock: message.value });
        case 'lock':
          return tellShow({ isLocked: message.value.on });
        case 'status':
          return tellShow(playing(message.value));
        case 'settings':
          return events.camera(camerasOf(message.value.document).length > 0);
        default:
          return message satisfies never;
      }
    }
  };
  const open = () => {
    socket = new WebSocket(`${http.replace('http:', 'ws:')}/link`);
    socket.on('open', () =>
      send({
        t: 'hello',
        protocol: PROTOCOL,
        role: 'shell',
        page: { kind: 'shell', id: 'electron' },
        token,
        edits: true,
      }),
    );
    socket.on('message', (data: Buffer) => hear(data.toString('utf8')));
    socket.on('error', () => socket?.terminate()); // refused while the host starts again; 'close' follows
    socket.on('close', () => {
      if (!isClosed) machineTime.timer(retryMs, open);
    });
  };
  open();
  return {
    report(displays, places) {
      told = { ...told, displays, places };
      tell();
    },
    machine(machine) {
      told = { ...told, machine };
      tell();
    },
    close() {
      isClosed = true;
      socket?.terminate();
    },
  };
};

const playing = ({ playbacks, cues }: z.infer<typeof statusSchema>): Partial<ShowState> => ({
  isPlaying: playbacks.length > 0,
  cue: cues.current,
});

type Identify = { clock: z.infer<typeof clockSchema>; until: number | null; language: Language };
/** Host and shell are processes of one machine, so its monotonic clock is the same in both. */
const createIdentify = (events: ShellEvents) => {
  let known: Identify = { clock: { host: 0, show: 0, rate: 1 }, until: null, language: 'en' };
  return (next: Partial<Identify>) => {
    const isNews = next.until !== undefined && next.until !== known.until;
    known = { ...known, ...next };
    const { clock, until, language } = known;
    if (!isNews && until === null) return;
    const now = clock.show + (machineTime.hostSeconds() - clock.host) * clock.rate;
    events.identify(until === null ? 0 : Math.max(0, until - now), language);
  };
};

const outputsOf = ({ document }: z.infer<typeof rigSchema>): PlacedOutput[] => {
  const ordered = [...new Set([...Object.values(document.order).flat(), ...Object.keys(document.records)])];
  return ordered
    .filter((id) => kindOf(id) === 'output')
    .flatMap((id) => {
      const parsed = outputSchema.safeParse(document.records[id]);
      if (!parsed.success) return [];
      const { name, width, height, display } = parsed.data;
      return [{ id: nameOf(id), name, width, height, display }];
    });
};
