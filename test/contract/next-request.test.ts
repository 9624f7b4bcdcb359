import { Agent, get } from 'node:http';
import { expect, it } from 'vitest';
import { startTestHost } from './support/host.ts';

/** A player that has all of a film's piece asks for the next one at once, on the same connection. */
it('who has all of a file may ask for the next before its end is told', async () => {
  const host = await startTestHost();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const fetched = () =>
    new Promise<number>((resolve, reject) => {
      get(`${host.ready.http}/media/dot`, { agent }, (reply) => {
        reply.resume().on('end', () => resolve(reply.statusCode ?? 0));
      }).on('error', reject);
    });
  const got: number[] = [];
  for (let asked = 0; asked < 300; asked += 1) got.push(await fetched().catch(() => 0));
  agent.destroy();
  await host.stop();
  expect(got.filter((status) => status !== 200)).toEqual([]);
});
