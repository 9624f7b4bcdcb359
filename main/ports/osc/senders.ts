import { BlockList, isIP } from 'node:net';
import { OscPortError } from './error.ts';

/** Who may speak: single addresses, networks ("192.168.1.0/24") and "loopback", which is also what an empty list means. */
export function senderList(senders: readonly string[]): (address: string) => boolean {
  const allowed = new BlockList();
  for (const sender of senders.length === 0 ? ['loopback'] : senders) add(allowed, sender);
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
    const family = isIP(plain);
    return family !== 0 && allowed.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}

function add(allowed: BlockList, sender: string): void {
  if (sender === 'loopback' || sender === 'localhost') {
    allowed.addSubnet('127.0.0.0', 8, 'ipv4');
    allowed.addAddress('::1', 'ipv6');
    return;
  }
  const [address = '', prefix] = sender.split('/');
  const family = isIP(address);
  const bits =
    prefix === undefined ? (family === 6 ? 128 : 32) : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1;
  if (family === 0 || bits < 0 || bits > (family === 6 ? 128 : 32))
    throw new OscPortError(
      'sender-invalid',
      `"${sender}" is no IP address or network: correct the port's sender list`,
    );
  allowed.addSubnet(address, bits, family === 6 ? 'ipv6' : 'ipv4');
}
