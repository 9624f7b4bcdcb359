import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { createShowClock } from '../../../../main/host/clock.ts';
import { createWire } from '../../../../main/ports/pjlink/wire.ts';
import { createFakeMachine } from '../../host/fake-machine.ts';

const wired = () => {
  const socket = new Socket();
  return { socket, wire: createWire(socket, createShowClock(0, createFakeMachine().machine)) };
};

it.each(['\r', '\n\r', 'A', 'PJLINK 0\r'])('a device that floods with %j is hung up on', async (text) => {
  const { socket, wire } = wired();
  for (let sent = 0; wire.isOpen() && sent < 100; sent += 1) socket.emit('data', Buffer.alloc(1000, text));
  expect(wire.isOpen()).toBe(false);
  expect(socket.destroyed).toBe(true);
});

it('one that answers all night is not', async () => {
  const { socket, wire } = wired();
  for (let asked = 0; asked < 1000; asked += 1) {
    wire.forget();
    socket.emit('data', Buffer.from(`${'x'.repeat(120)}\r\n`));
    expect(await wire.next(1)).toEqual({ kind: 'line', text: 'x'.repeat(120) });
  }
  expect(wire.isOpen()).toBe(true);
});
