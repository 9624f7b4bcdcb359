import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startTestHost, type TestHost } from './support/host.ts';

/** The station document: the owner's, kept over a restart, and never in the way of a start. */
const stations: string[] = [];
const hosts: TestHost[] = [];
const start = async (station = mkdtempSync(join(tmpdir(), 'frise-station-'))) => {
  stations.push(station);
  const host = await startTestHost({ station });
  hosts.push(host);
  return host;
};
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
  for (const station of stations.splice(0)) rmSync(station, { recursive: true, force: true });
});

const rename = (name: string) => ({
  document: 'station',
  label: 'name the station',
  put: { 'station:main': { name } },
});
const owner = ({ ready }: TestHost) => ({ authorization: `Bearer ${ready.owner}` });
const nameOf = async (host: TestHost) => {
  const { snapshot } = await (await host.socket()).hello();
  return snapshot.settings.document.records['station:main'];
};

it('is edited by the owner alone, and stands after a restart', async () => {
  const host = await start();
  const asOperator = await host.verb('document/edit', rename('mine'));
  expect([asOperator.status, asOperator.body]).toMatchObject([403, { code: 'role-refused' }]);
  expect((await host.verb('document/edit', rename('Booth'), owner(host))).status).toBe(200);
  expect(await nameOf(host)).toEqual({ name: 'Booth' });
  await host.close();
  expect(await nameOf(await start(host.station))).toEqual({ name: 'Booth' });
});

it('refuses what no schema knows, and keeps what it had', async () => {
  const host = await start();
  const reply = await host.verb(
    'document/edit',
    { document: 'station', label: 'x', put: { 'station:main': { name: 7 } } },
    owner(host),
  );
  expect([reply.status, reply.body]).toMatchObject([
    400,
    { code: 'record-shape', path: 'station:main.name' },
  ]);
  expect(await nameOf(host)).toEqual({ name: '' });
});

it('that is broken is set aside, said so, and the host starts with the defaults', async () => {
  const station = mkdtempSync(join(tmpdir(), 'frise-station-'));
  writeFileSync(join(station, 'station.json'), '{ "format": "frise-station", ');
  const host = await start(station);
  expect(await nameOf(host)).toEqual({ name: '' });
  const { health } = await host.status();
  expect(health.problems).toContainEqual(expect.objectContaining({ code: 'set-aside' }));
  await host.verb('document/edit', rename('Again'), owner(host));
  await host.close();
  expect(readFileSync(join(station, 'station.json'), 'utf8')).toContain('Again');
});
