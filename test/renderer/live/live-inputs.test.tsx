import * as THREE from 'three';
import { expect, it } from 'vitest';
import type { Camera } from '../../../core/station/camera.read.ts';
import { createLiveInputs } from '../../../renderer/live/live-inputs.ts';
import type { Media } from '../../../renderer/live/open-device.ts';
import type { Screen } from '../../../renderer/live/screen.ts';

class FakeTrack extends EventTarget {
  muted = false;
  readyState = 'live';
  stop() {
    this.readyState = 'ended';
  }
  unplugged() {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
}
/** Devices by label, as a browser lists them; what was opened, and why the next is refused. */
const makeMedia = (...labels: string[]) => {
  const target = new EventTarget();
  const state = { labels, opened: [] as FakeTrack[], wishes: [] as unknown[], refusal: '', isNamed: true };
  const media = Object.assign(target, {
    enumerateDevices: () =>
      Promise.resolve(
        state.labels.map((label, index) => ({
          kind: 'videoinput',
          deviceId: `id-${index}`,
          label: state.isNamed ? label : '',
        })),
      ),
    getUserMedia(wish: unknown) {
      state.wishes.push(wish);
      if (state.refusal !== '') return Promise.reject(new DOMException('no', state.refusal));
      const track = new FakeTrack();
      state.opened.push(track);
      state.isNamed = true;
      return Promise.resolve({ getTracks: () => [track], getVideoTracks: () => [track] });
    },
  });
  return { state, media: media as unknown as Media };
};
const makeScreen = () => {
  const made: { frames: number; isClosed: boolean; isHeld: boolean }[] = [];
  const create = (): Screen => {
    const screen = { frames: 0, isClosed: false, isHeld: false };
    const texture = new THREE.Texture();
    made.push(screen);
    return {
      frames: () => screen.frames,
      picture: () => (screen.frames > 0 ? { texture, width: 640, height: 360 } : null),
      hold: (isHeld) => void (screen.isHeld = isHeld),
      close: () => void (screen.isClosed = true),
    };
  };
  return { made, create };
};
const camera = (input: string, device: string, over: Partial<Camera> = {}): Camera => ({
  id: `camera:${input}`,
  input,
  device,
  width: 0,
  height: 0,
  rate: 0,
  ...over,
});
const setUp = (cameras: Camera[], ...labels: string[]) => {
  const { state, media } = makeMedia(...labels);
  const screens = makeScreen();
  let tick = (): void => undefined;
  let isSeen = true;
  const inputs = createLiveInputs({
    media,
    makeScreen: screens.create,
    cameras: () => cameras,
    everySecond: (fn) => {
      tick = fn;
      return () => undefined;
    },
    isSeen: () => isSeen,
  });
  const settle = () => new Promise((done) => setTimeout(done));
  return {
    state,
    inputs,
    screens: screens.made,
    media,
    settle,
    /** So many seconds in which each stream brings `frames`, and `wanted` is drawn. */
    async seconds(
      count: number,
      { frames = 25, wanted = ['Stage'] }: { frames?: number; wanted?: string[] } = {},
    ) {
      for (let second = 0; second < count; second += 1) {
        for (const input of wanted) inputs.want(input);
        for (const screen of screens.made) screen.frames += frames;
        tick();
        await settle();
      }
    },
    hide: () => (isSeen = false),
  };
};
const codeOf = ({ inputs }: ReturnType<typeof setUp>) => inputs.facts()[0]?.problem?.code ?? null;

it('one stream for all that show one device, whatever they call it', async () => {
  const page = setUp([camera('Stage', 'Grabber'), camera('Porch', 'Grabber')], 'Webcam', 'Grabber');
  await page.seconds(1, { wanted: ['Stage', 'stage ', 'Porch'] });
  await page.seconds(1, { wanted: ['Stage', 'stage ', 'Porch'] });
  expect(page.state.opened).toHaveLength(1);
  expect(page.state.wishes).toEqual([{ video: { deviceId: { exact: 'id-1' } }, audio: false }]);
  expect(page.inputs.want('Stage')?.texture).toBe(page.inputs.want('Porch')?.texture);
  expect(page.inputs.facts()[0]).toMatchObject({ state: 'live', width: 640, height: 360, rate: 25 });
});

it('what nobody has mapped opens nothing and is told', async () => {
  const page = setUp([camera('Stage', ''), camera('Porch', 'Grabber')], 'Grabber');
  await page.seconds(2);
  expect(page.state.opened).toEqual([]);
  expect(page.state.wishes).toEqual([]);
  expect(codeOf(page)).toBe('live-input-unmapped');
});

it('is kept open for a moment, and closed when nobody has wanted it for longer', async () => {
  const page = setUp([camera('Stage', 'Grabber')], 'Grabber');
  await page.seconds(1);
  await page.seconds(2, { wanted: [] });
  expect(page.state.opened[0]?.readyState).toBe('live');
  await page.seconds(1, { wanted: [] });
  expect(page.state.opened[0]?.readyState).toBe('ended');
  expect(page.screens[0]?.isClosed).toBe(true);
  expect(page.inputs.facts()).toEqual([]);
});

it('unplugged it shows nothing, and is back when the device is', async () => {
  const page = setUp([camera('Stage', 'Grabber')], 'Grabber');
  await page.seconds(1);
  page.state.labels = [];
  page.state.opened[0]?.unplugged();
  expect(page.inputs.want('Stage')).toBeNull();
  expect(codeOf(page)).toBe('live-input-lost');
  await page.seconds(3);
  expect(codeOf(page)).toBe('live-input-missing');
  page.state.labels = ['Grabber'];
  page.media.dispatchEvent(new Event('devicechange'));
  await page.settle();
  await page.seconds(1);
  expect(page.inputs.want('Stage')).not.toBeNull();
  expect(codeOf(page)).toBeNull();
});

it('without an event, too, it is tried again', async () => {
  const page = setUp([camera('Stage', 'Grabber')], 'Grabber');
  page.state.refusal = 'NotReadableError';
  await page.seconds(1);
  expect(codeOf(page)).toBe('live-input-busy');
  page.state.refusal = '';
  await page.seconds(3);
  expect(codeOf(page)).toBeNull();
});

it.each([
  ['NotAllowedError', 'live-input-refused'],
  ['NotFoundError', 'live-input-missing'],
  ['AbortError', 'live-input-busy'],
])('%s is %s', async (refusal, code) => {
  const page = setUp([camera('Stage', 'Grabber')], 'Grabber');
  page.state.refusal = refusal;
  await page.seconds(1);
  expect(codeOf(page)).toBe(code);
});

it('a frozen or muted picture is none', async () => {
  const page = setUp([camera('Stage', 'Grabber')], 'Grabber');
  await page.seconds(2);
  await page.seconds(2, { frames: 0 });
  expect(page.inputs.want('Stage')).not.toBeNull();
  await page.seconds(1, { frames: 0 });
  expect(page.inputs.want('Stage')).toBeNull();
  expect(codeOf(page)).toBe('live-input-silent');
  await page.seconds(1);
  expect(page.inputs.want('Stage')).not.toBeNull();
  const [track] = page.state.opened;
  if (track) track.muted = true;
  expect(page.inputs.want('Stage')).toBeNull();
  expect(codeOf(page)).toBe('live-input-silent');
});

it('a page that nobody sees gets no frames, which is no fault of the camera', async () => {
  const page = setUp([camera('Stage', 'Grabber')], 'Grabber');
  await page.seconds(1);
  page.hide();
  await page.seconds(8, { frames: 0 });
  expect(codeOf(page)).toBeNull();
});

it('two devices of one name are told apart, and the size is asked for', async () => {
  const page = setUp([camera('Stage', 'HDMI #2', { width: 1920, height: 1080, rate: 50 })], 'HDMI', 'HDMI');
  await page.seconds(1);
  expect(page.state.wishes).toEqual([
    {
      video: {
        width: { ideal: 1920 },
        height: { ideal: 1080 },
        frameRate: { ideal: 50 },
        deviceId: { exact: 'id-1' },
      },
      audio: false,
    },
  ]);
});

it('a browser that tells no names yet is asked, and what it opened for that is let go', async () => {
  const page = setUp([camera('Stage', 'Grabber')], 'Webcam', 'Grabber');
  page.state.isNamed = false;
  await page.seconds(1);
  expect(page.state.opened.map(({ readyState }) => readyState)).toEqual(['ended', 'live']);
});

it('dispose lets go of everything', async () => {
  const page = setUp([camera('Stage', 'Grabber')], 'Grabber');
  await page.seconds(1);
  page.inputs.dispose();
  expect(page.state.opened[0]?.readyState).toBe('ended');
});

it('a frozen wall keeps its picture, whatever becomes of the camera, until it goes on', async () => {
  const page = setUp([camera('Stage', 'Grabber')], 'Grabber');
  await page.seconds(2);
  page.inputs.hold(true);
  expect(page.screens[0]?.isHeld).toBe(true);
  await page.seconds(6, { frames: 0 });
  expect([codeOf(page), page.inputs.want('Stage') === null]).toEqual([null, false]);
  page.state.opened[0]?.unplugged();
  await page.seconds(1, { frames: 0 });
  expect([codeOf(page), page.inputs.want('Stage') === null]).toEqual([null, false]);
  page.inputs.hold(false);
  expect([codeOf(page), page.inputs.want('Stage')]).toEqual(['live-input-lost', null]);
});
