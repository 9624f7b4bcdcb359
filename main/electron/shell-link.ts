import { WebSocket } from 'ws';
import { z } from 'zod';
import { PROTOCOL, type ClientMessage, type Report } from '../../core/control/link.ts';
import { kindOf, nameOf } from '../../core/ids.ts';
import { outputSchema } from '../../core/rig/rig.schema.ts';
import { machineTime } from '../host/clock.ts';
import type { PlacedOutput } from './placement.ts';

/** Electron's main as a client of the host: it hears which outputs the rig has, and tells which displays there are. */
const rigSchema = z.object({
  document: z.object({
    records: z.record(z.string(), z.unknown()),
    order: z.record(z.string(), z.array(z.string())),
  }),
});
const messageSchema = z.union([
  z.object({ t: z.literal('welcome'), snapshot: z.object({ rig: rigSchema }) }),
  z.object({ t: z.literal('patch'), topic: z.literal('rig'), value: rigSchema }),
  z.object({ t: z.string() }),
]);
type ShellReport = Extract<Report, { kind: 'shell' }>;
export interface ShellLink {
  report(displays: ShellReport['displays']): void;
  close(): void;
}
const retryMs = 200;

export const openShellLink = (
  http: string,
  token: string,
  onOutputs: (outputs: PlacedOutput[]) => void,
): ShellLink => {
  let socket: WebSocket | null = null;
  let displays: ShellReport['displays'] = [];
  let isClosed = false;
  const send = (message: ClientMessage) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
  const tell = () => send({ t: 'report', report: { kind: 'shell', displays, places: [] } });
  const hear = (text: string) => {
    const message = messageSchema.parse(JSON.parse(text));
    if ('snapshot' in message) {
      onOutputs(outputsOf(message.snapshot.rig));
      tell();
    } else if ('value' in message) onOutputs(outputsOf(message.value));
  };
  const open = () => {
    socket = new WebSocket(`${http.replace('http:', 'ws:')}/link`);
    socket.on('open', () =>
      send({ t: 'hello', protocol: PROTOCOL, role: 'shell', page: { kind: 'shell', id: 'electron' }, token }),
    );
    socket.on('message', (data: Buffer) => hear(data.toString('utf8')));
    socket.on('error', () => socket?.terminate()); // refused while the host starts again; 'close' follows
    socket.on('close', () => {
      if (!isClosed) machineTime.timer(retryMs, open);
    });
  };
  open();
  return {
    report(next) {
      displays = next;
      tell();
    },
    close() {
      isClosed = true;
      socket?.terminate();
    },
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
