import type { OscPort, OscPortOptions } from './port.types.ts';
import { createReceiver } from './receive.ts';
import { openTcpClient } from './tcp-client.ts';
import { openTcpServer } from './tcp-server.ts';
import type { LineState, OpenTransport, Transport, TransportOptions } from './transport.ts';
import { openUdpClient } from './udp-client.ts';
import { openUdp } from './udp.ts';

/**
 * Opens one OSC port over UDP. Rejects with an OscPortError whose message says what to do. Errors of the open socket
 * are journalled; the port stays. `close` cancels what is scheduled and ends the socket.
 */
export const createOscPort = (options: OscPortOptions): Promise<OscPort> =>
  createDeskPort(options, { protocol: 'udp', side: 'server', reply: { host: '', port: 0 } }, () => undefined);

export type DeskLine = Pick<TransportOptions, 'protocol' | 'side' | 'reply'>;

/** The same over any transport. `onLine` hears of connections; a client opens at once and connects when it can. */
export async function createDeskPort(
  options: OscPortOptions,
  line: DeskLine,
  onLine: (state: LineState) => void,
): Promise<OscPort> {
  let transport: Transport | null = null;
  const receiver = createReceiver(options, (bytes, sender) => transport?.sendTo(bytes, sender) ?? false);
  const { host, port, senders, clock } = options;
  try {
    transport = await openerOf(line)(
      { ...line, host, port, senders, clock },
      {
        packet: receiver.receive,
        refuse: receiver.refuse,
        gone: receiver.gone,
        note: receiver.note,
        fail: receiver.fail,
        line: onLine,
      },
    );
  } catch (error) {
    receiver.close();
    throw error;
  }
  const open = transport;
  let closing: Promise<void> | null = null;
  return {
    address: open.address,
    stats: receiver.stats,
    log: receiver.log,
    send: open.send,
    reset: open.reset,
    close() {
      receiver.close();
      // Whoever still subscribes is told no, not sent to on a closed socket.
      transport = null;
      closing ??= open.close();
      return closing;
    },
  };
}

function openerOf({ protocol, side }: DeskLine): OpenTransport {
  if (protocol === 'udp') return side === 'server' ? openUdp : openUdpClient;
  return side === 'server' ? openTcpServer(protocol) : openTcpClient(protocol);
}
