import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HostMessage, Topic, Topics } from '../../core/control/link.ts';
import { startTestHost, type TestHost } from './support/host.ts';

/** Two tablets and an output, over real sockets. */
let host: TestHost;
beforeEach(async () => {
  host = await startTestHost();
});
afterEach(() => host.stop());

const console_ = async (id: string) => {
  const socket = await host.socket();
  await socket.hello({ role: 'technician', page: { kind: 'console', id } });
  return socket;
};
const output = async () => {
  const socket = await host.socket();
  await socket.hello({ role: 'viewer', page: { kind: 'output', id: 'left' } });
  return socket;
};
type Socket = Awaited<ReturnType<typeof console_>>;
/** The values of a topic that a page was told. */
const told = <K extends Topic>({ heard }: Socket, topic: K): Topics[K][] =>
  heard.flatMap((message: HostMessage) =>
    message.t === 'patch' && message.topic === topic ? [message.value as Topics[K]] : [],
  );
const hold = (socket: Socket, person: string, take = false) =>
  socket.verb('line-up/hold', { output: 'left', person, take });
const corners = (x: number) => ({ kind: 'corners', corners: [[x, 0], [640, 0], [640, 360], [0, 360]] }); // prettier-ignore
const drag = (socket: Socket, x: number, id?: string) =>
  socket.verb('line-up/preview', { record: 'output:left', fields: { warp: corners(x) } }, id);
const saved = () => host.host.hub.get('rig').document.records['output:left'] as { warp: unknown };

it('one drags, the wall follows, the other is refused and then takes over', async () => {
  const [anna, bert, wall] = await Promise.all([console_('anna'), console_('bert'), output()]);
  expect(await drag(anna, 5)).toMatchObject({ ok: false, code: 'output-not-held' });
  expect(await hold(anna, 'Anna')).toMatchObject({ ok: true });
  expect(await hold(bert, 'Bert')).toMatchObject({ code: 'output-held', path: 'output:left' });
  for (let x = 1; x <= 30; x += 1) expect(await drag(anna, x)).toMatchObject({ ok: true });
  await expect.poll(() => told(wall, 'previews').at(-1)).toEqual({ 'output:left': { warp: corners(30) } });
  const edit = { document: 'rig', label: 'x', put: { 'output:left': { ...saved(), latencyMs: 9 } } };
  expect(await bert.verb('document/edit', edit)).toMatchObject({ code: 'output-held' });
  expect((await host.verb('document/edit', edit)).status).toBe(409);

  expect(await hold(bert, 'Bert', true)).toMatchObject({ ok: true });
  await expect.poll(() => saved().warp).toEqual(corners(30));
  await expect.poll(() => told(wall, 'previews').at(-1)).toEqual({});
  const order = wall.heard.flatMap((each) => (each.t === 'patch' ? [each.topic] : []));
  expect(order.lastIndexOf('rig')).toBeLessThan(order.lastIndexOf('previews'));
  await expect
    .poll(() => told(anna, 'lineUp').at(-1)?.holders)
    .toEqual({
      left: { sender: 'console:bert', person: 'Bert', isHere: true },
    });
  expect(await drag(anna, 40)).toMatchObject({ code: 'output-held' });
  const lines = host.host.journal.tail().map(({ text }) => text);
  expect(lines).toContain('Bert took left over from Anna');
  const drags = lines.filter((text) => text.startsWith('line-up/preview from'));
  expect(drags.map((text) => text.split(': ')[1])).toEqual([
    expect.stringContaining('in hand'),
    expect.stringContaining('Bert'),
  ]);
});

it('a tablet that comes back under its name goes on where it was', async () => {
  const anna = await console_('anna');
  await hold(anna, 'Anna');
  await drag(anna, 7);
  anna.raw.terminate();
  await expect.poll(() => host.host.hub.get('lineUp').holders['left']?.isHere).toBe(false);
  expect(host.host.hub.get('previews')).toEqual({ 'output:left': { warp: corners(7) } });
  const again = await console_('anna');
  await expect.poll(() => host.host.hub.get('lineUp').holders['left']?.isHere).toBe(true);
  expect(await drag(again, 8, 'after the lorry')).toMatchObject({ ok: true });
});

it('the edit at the end of a drag ends it, and the wall never shows what was before', async () => {
  const [anna, wall] = await Promise.all([console_('anna'), output()]);
  await hold(anna, 'Anna');
  await drag(anna, 12);
  const put = { 'output:left': { ...saved(), warp: corners(12) } };
  expect(await anna.verb('document/edit', { document: 'rig', label: 'corner', put })).toMatchObject({
    ok: true,
  });
  await expect.poll(() => told(wall, 'previews').at(-1)).toEqual({});
  const topics = wall.heard.flatMap((each) => (each.t === 'patch' ? [each.topic] : []));
  expect(topics.indexOf('rig')).toBeLessThan(topics.lastIndexOf('previews'));
  expect(await anna.verb('document/undo', { document: 'rig' })).toMatchObject({ value: { label: 'corner' } });
});

it('patterns, marks, names and the frozen show reach the output; a viewer may not touch them', async () => {
  const [anna, wall] = await Promise.all([console_('anna'), output()]);
  await hold(anna, 'Anna');
  const pattern = { name: 'gamma', space: 'output' };
  await anna.verb('line-up/pattern', { outputs: ['left'], pattern });
  await anna.verb('line-up/mark', { output: 'left', mark: { mesh: true, selected: [0] } });
  await anna.verb('line-up/identify', {});
  await anna.verb('line-up/freeze', { on: true });
  await expect
    .poll(() => told(wall, 'lineUp').at(-1))
    .toMatchObject({
      patterns: { left: pattern },
      marks: { left: { mesh: true, selected: [0], cross: null, masks: false } },
      frozen: { plans: [{}] },
    });
  const { frozenAt, identifyUntil } = told(wall, 'lineUp').at(-1)!;
  expect(identifyUntil! - frozenAt!).toBeGreaterThan(9);
  expect(await wall.verb('line-up/freeze', { on: false })).toMatchObject({ code: 'role-refused' });
});

it.each([
  ['line-up/pattern', { outputs: null, pattern: { name: 'gamma', space: 'canvas' } }, 'invalid-input'],
  ['line-up/pattern', { outputs: null, pattern: { name: 'grey-101', space: 'output' } }, 'invalid-input'],
  ['line-up/pattern', { outputs: null, pattern: { name: 'toString', space: 'output' } }, 'invalid-input'],
  ['line-up/pattern', { outputs: ['nowhere'], pattern: null }, 'output-unknown'],
  ['line-up/mark', { output: 'left', mark: { selected: [-1] } }, 'invalid-input'],
  ['line-up/hold', { output: 'left', person: '  ' }, 'invalid-input'],
  ['line-up/identify', { seconds: -1 }, 'invalid-input'],
  ['line-up/preview', { record: 'clip:x', fields: {} }, 'preview-record'],
])('%s %j is refused as %s', async (verb, args, code) => {
  expect((await host.verb(verb, args)).body).toMatchObject({ ok: false, code });
});

it('undo, redo and a restored version leave an output alone that somebody else has in hand', async () => {
  const [anna, bert] = await Promise.all([console_('anna'), console_('bert')]);
  await hold(anna, 'Anna');
  const mark = await anna.verb('rig/mark', { label: 'before' });
  const edit = { document: 'rig', label: 'x', put: { 'output:left': { ...saved(), latencyMs: 9 } } };
  expect(await anna.verb('document/edit', edit)).toMatchObject({ ok: true });
  await hold(bert, 'Bert', true);
  expect(await anna.verb('document/undo', { document: 'rig' })).toMatchObject({ code: 'output-held' });
  const { version } = (mark.ok ? mark.value : {}) as { version: { id: string } };
  expect(await anna.verb('rig/restore', { id: version.id })).toMatchObject({ code: 'output-held' });
  await hold(anna, 'Anna', true);
  expect(await anna.verb('document/undo', { document: 'rig' })).toMatchObject({ ok: true });
  await hold(bert, 'Bert', true);
  expect(await anna.verb('document/redo', { document: 'rig' })).toMatchObject({ code: 'output-held' });
});
