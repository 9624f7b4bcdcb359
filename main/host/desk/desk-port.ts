import { isMessageCode, messages } from '../../../core/messages.ts';
import type { OscRecord } from '../../../core/station/desk.schema.ts';
import { nameOf } from '../../../core/ids.ts';
import { OscPortError } from '../../ports/osc/error.ts';
import { createDeskPort } from '../../ports/osc/osc.port.ts';
import type { OscPort, OscPortOptions } from '../../ports/osc/port.types.ts';
import type { LineState } from '../../ports/osc/transport.ts';
import { addressText } from '../options.ts';
import { inputOf } from '../osc.ts';
import type { RoomParts } from '../rooms.ts';
import { isTextParameter } from '../text-parameters.ts';
import { triggersFor } from '../trigger-door.ts';
import { ownerOf, titleOf, type Line } from './desks.ts';
import { createDeskReader } from './desk-reader.ts';
import { createEosTalk } from './eos-talk.ts';
import type { Feedback } from './feedback.ts';

/** Seconds until a port that did not open is tried again: a network may come later than the host. */
const AGAIN = 5;

/** One `osc:` record: an input of its own, with light, log and arm, opened once `before` is done. */
export const openDesk = (
  parts: RoomParts,
  feedback: Feedback,
  record: OscRecord & { id: string },
  before: () => Promise<void>,
): Line => {
  const { clock, health, journal } = parts;
  const owner = ownerOf(record.id);
  const input = parts.inputs.register({ id: `osc-${nameOf(record.id)}`, kind: 'osc' });
  let port: OscPort | null = null;
  let isClosed = false;
  let cancelAgain: (() => void) | null = null;
  let isThere = false;
  const isEos = record.side === 'client' && record.dialects.includes('eos');

  const where = (): string => addressText(port?.address ?? { host: record.host, port: record.port });
  const trouble = (code: string): void => {
    const message = isMessageCode(code) ? messages[code].en : code;
    health.set(owner, [{ code, message: `${titleOf(record)}, ${where()}: ${message}`, path: record.id }]);
    input.is('fault', `${where()}: ${code}`);
  };
  const talk = createEosTalk({
    isOn: isEos,
    everySeconds: record.keepAlive,
    clock,
    send: (bytes) => port?.send(bytes) ?? 0,
    reset: () => port?.reset(),
    onSilent() {
      isThere = false;
      trouble('desk-silent');
    },
  });
  const onLine = (state: LineState): void => {
    if (isClosed) return;
    switch (state.kind) {
      case 'connecting':
        if (!isThere) input.is('waiting', `${where()}: connecting`);
        return;
      case 'lost':
        talk.lost();
        isThere = false;
        journal.add('desk', `${titleOf(record)}: no connection to ${where()} (${state.code})`);
        return trouble('desk-unreachable');
      case 'open':
        // Over datagrams a desk is there once it is heard, and so is an Eos, which takes calls with its OSC off.
        isThere = record.side === 'client' && record.protocol !== 'udp' && !isEos;
        if (isThere) health.clear(owner);
        input.is(isThere ? 'ready' : 'waiting', detailOf(where(), record, state.peers));
        // The port is ours only after this; its first words come right behind.
        clock.after(0, talk.connected);
    }
  };
  const heard: OscPortOptions['onMessage'] = (raw) => {
    if (raw.message !== null) talk.heard(raw.message);
    if (!isThere) {
      isThere = true;
      health.clear(owner);
      input.is('ready', where());
    }
    input.heard(inputOf(raw, input.isArmed()), raw.message);
  };
  const start = async (): Promise<void> => {
    await before();
    if (isClosed) return;
    try {
      const opened = await createDeskPort(
        optionsOf(parts, feedback, record, input.id, heard),
        lineOf(record),
        onLine,
      );
      if (isClosed) return await opened.close();
      port = opened;
      if (record.side === 'server') {
        health.clear(owner);
        input.is('waiting', where());
      }
    } catch (error) {
      if (isClosed) return;
      trouble(codeOf(error));
      cancelAgain = clock.after(AGAIN * 1000, () => void start());
    }
  };
  void start();
  return {
    send: (bytes) => port?.send(bytes) ?? 0,
    async close() {
      isClosed = true;
      cancelAgain?.();
      talk.dispose();
      health.clear(owner);
      input.dispose();
      await port?.close();
    },
  };
};

const detailOf = (where: string, { protocol }: OscRecord, peers: number): string =>
  protocol === 'udp' ? where : `${where}, ${peers} connected`;

const lineOf = ({ protocol, side, replyHost, replyPort }: OscRecord) => ({
  protocol,
  side,
  reply: { host: replyHost, port: replyPort },
});

const codes: Readonly<Record<OscPortError['code'], string>> = {
  'port-busy': 'desk-port-busy',
  'port-denied': 'desk-port-denied',
  'host-unavailable': 'desk-host-unavailable',
  'sender-invalid': 'desk-sender-invalid',
  'port-failed': 'desk-port-failed',
};
const codeOf = (error: unknown): string =>
  error instanceof OscPortError ? codes[error.code] : 'desk-port-failed';

const optionsOf = (
  { clock, documents, journal, dispatch, playback }: RoomParts,
  feedback: Feedback,
  record: OscRecord & { id: string },
  input: string,
  onMessage: OscPortOptions['onMessage'],
): OscPortOptions => ({
  host: record.host,
  port: record.port,
  native: record.native,
  senders: record.senders,
  clock,
  dispatch: ({ verb, args, source }) =>
    dispatch({
      verb,
      args,
      // The desk and not the port: the same press through two ports is one press for the guard.
      source: { sender: `osc:${source.address}`, roles: ['operator'], input },
      requestId: null,
      at: null,
    }),
  triggers: triggersFor(documents.compiled, 'osc'),
  isText: (clip, param) => isTextParameter(documents.compiled(), clip, param),
  desk: record.dialects.length === 0 ? null : createDeskReader(record, documents.compiled, playback.fired),
  duplicates: { ms: record.duplicateMs, from: record.duplicatesFrom },
  subscriptions: feedback.subscribing(input, record.protocol === 'udp'),
  journal: (entry) => journal.add('osc', input, entry),
  onMessage,
});
