import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { LookUp } from './port.types.ts';

/**
 * Names of projectors to addresses, one at a time: each look-up holds one of the few threads that also write the
 * session and the journal, and a name that nobody knows holds it for seconds.
 */
export const createLookUp = (ask: (name: string) => Promise<string> = askSystem): LookUp => {
  const running = new Map<string, Promise<string | null>>();
  let last: Promise<unknown> = Promise.resolve();
  const queue = (host: string) => {
    const mine = last
      .then(() => ask(host))
      .catch(() => null) // unknown
      .finally(() => running.delete(host));
    last = mine;
    running.set(host, mine);
    return mine;
  };
  return (host) => (isIP(host) === 0 ? (running.get(host) ?? queue(host)) : Promise.resolve(host));
};

const askSystem = async (name: string): Promise<string> => (await lookup(name)).address;
