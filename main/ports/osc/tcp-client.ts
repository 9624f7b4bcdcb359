import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Framing } from '../../../core/control/osc/framing.ts';
import { createBackOff } from './back-off.ts';
import { createPeer } from './tcp-peer.ts';
import type { Peer } from './tcp-peer.ts';
import type { OpenTransport } from './transport.ts';

/** Seconds to wait for the desk to pick up, and after which a connection has gone well. */
const PICK_UP = 5;
const WELL = 5;

/** Calls a desk and, whatever happens, calls again, for ever. */
export const openTcpClient =
  (framing: Framing): OpenTransport =>
  (options, events) => {
    const { clock } = options;
    const backOff = createBackOff(clock);
    let peer: Peer | null = null;
    let dialled: Socket | null = null;
    let isClosed = false;
    let whenClosed = (): void => undefined;

    const lost = (code: string): void => {
      dialled = null;
      if (isClosed) return whenClosed();
      events.line({ kind: 'lost', code });
      backOff.later(dial);
    };
    const connected = (socket: Socket): void => {
      const since = clock.host();
      const one = createPeer({
        socket,
        framing,
        clock,
        events,
        onClosed(why) {
          peer = null;
          events.note('left', `${options.host}: ${why}`);
          events.gone(one.sender);
          if (clock.host() - since >= WELL) backOff.reset();
          lost(why);
        },
      });
      peer = one;
      events.line({ kind: 'open', peers: 1 });
    };
    const dial = (): void => {
      events.line({ kind: 'connecting' });
      const socket = connect({ host: options.host, port: options.port });
      dialled = socket;
      let code = 'ETIMEDOUT';
      const cancel = clock.after(PICK_UP * 1000, () => socket.destroy());
      const failed = (error: NodeJS.ErrnoException): void => void (code = error.code ?? error.message);
      const closed = (): void => {
        cancel();
        lost(code);
      };
      socket.on('error', failed).on('close', closed);
      socket.once('connect', () => {
        cancel();
        socket.off('error', failed).off('close', closed);
        connected(socket);
      });
    };
    dial();
    return Promise.resolve({
      address: { host: options.host, port: options.port },
      sendTo: (bytes) => peer?.send(bytes) ?? false,
      send: (bytes) => Number(peer?.send(bytes) ?? false),
      reset: () => peer?.close('the desk does not answer'),
      close: () =>
        new Promise((resolve) => {
          isClosed = true;
          backOff.stop();
          if (dialled === null) return resolve();
          whenClosed = resolve;
          dialled.destroy();
        }),
    });
  };
