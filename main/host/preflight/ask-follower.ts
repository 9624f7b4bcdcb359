import { get } from 'node:http';

/** Whether a host answers at an address, whatever it says: a spare on the network refuses strangers, and is there. */
const withinMs = 2000;

export const askFollower = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const url = URL.canParse(address) ? new URL('/api/status', address) : null;
    if (url?.protocol !== 'http:') return resolve(false);
    const request = get(url, { timeout: withinMs }, (reply) => {
      reply.resume();
      resolve(true);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
