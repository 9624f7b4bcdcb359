import type { Handlers } from '../../core/control/dispatcher.ts';
import type { ProjectorStatus } from '../../core/control/link.ts';
import type { Order } from '../../core/control/pjlink/orders.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { compileRig } from '../../core/rig/rig.document.ts';
import type { RigDocument } from '../../core/rig/rig.schema.ts';
import { createDevice } from '../ports/pjlink/device.ts';
import { createLookUp } from '../ports/pjlink/look-up.ts';
import type { LookUp, PjlinkAddress, PjlinkDevice } from '../ports/pjlink/port.types.ts';
import type { ShowClock } from './clock.ts';
import type { Health } from './health.ts';
import type { Journal } from './journal.ts';
import { addressText } from './options.ts';
import { createProjectorNews } from './projector-news.ts';
import { openProjectorPasswords } from './projector-passwords.ts';
import { projectorStatus, type ProjectorSeat } from './projector-status.ts';

/**
 * The rig's projectors by PJLink (main/ports/pjlink): their state, and what they are told to do. A verb is answered at
 * once, whatever the device does: the state follows.
 */
export interface Projectors {
  handlers: Pick<
    Handlers,
    'projector/power' | 'projector/shutter' | 'projector/input' | 'projector/password'
  >;
  status(): ProjectorStatus[];
  rigChanged(): void;
  dispose(): void;
}
export type ProjectorsOptions = {
  rig(): RigDocument;
  /** false: another host speaks to them; a projector takes one controller alone. */
  isOurs(): boolean;
  /** The station's. */
  folder: string;
  clock: ShowClock;
  health: Health;
  journal: Journal;
  /** Some status is another than it was; called at most every `toldEveryMs`. */
  onChange(status: ProjectorStatus[]): void;
  lookUp?: LookUp;
};
type WantedSeat = ProjectorSeat & { where: PjlinkAddress };
type Seat = { seat: WantedSeat; device: PjlinkDevice };

const toldEveryMs = 100;

export const createProjectors = (options: ProjectorsOptions): Projectors => {
  const { clock, health, journal } = options;
  const passwords = openProjectorPasswords(options.folder, (message) =>
    health.set('projectors', message === null ? [] : [passwordsProblem(message)]),
  );
  const news = createProjectorNews((text) => journal.add('projector', text));
  const devices = createFleet(options, passwords.of, () => tellSoon());
  let seats: Seat[] = [];
  let waiting: (() => void) | null = null;

  const status = () => seats.map(({ seat, device }) => projectorStatus(seat, device.status()));
  const tell = () => {
    waiting = null;
    const all = status();
    for (const each of all) {
      news.look(each);
      health.set(ownerOf(each.output), each.problem === null ? [] : [each.problem]);
    }
    options.onChange(all);
  };
  const tellSoon = () => (waiting ??= clock.after(toldEveryMs, tell));
  const rigChanged = () => {
    const wanted = options.isOurs() ? seatsOf(options.rig()) : [];
    if (JSON.stringify(wanted) === JSON.stringify(seats.map(({ seat }) => seat))) return;
    const gone = seats.filter(({ seat }) => !wanted.some(({ output }) => output === seat.output));
    seats = wanted.map((seat) => ({ seat, device: devices.at(seat) }));
    devices.keep(new Set(seats.map(({ seat }) => seat.address)));
    for (const { seat } of gone) {
      news.forget(seat.output);
      health.clear(ownerOf(seat.output));
    }
    tellSoon();
  };
  const seatsFor = (id: string): Result<Seat[]> => {
    const named = id === 'all' ? seats : seats.filter(({ seat }) => seat.output === id);
    if (named.length > 0) return ok(named);
    const isKnown = id === 'all' || compileRig(options.rig()).outputs.some(({ key }) => key === id);
    return isKnown
      ? fail('projector-missing', messages['projector-missing'].en, `output:${id}.projector`)
      : fail('projector-unknown', messages['projector-unknown'].en, 'id');
  };
  const order = (id: string, what: Order): Result<Record<never, never>> => {
    const found = seatsFor(id);
    if (!found.ok) return found;
    // Two outputs of one projector tell it once.
    for (const device of new Set(found.value.map((each) => each.device))) device.order(what);
    return ok({});
  };
  rigChanged();
  return {
    handlers: {
      'projector/power': ({ id, on }) => order(id, { kind: 'power', on }),
      'projector/shutter': ({ id, closed }) => order(id, { kind: 'shutter', closed }),
      'projector/input': ({ id, input }) => order(id, { kind: 'input', input }),
      async 'projector/password'({ id, password }) {
        const found = seatsFor(id);
        if (!found.ok) return found;
        const written = passwords.set(
          found.value.map(({ seat }) => seat.address),
          password,
        );
        for (const { device, seat } of found.value) device.setPassword(passwords.of(seat.address));
        await written;
        return ok({});
      },
    },
    status,
    rigChanged,
    dispose() {
      waiting?.();
      devices.keep(new Set());
    },
  };
};

/** One device an address: a projector talks to one controller only. */
const createFleet = (
  { clock, journal, lookUp = createLookUp() }: ProjectorsOptions,
  passwordOf: (address: string) => string | null,
  onChange: () => void,
) => {
  const devices = new Map<string, PjlinkDevice>();
  const make = (where: PjlinkAddress, address: string) =>
    createDevice({
      address: where,
      password: passwordOf(address),
      clock,
      lookUp,
      onChange,
      onGivenUp: (word, why) => journal.add('projector', `projector ${address}: ${word} given up, ${why}`),
      onError: (error) => journal.add('problem', `projector ${address}: ${String(error)}`),
    });
  return {
    at({ address, where }: WantedSeat): PjlinkDevice {
      const device = devices.get(address) ?? make(where, address);
      devices.set(address, device);
      return device;
    },
    keep(addresses: ReadonlySet<string>): void {
      for (const [address, device] of devices)
        if (!addresses.has(address)) {
          device.dispose();
          devices.delete(address);
        }
    },
  };
};

const seatsOf = (rig: RigDocument): WantedSeat[] =>
  compileRig(rig).outputs.flatMap(({ key, name, projector }) => {
    if (projector === null) return [];
    const address = addressText({ ...projector, host: projector.host.toLowerCase() });
    return [{ output: key, title: name, address, where: projector }];
  });
const ownerOf = (output: string): string => `projector:${output}`;
const passwordsProblem = (why: string) => ({
  code: 'projector-passwords',
  message: `projectors.json: ${why}. ${messages['projector-passwords'].en}`,
  path: 'projectors.json',
});
