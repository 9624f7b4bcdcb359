import { messages } from '../../../core/messages.ts';
import type { FeedbackRecord } from '../../../core/station/desk.schema.ts';
import { openTcpClient } from '../../ports/osc/tcp-client.ts';
import type { LineState, OpenTransport, Transport } from '../../ports/osc/transport.ts';
import { openUdpClient } from '../../ports/osc/udp-client.ts';
import { addressText } from '../options.ts';
import type { RoomParts } from '../rooms.ts';
import { ownerOf, titleOf, type Line } from './desks.ts';
import type { Feedback } from './feedback.ts';

/** One `feedback:` record: called for ever, told everything each time it is there. What it says is not listened to. */
export const openReceiver = (
  { clock, health, journal }: RoomParts,
  feedback: Feedback,
  record: FeedbackRecord & { id: string },
  before: () => Promise<void>,
): Line => {
  const owner = ownerOf(record.id);
  let transport: Transport | null = null;
  let isClosed = false;
  const onLine = (state: LineState): void => {
    if (isClosed) return;
    if (state.kind === 'open') {
      health.clear(owner);
      feedback.tell(record.id, {
        prefix: record.prefix,
        rate: record.rate,
        until: null,
        send: (bytes) => (transport?.send(bytes) ?? 0) > 0,
      });
    } else if (state.kind === 'lost') {
      feedback.forget(record.id);
      const code = 'feedback-unreachable';
      const where = `${titleOf(record)}, ${addressText(record)}`;
      health.set(owner, [{ code, message: `${where}: ${messages[code].en}`, path: record.id }]);
    }
  };
  const start = async (): Promise<void> => {
    await before();
    if (isClosed) return;
    const opened = await openerOf(record)(
      {
        protocol: record.protocol,
        side: 'client',
        host: record.host,
        port: record.port,
        senders: [],
        reply: { host: '', port: 0 },
        clock,
      },
      {
        packet: () => undefined,
        refuse: () => undefined,
        gone: () => undefined,
        note: (kind, detail) => journal.add('feedback', `${titleOf(record)}: ${kind}: ${detail}`),
        // Nobody at the other end of a datagram is no fault of ours.
        fail: () => undefined,
        line: onLine,
      },
    );
    if (isClosed) await opened.close();
    else transport = opened;
  };
  void start();
  return {
    send: (bytes) => transport?.send(bytes) ?? 0,
    async close() {
      isClosed = true;
      feedback.forget(record.id);
      health.clear(owner);
      await transport?.close();
    },
  };
};

const openerOf = ({ protocol }: FeedbackRecord): OpenTransport =>
  protocol === 'udp' ? openUdpClient : openTcpClient(protocol);
