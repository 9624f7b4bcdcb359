import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Camera } from '../../../../core/station/camera.read.ts';
import { ConnectPage } from '../../../../renderer/console/connect/connect-page.tsx';
import { newCamera, rowsOf, sizesFor } from '../../../../renderer/console/connect/cameras/camera-rows.ts';
import { InputPick } from '../../../../renderer/console/design/inspector/input-pick.tsx';
import { SessionContext } from '../../../../renderer/console/pairing/session.ts';
import { LanguageContext, LinkContext } from '../../../../renderer/console/use-link.ts';
import { ConnectBench } from './bench.ts';

let bench: ConnectBench;
const inside = (what: React.ReactNode, over: { isNear?: boolean; isOwner?: boolean } = {}) =>
  render(
    <LinkContext.Provider value={bench}>
      <LanguageContext.Provider value="en">
        <SessionContext.Provider
          value={{ isNear: false, isOwner: true, mayDesign: true, showOwner: () => undefined, ...over }}
        >
          {what}
        </SessionContext.Provider>
      </LanguageContext.Provider>
    </LinkContext.Provider>,
  );
const press = async (button: HTMLElement): Promise<void> => {
  await act(async () => {
    fireEvent.click(button);
  });
};
const choose = async (select: HTMLElement, value: string): Promise<void> => {
  await act(async () => {
    fireEvent.change(select, { target: { value } });
  });
};
const open = async (over = {}): Promise<void> => {
  inside(<ConnectPage />, over);
  await press(screen.getByRole('button', { name: 'Cameras' }));
};
const card = () => within(screen.getByRole('region', { name: 'Stage camera' }));
const camera = (input: string, device: string): Camera => ({
  id: `camera:${input.toLowerCase()}`,
  input,
  device,
  width: 0,
  height: 0,
  rate: 0,
});

beforeEach(() => {
  bench = new ConnectBench();
  const clip = {
    name: '',
    layer: 'live',
    start: 0,
    duration: 1,
    parameters: { input: 'Stage camera' },
  };
  bench.show = { ...bench.show, records: { ...bench.show.records, 'clip:live': clip } };
  bench.setTopic('cameras', { devices: ['Webcam', 'Grabber'], inputs: [] });
  bench.publish();
});
afterEach(cleanup);

it('what the show asks for is mapped to a device with three presses, and a size', async () => {
  await open();
  card().getByText(/No device on this machine/);
  await press(card().getByRole('button', { name: 'Choose a device' }));
  await choose(card().getByLabelText('Device'), 'Grabber');
  await choose(card().getByLabelText('Asked for'), '1920x1080@50');
  expect(bench.station.records['camera:stage-camera']).toEqual({
    input: 'Stage camera',
    device: 'Grabber',
    width: 1920,
    height: 1080,
    rate: 50,
  });
  card().getByText(/Closed: no clip shows it now/);
});

it('a device that is away stays chosen and is seen to be away; the outputs say how it is', async () => {
  bench.station = {
    ...bench.station,
    records: { ...bench.station.records, 'camera:a': { input: 'stage CAMERA', device: 'HDMI' } },
  };
  bench.setTopic('cameras', {
    devices: ['Webcam'],
    inputs: [{ input: 'Stage camera', device: 'HDMI', state: 'fault', width: 0, height: 0, rate: 0 }],
  });
  bench.publish();
  await open();
  expect(card().getByLabelText('Device').getAttribute('aria-invalid')).toBe('true');
  card().getByText('HDMI (not there)');
  card().getByText(/FAULT at the outputs/);
  await press(card().getByRole('button', { name: 'Remove' }));
  expect(bench.station.records).not.toHaveProperty('camera:a');
});

it('only the owner maps, and far from the machine its cameras are not looked at', async () => {
  await open({ isOwner: false });
  expect(card().getByRole('button', { name: 'Choose a device' }).hasAttribute('disabled')).toBe(true);
  expect(screen.queryByRole('button', { name: 'Show the picture' })).toBeNull();
});

it('rows: what the show asks for first, then what else is mapped', () => {
  const cameras = [camera('Dome', 'A'), camera('porch', 'B')];
  expect(
    rowsOf(['Porch', 'Stage'], cameras).map((row) => [row.input, row.isInShow, row.camera?.device]),
  ).toEqual([
    ['Porch', true, 'B'],
    ['Stage', true, undefined],
    ['Dome', false, 'A'],
  ]);
});

it('a new record is named by its input, and beside one that is there', () => {
  const station = { ...bench.station, records: { 'camera:scene': {} } };
  expect(Object.keys(newCamera(station, ' Scène! '))).toEqual(['camera:scene-2']);
  expect(Object.keys(newCamera(station, '映像'))).toEqual(['camera:camera']);
});

it('a size of one’s own stands among the usual ones', () => {
  const own = { width: 720, height: 576, rate: 25 };
  expect(sizesFor(own)).toContainEqual(own);
  expect(sizesFor({ width: 0, height: 0, rate: 0 })).not.toContainEqual(own);
});

it('the inspector offers the names in use and says which device one is here', async () => {
  bench.station = {
    ...bench.station,
    records: { 'camera:a': { input: 'Stage camera', device: 'HDMI' }, 'camera:b': { input: 'Dome' } },
  };
  bench.publish();
  const taken: string[] = [];
  const pick = (value: string) => (
    <InputPick value={value} isReadOnly={false} onChange={(name) => taken.push(name)} />
  );
  const { unmount } = inside(pick('stage camera'));
  screen.getByText(/Here: HDMI/);
  await choose(screen.getByLabelText('Names in use'), 'Dome');
  expect(taken).toEqual(['Dome']);
  unmount();
  inside(pick('Dome'));
  screen.getByText(/no device yet/);
});
