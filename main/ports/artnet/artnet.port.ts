import type { RemoteInfo } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { BlockList, isIPv4 } from 'node:net';
import { ARTNET_PORT, parseArtnet } from '../../../core/control/dmx/artnet.ts';
import { encodePollReplies } from '../../../core/control/dmx/artnet-reply.ts';
import { allowedSenders, bindUdp } from '../dmx/socket.ts';
import type { DmxPort, DmxPortOptions } from '../dmx/port.types.ts';

/**
 * Art-Net, receiving: levels, timecode, and an answer to whoever asks which nodes there are, so that a desk lists this
 * one. ArtSync changes nothing: levels ride a picture that is drawn at its own rate. Rejects with a DmxPortError.
 */
export const openArtnetPort = async (options: DmxPortOptions): Promise<DmxPort> => {
  const isAllowed = allowedSenders(options.senders);
  const universes = new Set(options.universes);
  const mayReply = limiter(options.now, MOST_REPLIES);
  let count = 0;
  const reply = ({ address, port }: RemoteInfo) => {
    if (!mayReply()) return;
    count += 1;
    const replies = encodePollReplies({
      ip: ownAddress(bound.address.host, address).split('.').map(Number),
      shortName: options.name,
      longName: `${options.name} (Frise)`,
      universes: options.universes,
      receiving: options.receiving(),
      count,
    });
    // Desks listen at the protocol's port, wherever they ask from; another one is a test's.
    const to = bound.address.port === ARTNET_PORT ? ARTNET_PORT : port;
    for (const bytes of replies)
      bound.socket.send(bytes, to, address, (error) => {
        if (error !== null) options.onError(error);
      });
  };
  const receive = (bytes: Buffer, sender: RemoteInfo) => {
    const from = sender.address;
    if (!isAllowed(from)) return options.onRefused(from, 'not on the list of senders');
    const packet = parseArtnet(bytes);
    switch (packet.kind) {
      case 'dmx': {
        const { universe, sequence, levels } = packet;
        if (!universes.has(universe)) return;
        return options.onFrame({ source: from, from, universe, priority: 100, sequence, levels });
      }
      case 'timecode':
        return options.onTimecode(from, packet);
      case 'poll':
        return reply(sender);
      case 'malformed':
        return options.onRefused(from, packet.message);
      case 'sync':
      case 'other':
        return;
      default:
        return packet satisfies never;
    }
  };
  const bound = await bindUdp(options.host, options.port, options.share, receive, options.onError);
  return { address: bound.address, problems: [], tryAgain: async () => [], close: bound.close };
};

/** Answers a second, to all who ask together. */
const MOST_REPLIES = 20;

const limiter = (now: () => number, perSecond: number) => {
  let since = -Infinity;
  let count = 0;
  return (): boolean => {
    if (now() - since >= 1) [since, count] = [now(), 0];
    count += 1;
    return count <= perSecond;
  };
};

/** This machine's address on the asker's network; of a port on all networks that is not the bound one. */
const ownAddress = (bound: string, asker: string): string => {
  if (bound !== '0.0.0.0') return bound;
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const own = all.filter(({ address }) => isIPv4(address));
  const near = own.find(({ cidr }) => {
    const [network = '', bits = '32'] = (cidr ?? '').split('/');
    const list = new BlockList();
    if (isIPv4(network)) list.addSubnet(network, Number(bits), 'ipv4');
    return list.check(asker, 'ipv4');
  });
  return (near ?? own[0])?.address ?? '127.0.0.1';
};
