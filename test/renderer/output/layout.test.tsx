import { describe, expect, it } from 'vitest';
import { centred, layoutOf } from '../../../renderer/output/layout.ts';

const raster = (name: string, width = 1920, height = 1080) => ({ name, width, height });
const display = (id: number, x: number, y = 0) => ({
  id,
  label: `PJ-${id}`,
  x,
  y,
  width: 640,
  height: 360,
  refresh: 60,
  scale: 1,
  isPrimary: false,
});
const on = (output: string, id: number) => ({
  output,
  kind: 'display' as const,
  display: id,
  match: 'found' as const,
});
const away = (output: string) => ({
  output,
  kind: 'waiting' as const,
  display: null,
  match: 'none' as const,
});
const both = [raster('left'), raster('right')];
const box = { x: 0, y: 0, width: 1280, height: 360, ratio: 1 };

describe('layoutOf', () => {
  const displays = [display(1, 0), display(2, 640)];
  it('over the displays, wherever the window lies on the desktop', () => {
    const swapped = [on('left', 2), on('right', 1)];
    expect(layoutOf(both, { displays, places: swapped }, box)).toEqual([
      { x: 640, y: 0, width: 640, height: 360 },
      { x: 0, y: 0, width: 640, height: 360 },
    ]);
    const lower = [display(1, -640, 500), display(2, 0, 500)];
    const places = [on('left', 1), on('right', 2)];
    expect(layoutOf(both, { displays: lower, places }, { ...box, x: -640, y: 500, ratio: 2 })).toEqual([
      { x: 0, y: 0, width: 1280, height: 720 },
      { x: 1280, y: 0, width: 1280, height: 720 },
    ]);
  });
  it('an output whose display is away is not seen; the other stays where it is', () => {
    const places = [away('left'), on('right', 2)];
    expect(layoutOf(both, { displays: [display(2, 640)], places }, box)).toEqual([
      null,
      { x: 640, y: 0, width: 640, height: 360 },
    ]);
  });
  it('while all displays are away everything stays as it was', () => {
    expect(layoutOf(both, { displays: [], places: [away('left'), away('right')] }, box)).toBeNull();
  });
  it('in a browser side by side, as large as fits, without a gap', () => {
    const outputs = [raster('left'), raster('right', 1080, 1920), raster('third')];
    const window = { x: 40, y: 80, width: 1000, height: 700, ratio: 1 };
    const places = [on('left', 1), on('right', 2)];
    for (const station of [undefined, { displays: [], places: [] }, { displays, places }])
      expect(layoutOf(outputs, station, window)).toEqual([
        { x: 0, y: 240, width: 390, height: 220 },
        { x: 390, y: 155, width: 220, height: 390 },
        { x: 610, y: 240, width: 390, height: 220 },
      ]);
  });
  it('a window that holds only some of the displays is none of the shell’s', () => {
    const places = [on('left', 1), on('right', 2)];
    expect(layoutOf(both, { displays, places }, { ...box, width: 640 })?.map((area) => area?.width)).toEqual([
      320, 320,
    ]);
  });
  it('makes do with nothing', () => {
    expect(layoutOf([], undefined, box)).toEqual([]);
    expect(layoutOf([raster('a', 1, 1)], undefined, { ...box, width: 0, height: 0 })).toEqual([
      { x: 0, y: 0, width: 1, height: 1 },
    ]);
  });
});

it('a picture lies in the middle of its part', () => {
  expect(centred({ x: 10, y: 20, width: 100, height: 50 }, { width: 80, height: 50 })).toEqual({
    x: 20,
    y: 20,
    width: 80,
    height: 50,
  });
});
