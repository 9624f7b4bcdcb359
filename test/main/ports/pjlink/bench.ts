import { onTestFinished } from 'vitest';
import type { GivenUp, Order, OrderWord } from '../../../../core/control/pjlink/orders.ts';
import { createShowClock } from '../../../../main/host/clock.ts';
import { createDevice } from '../../../../main/ports/pjlink/device.ts';
import { createLookUp } from '../../../../main/ports/pjlink/look-up.ts';
import type { LookUp } from '../../../../main/ports/pjlink/port.types.ts';
import { PjlinkSimulator, type SimulatorModel } from '../../../support/pjlink-simulator.ts';
import { createFakeMachine } from '../../host/fake-machine.ts';
import { isEverythingRead } from './sockets.ts';

/**
 * A device of ours and a simulated projector over a real socket, on one clock that the test moves. It moves only when
 * the talk has come to rest: whatever one end has sent, the other has read. A slow machine only takes longer.
 */
const quietTurns = 8;
const mostTurns = 1_000_000;
const turn = () => new Promise((done) => setImmediate(done));

type Setting = { password?: string | null; host?: string; port?: number; lookUp?: LookUp };

export const setUp = async (model: Partial<SimulatorModel> = {}, setting: Setting = {}) => {
  const fake = createFakeMachine();
  const clock = createShowClock(0, fake.machine);
  const projector = new PjlinkSimulator(model, {
    after: (seconds, fn) => fake.machine.timer(seconds * 1000, fn),
  });
  const port = setting.port ?? (await projector.listen());
  const before = fake.pending();
  const givenUp: [OrderWord, GivenUp][] = [];
  const errors: unknown[] = [];
  let changes = 0;
  const device = createDevice({
    address: { host: setting.host ?? '127.0.0.1', port },
    password: setting.password ?? null,
    clock,
    lookUp: setting.lookUp ?? createLookUp(),
    onChange: () => (changes += 1),
    onGivenUp: (word, why) => givenUp.push([word, why]),
    onError: (error) => errors.push(error),
  });
  const rest = async () => {
    const look = () =>
      JSON.stringify([projector.heard.length, projector.connections, projector.refused, changes]);
    let quiet = 0;
    let last = look();
    for (let turns = 0; quiet < quietTurns; turns += 1) {
      if (turns > mostTurns) throw new Error(`the talk never comes to rest: ${last}`);
      await turn();
      const now = look();
      quiet = now === last && isEverythingRead() ? quiet + 1 : 0;
      last = now;
    }
  };
  onTestFinished(async () => {
    device.dispose();
    await projector.close();
    if (errors.length > 0) throw errors[0];
    if (projector.overlaps > 0) throw new Error('two questions at once');
  });
  await rest();
  return {
    projector,
    device,
    port,
    givenUp,
    rest,
    /** Timers that are not the simulator's own from before. */
    pending: () => fake.pending() - before,
    status: () => device.status(),
    readings: () => device.status().readings,
    /** Seconds go by, and everybody has time for each of them. */
    async pass(seconds: number, step = 1) {
      for (let gone = 0; gone < seconds - 1e-9; gone += step) {
        fake.advance(Math.min(step, seconds - gone));
        await rest();
      }
    },
    async order(order: Order) {
      device.order(order);
      await rest();
    },
    /** Commands with a parameter other than a question. */
    told: () => projector.heard.filter((text) => !text.includes('?')),
  };
};
