import type { RemoteInfo, Socket } from 'node:dgram';
import { levelsMessages } from '../../../core/control/levels.messages.ts';
import { multicastGroup, parseSacn } from '../../../core/control/dmx/sacn.ts';
import type { Problem } from '../../../core/result.ts';
import { allowedSenders, bindUdp, type Bound } from '../dmx/socket.ts';
import type { DmxPort, DmxPortOptions } from '../dmx/port.types.ts';

/**
 * sACN, receiving. One socket takes what is sent to this host; each universe's multicast has one of its own, bound to
 * the group's address, so nothing else comes in by it, the interface is the one of `host`, and no limit on groups a
 * socket is met. Windows can't bind to a group: there the first socket joins. Rejects with a DmxPortError; a group that
 * can't be joined is a problem of the open port.
 */
export const openSacnPort = async (options: DmxPortOptions): Promise<DmxPort> => {
  const isAllowed = allowedSenders(options.senders);
  const universes = new Set(options.universes);
  const receive = (bytes: Buffer, { address }: RemoteInfo) => {
    if (!isAllowed(address)) return options.onRefused(address, 'not on the list of senders');
    const packet = parseSacn(bytes);
    if (packet.kind === 'malformed') return options.onRefused(address, packet.message);
    if (packet.kind === 'other' || packet.isPreview || !universes.has(packet.universe)) return;
    const { universe, cid: source, name, priority, sequence, levels } = packet;
    if (packet.isTerminated) return options.onGoodbye(universe, source);
    const from = name === '' ? address : `${name} (${address})`;
    options.onFrame({ source, from, universe, priority, sequence, levels });
  };
  // The groups' sockets have the port, too, and one for every address would keep it from them.
  const isShared = options.share || (options.multicast && options.host === '0.0.0.0');
  const bound = await bindUdp(options.host, options.port, isShared, receive, options.onError);
  const wanted = options.multicast ? [...universes].map(multicastGroup) : [];
  const joined = new Map<string, Bound>();
  let isClosed = false;
  const joinOne = async (group: string): Promise<void> => {
    const member = joined.get(group);
    if (process.platform !== 'win32') {
      if (member === undefined)
        joined.set(group, await openGroup(group, bound.address.port, options, receive));
      else joinAgain(member.socket, group, options.host);
    } else if (member === undefined) {
      bound.socket.addMembership(group, memberOf(options.host));
      joined.set(group, bound);
    }
  };
  const join = async (): Promise<Problem[]> => {
    const problems: Problem[] = [];
    for (const group of wanted) {
      if (isClosed) return [];
      try {
        await joinOne(group);
      } catch (error) {
        problems.push(problemOf(group, error));
      }
    }
    return problems;
  };
  let joining = join();
  return {
    address: bound.address,
    problems: await joining,
    tryAgain: () => (joining = join()),
    async close() {
      isClosed = true;
      await joining;
      await Promise.all([bound, ...joined.values()].map((each) => each.close()));
    },
  };
};

/** undefined: the system's choice. */
const memberOf = (host: string): string | undefined => (host === '0.0.0.0' ? undefined : host);

const openGroup = async (
  group: string,
  port: number,
  { host, onError }: DmxPortOptions,
  receive: (bytes: Buffer, from: RemoteInfo) => void,
): Promise<Bound> => {
  // Every program that hears a group gets its own copy: sharing costs nobody anything.
  const bound = await bindUdp(group, port, true, receive, onError);
  try {
    bound.socket.addMembership(group, memberOf(host));
    return bound;
  } catch (error) {
    await bound.close();
    throw error;
  }
};

/** A card that was pulled out takes its groups with it, and the one that is plugged in again is a new one to the system. */
const joinAgain = (socket: Socket, group: string, host: string): void => {
  try {
    socket.addMembership(group, memberOf(host));
  } catch (error) {
    if (!hasCode(error, 'EADDRINUSE')) throw error; // that is: a member still
  }
};

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const problemOf = (group: string, error: unknown): Problem => ({
  code: 'dmx-multicast',
  message: `${group}: ${levelsMessages['dmx-multicast'].en} (${error instanceof Error ? error.message : String(error)})`,
  path: group,
});
