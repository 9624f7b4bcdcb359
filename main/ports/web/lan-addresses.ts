import { hostname, networkInterfaces } from 'node:os';

/**
 * This machine's addresses on the network, IPv4 first: what a person can type on a tablet. Link-local IPv6 is left out,
 * since no browser takes its zone; link-local IPv4 is what two machines on one cable have, and stays.
 */
export const lanAddresses = (): string[] => {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const usable = all.filter(({ internal, address }) => !internal && !/^fe[89ab]/i.test(address));
  const ofFamily = (isV6: boolean) =>
    usable
      .filter(({ address }) => address.includes(':') === isV6)
      .map(({ address }) => address.toLowerCase());
  return [...new Set([...ofFamily(false), ...ofFamily(true)])];
};

const nameOfMachine = hostname().toLowerCase();
/** What this machine is called on its network without anybody's doing. */
export const ownLanNames: readonly string[] = [nameOfMachine, `${nameOfMachine}.local`];

/**
 * The Host headers that mean the listener at `address`. Names of this machine alone beside the address itself: a name
 * that somebody else may point here (DNS rebinding) is none of them. `set`: names that the owner has set.
 */
export const lanHostNames = (
  address: string,
  port: number,
  set: readonly string[] = [],
): ReadonlySet<string> => {
  const names = [address.includes(':') ? `[${address}]` : address, ...ownLanNames, ...set];
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
};
