import type { Server } from 'node:net';
import type { ShowClock } from '../../host/clock.ts';
import { addressText, type Address } from '../../host/options.ts';
import type { LanDoor } from '../../host/pairing.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Problem, type Result } from '../../../core/result.ts';
import type { Scheme } from './guard.ts';

/**
 * The listeners of the network: one a LAN address, each a server of its own beside the loopback one, on the same port or
 * the next that is free. Addresses come and go (a cable, a Wi-Fi), so they are looked at again every few seconds while
 * the network is on. Nothing that happens here reaches the show's own pages.
 */
export type LanOptions = {
  port: number;
  addresses(): string[];
  /** A server with all its routes, not yet bound; rejects when there is no certificate for it. */
  makeServer(): Promise<{ server: Server; scheme: Scheme }>;
  bind(server: Server, listen: Address): Promise<Result<Address>>;
  closeServer(server: Server): Promise<void>;
  /** Addresses that could not be listened on. */
  onProblems(problems: Problem[]): void;
  clock: ShowClock;
};
type Listening = { server: Server; url: string };

const lookEveryMs = 3000;
const portsTried = 10;

export const createLan = (options: LanOptions): LanDoor => {
  const { clock, bind, makeServer } = options;
  const open = new Map<string, Listening>();
  let isOn = false;
  let stopLooking: () => void = () => undefined;
  let changed: () => void = () => undefined;
  let working: Promise<void> = Promise.resolve();

  const listen = async (address: string): Promise<Problem | null> => {
    let reason = '';
    for (let port = options.port; port < options.port + portsTried; port += 1) {
      const made = await tried(makeServer);
      if (!made.ok) return made;
      const { server, scheme } = made.value;
      const bound = await bind(server, { host: address, port });
      if (bound.ok) {
        open.set(address, { server, url: `${scheme}://${addressText(bound.value)}` });
        return null;
      }
      await options.closeServer(server);
      reason = bound.message;
      if (bound.code !== 'port-taken') break;
    }
    return {
      code: 'lan-port-refused',
      message: `${messages['lan-port-refused'].en} (${reason})`,
      path: address,
    };
  };
  const drop = async (address: string) => {
    const gone = open.get(address);
    open.delete(address);
    if (gone !== undefined) await options.closeServer(gone.server);
  };
  const match = async () => {
    const wanted = isOn ? options.addresses() : [];
    const before = [...open.keys()].join();
    for (const address of open.keys()) if (!wanted.includes(address)) await drop(address);
    const problems: Problem[] = [];
    for (const address of wanted) {
      const problem = open.has(address) ? null : await listen(address);
      if (problem !== null) problems.push(problem);
    }
    options.onProblems(problems);
    if ([...open.keys()].join() !== before) changed();
  };
  /** One at a time: on and off may follow each other faster than a port opens. */
  const soon = (): Promise<void> => (working = working.then(match));

  return {
    async open() {
      if (!isOn) stopLooking = clock.every(lookEveryMs, () => void soon());
      isOn = true;
      await soon();
    },
    async close() {
      isOn = false;
      stopLooking();
      await soon();
    },
    async renew() {
      working = working.then(async () => {
        for (const address of open.keys()) await drop(address);
      });
      await soon();
      changed();
    },
    urls: () => [...open.values()].map(({ url }) => url),
    onChange: (listener) => void (changed = listener),
  };
};

/** What is kept is broken: the door stays shut rather than open in plain. */
const tried = async <T>(make: () => Promise<T>): Promise<Result<T>> => {
  try {
    return ok(await make());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail('certificate-failed', `${messages['certificate-failed'].en} (${why})`, 'lan-certificate.pem');
  }
};
