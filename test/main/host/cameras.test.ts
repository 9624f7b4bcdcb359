import { expect, it } from 'vitest';
import type { CameraReport } from '../../../core/control/camera.report.ts';
import type { Topics } from '../../../core/control/link.ts';
import { createCameras } from '../../../main/host/cameras.ts';
import { createHealth } from '../../../main/host/health.ts';
import { createHub } from '../../../main/host/hub.ts';

const setUp = () => {
  const health = createHealth();
  const hub = createHub({ cameras: { devices: null, inputs: [] } } as unknown as Topics);
  return { health, hub, room: createCameras({ health, hub }) };
};
const output = (id: string) => ({ kind: 'output', id }) as const;
const input = (over: Partial<CameraReport['inputs'][number]> = {}): CameraReport['inputs'][number] => ({
  input: 'Stage',
  device: 'Grabber',
  state: 'live',
  width: 1920,
  height: 1080,
  rate: 50,
  problem: null,
  ...over,
});
const lost = input({
  state: 'fault',
  width: 0,
  height: 0,
  rate: 0,
  problem: { code: 'live-input-lost', message: 'gone', path: 'live:Stage' },
});
const report = (inputs: CameraReport['inputs'], devices: string[] | null = ['Grabber']): CameraReport => ({
  kind: 'cameras',
  devices,
  inputs,
});

it('tells a fault of two outputs once, and withdraws it when the last of them has its picture', () => {
  const { room, hub, health } = setUp();
  room.report?.(output('left'), report([lost]), 'a');
  room.report?.(output('right'), report([lost]), 'b');
  expect(health.status().problems).toHaveLength(1);
  room.report?.(output('left'), report([input()]), 'a');
  expect(health.status().problems).toHaveLength(1);
  expect(hub.get('cameras').inputs).toMatchObject([{ input: 'Stage', state: 'fault' }]);
  room.report?.(output('right'), report([input()]), 'b');
  expect(health.status().ok).toBe(true);
  expect(hub.get('cameras')).toEqual({
    devices: ['Grabber'],
    inputs: [{ input: 'Stage', device: 'Grabber', state: 'live', width: 1920, height: 1080, rate: 50 }],
  });
});

it('forgets what a page said that has gone', () => {
  const { room, hub, health } = setUp();
  room.report?.(output('left'), report([lost]), 'a');
  room.left?.(output('left'), 'a', 'output:a');
  expect(health.status().ok).toBe(true);
  expect(hub.get('cameras')).toEqual({ devices: null, inputs: [] });
});

it('listens to outputs alone: a tablet’s cameras are not this machine’s', () => {
  const { room, hub } = setUp();
  room.report?.({ kind: 'console', id: 'tablet' }, report([lost], ['Front camera']), 'a');
  expect(hub.get('cameras').devices).toBeNull();
});
