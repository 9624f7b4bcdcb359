import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from './support/host.ts';

/** Who is at which page: told to consoles, kept by no document, gone with the page. */
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.stop());

const people = () => host.host.hub.get('people');
const console = async (id: string) => {
  const socket = await host.socket();
  const { snapshot } = await socket.hello({ page: { kind: 'console', id } });
  return { ...socket, snapshot };
};

describe('presence', () => {
  it('is what a page says of itself, with a colour of its own that stays', async () => {
    const ada = await console('ada');
    const bob = await console('bob');
    expect(await ada.verb('presence/say', { name: 'Ada', page: 'design', chosen: ['clip:red'] })).toEqual({
      ok: true,
      value: {},
    });
    await bob.verb('presence/say', { name: 'Bob', page: 'run' });
    expect(people()).toEqual([
      { sender: 'console:ada', name: 'Ada', colour: 0, page: 'design', timeline: null, chosen: ['clip:red'] },
      { sender: 'console:bob', name: 'Bob', colour: 1, page: 'run', timeline: null, chosen: [] },
    ]);
    ada.raw.terminate();
    await expect.poll(() => people().map(({ name }) => name)).toEqual(['Bob']);
    await bob.verb('presence/say', { name: 'Bob', page: 'calibrate' });
    expect(people()).toMatchObject([{ page: 'calibrate', colour: 1 }]);
    expect((await console('eve')).snapshot.people).toMatchObject([{ name: 'Bob' }]);
    bob.raw.terminate();
    await expect.poll(people).toEqual([]);
  });
  it('of who has no page here is nothing, and outputs hear none of it', async () => {
    expect((await host.verb('presence/say', { name: 'Nobody', page: 'run' })).body).toMatchObject({
      ok: true,
    });
    expect(people()).toEqual([]);
    const ada = await console('ada');
    await ada.verb('presence/say', { name: 'Ada', page: 'run' });
    const output = await host.socket();
    const { snapshot } = await output.hello({ page: { kind: 'output', id: 'left' } });
    expect(snapshot.people).toEqual([]);
    expect(await ada.verb('presence/say', { name: '  ', page: 'run' })).toMatchObject({
      code: 'invalid-input',
    });
  });
});
