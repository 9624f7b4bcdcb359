import { expect, it } from 'vitest';
import { liveInputsOf } from '../../../core/show/live-inputs.ts';
import { cameraOf, camerasOf } from '../../../core/station/camera.read.ts';

const records = {
  'camera:a': { input: 'Stage camera', device: 'Grabber' },
  'camera:b': { input: ' stage CAMERA ', device: 'Webcam' },
  'camera:c': { input: 'Porch' },
  'camera:d': { input: 'Broken', width: 'wide' },
};

it('an input is found by its name, however it is spelt; the first mapping holds', () => {
  const cameras = camerasOf({ records });
  expect(cameras.map(({ id }) => id)).toEqual(['camera:a', 'camera:c']);
  expect(cameraOf(cameras, 'STAGE camera ')?.device).toBe('Grabber');
});

it('an input without a device is none, and so is one that nobody has named', () => {
  const cameras = camerasOf({ records });
  expect(cameraOf(cameras, 'Porch')).toBeNull();
  expect(cameraOf(cameras, 'Dome')).toBeNull();
  expect(cameraOf(cameras, '')).toBeNull();
});

it('a show’s inputs are named once each; clips without one, and other layers, are left out', () => {
  const clip = (layer: string, input?: unknown) => ({ layer, parameters: { input } });
  const show = {
    'clip:b': clip('live', 'Stage camera'),
    'clip:a': clip('live', 'stage camera '),
    'clip:c': clip('live', 'Dome'),
    'clip:d': {
      ...clip('live', '  '),
      keyframes: {
        input: [
          { at: 1, value: 'Porch' },
          { at: 2, value: 3 },
        ],
      },
    },
    'clip:e': clip('live'),
    'clip:f': clip('video', 'Not one'),
    'trigger:x': { input: 'osc', layer: 'live', parameters: { input: 'Nor this' } },
  };
  expect(liveInputsOf(show)).toEqual(['Dome', 'Porch', 'Stage camera']);
});
