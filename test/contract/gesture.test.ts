import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestHost, type TestHost } from './support/host.ts';

/** A drag is one step to undo (DESIGN §4): its edits carry one gesture. */
let host: TestHost;
beforeEach(async () => {
  host = await startTestHost();
});
afterEach(() => host.stop());

const nameOf = () => host.host.hub.get('show').document.records['timeline:main'];
const rename = (name: string, gesture?: string) =>
  host.verb('document/edit', {
    document: 'show',
    label: 'rename',
    put: { 'timeline:main': { ...(nameOf() as object), name } },
    ...(gesture === undefined ? {} : { gesture }),
  });
const undo = async () => (await host.verb('document/undo', { document: 'show' })).body;

it('the edits of one gesture are undone as one', async () => {
  const before = nameOf();
  for (const name of ['A', 'B', 'C']) expect((await rename(name, 'drag-1')).status).toBe(200);
  expect(await undo()).toMatchObject({ ok: true, value: { label: 'rename' } });
  expect(nameOf()).toEqual(before);
  expect(await undo()).toMatchObject({ ok: false, code: 'undo-nothing' });
});
it('two gestures, or none, are a step each', async () => {
  for (const gesture of ['drag-1', 'drag-2', undefined, undefined]) await rename(`after ${gesture}`, gesture);
  await rename('last');
  for (const name of ['after undefined', 'after drag-2', 'after drag-1']) {
    await undo();
    expect(nameOf()).toMatchObject({ name });
  }
});
it('a redo brings the whole gesture back', async () => {
  for (const name of ['A', 'B']) await rename(name, 'drag-1');
  await undo();
  await host.verb('document/redo', { document: 'show' });
  expect(nameOf()).toMatchObject({ name: 'B' });
});
it('a gesture is a short text', async () => {
  expect((await rename('A', 'x'.repeat(81))).body).toMatchObject({ code: 'invalid-input', path: 'gesture' });
});
