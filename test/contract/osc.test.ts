import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestHost, type TestHost } from './support/host.ts';

/** The desk through the one door: native addresses, the show's triggers, and "ignore the desk". */
let host: TestHost;
const desk = createSocket('udp4');
beforeAll(async () => {
  host = await startTestHost();
});
beforeEach(() => host.verb('reset'));
afterAll(async () => {
  desk.close();
  await host.stop();
});

/** An OSC message without arguments: address and an empty type list, each padded to four bytes. */
const padded = (text: string) => Buffer.concat([Buffer.from(text), Buffer.alloc(4 - (text.length % 4))]);
const send = (address: string, text?: string) => {
  const [name, port] = host.ready.osc.split(':');
  const args = text === undefined ? [padded(',')] : [padded(',s'), padded(text)];
  desk.send(Buffer.concat([padded(address), ...args]), Number(port), name);
};
const current = async () => (await host.status()).cues.current;

it('a native GO goes', async () => {
  send('/frise/go');
  await expect.poll(current).toBe('1');
  expect((await host.status()).inputs).toMatchObject([
    { id: 'osc', armed: true, lastMessageAt: expect.stringMatching(/^\d{4}-.*Z$/) },
  ]);
});
it('the show’s trigger fires the cue that the desk names', async () => {
  send('/desk/cue/3/fire');
  await expect.poll(current).toBe('3');
});
it('a desk that is disarmed is heard and ignored', async () => {
  const console = await host.socket();
  await console.hello({ page: { kind: 'console', id: 'booth' } });
  await host.verb('input/arm', { id: 'osc', armed: false });
  send('/frise/go');
  await console.until(
    (message): message is Extract<typeof message, { t: 'patch' }> =>
      message.t === 'patch' && message.topic === 'inputs',
  );
  expect(await current()).toBeNull();
  expect(host.host.inputs.recent().at(-1)?.verdict).toBe('disarmed: go');
  await expect
    .poll(() => host.host.journal.tail().map(({ kind }) => kind))
    .toContain('refused:input-disarmed');
  await host.verb('input/arm', { id: 'osc', armed: true });
  send('/frise/go');
  await expect.poll(current).toBe('1');
});
it('a number for a text is a text as it was written, and a number everywhere else', async () => {
  const clips = host.host.hub.get('show').document.records;
  const red = clips['clip:red'];
  const put = { 'clip:red': { ...(red as object), layer: 'text', parameters: { text: 'Paris' } } };
  const edit = { document: 'show', label: 'a title', put };
  expect((await host.verb('document/edit', edit)).body).toMatchObject({ ok: true });
  send('/frise/clip/red/text', '1889.0');
  send('/frise/clip/red/size', '4.5');
  await expect
    .poll(() => host.host.hub.get('live'))
    .toMatchObject([
      { clip: 'clip:red', param: 'text', value: '1889.0' },
      { clip: 'clip:red', param: 'size', value: 4.5 },
    ]);
});
it('there is no other input to arm', async () => {
  expect((await host.verb('input/arm', { id: 'midi', armed: true })).status).toBe(404);
});
