/**
 * A network of its own with loopback only: lighting desks send to everybody, and nothing of that may leave a test. It
 * goes with the last process in it. Needs root, as the set-up of these tests does.
 */
import { start } from '../processes.mjs';

const prepare = [
  'set -e',
  'ip link set lo up',
  'ip link set lo multicast on',
  'ip addr del 127.0.0.1/8 dev lo',
  'ip addr add 127.0.0.1/8 brd 127.255.255.255 dev lo',
  'ip route add 224.0.0.0/4 dev lo',
  'exec "$@"',
].join('\n');

/** Starts a program in there; its children are in there, too. */
export const startInNamespace = (command, args, options = {}) =>
  start('unshare', ['--net', 'sh', '-c', prepare, 'sh', command, ...args], { ...options, group: true });
