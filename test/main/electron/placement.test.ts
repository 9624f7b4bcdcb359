import { describe, expect, it } from 'vitest';
import {
  homeKey,
  placeOutputs,
  type Homes,
  type PlacedOutput,
  type PlacementOptions,
  type Screen,
} from '../../../main/electron/placement.ts';

const makeScreen = (id: number, x: number, overrides: Partial<Screen> = {}): Screen => ({
  id,
  label: '',
  isPrimary: false,
  bounds: { x, y: 0, width: 1920, height: 1080 },
  ...overrides,
});
const makeOutput = (id: string, display: Partial<PlacedOutput['display']> = {}): PlacedOutput => ({
  id,
  name: id,
  width: 1920,
  height: 1080,
  display: { label: null, id: null, index: null, position: null, span: null, ...display },
});
const console = { windowed: false, console: true };
/** output → x of its display, or 'window'. */
const places = (
  outputs: PlacedOutput[],
  screens: Screen[],
  options: PlacementOptions,
  homes: Homes = new Map(),
) =>
  Object.fromEntries(
    placeOutputs(outputs, screens, options, homes).map((each) => [
      each.output.id,
      each.kind === 'display' ? each.bounds.x : 'window',
    ]),
  );

const laptop = makeScreen(1, 0, { isPrimary: true, label: 'Laptop' });
const outputs = [makeOutput('left', { index: 0 }), makeOutput('right', { index: 1 })];

describe('placeOutputs', () => {
  it('a laptop alone shows both as windows', () => {
    expect(places(outputs, [laptop], console)).toEqual({ left: 'window', right: 'window' });
  });
  it('projectors go left to right, the console keeps the primary display', () => {
    expect(places(outputs, [makeScreen(3, 3840), laptop, makeScreen(2, 1920)], console)).toEqual({
      left: 1920,
      right: 3840,
    });
  });
  it('without a console the displays simply go left to right', () => {
    expect(places(outputs, [laptop, makeScreen(2, 1920)], { windowed: false, console: false })).toEqual({
      left: 0,
      right: 1920,
    });
  });
  it('one display short: the last has a window', () => {
    expect(places(outputs, [laptop, makeScreen(2, 1920)], console)).toEqual({ left: 1920, right: 'window' });
  });
  it('a name goes before the position, also on the primary display', () => {
    const named = [
      makeOutput('left', { label: 'PJ-B', index: 0 }),
      makeOutput('right', { label: 'Laptop', index: 1 }),
    ];
    const screens = [
      laptop,
      makeScreen(512, 1920, { label: 'PJ-A' }),
      makeScreen(768, 3840, { label: 'PJ-B' }),
    ];
    expect(places(named, screens, console)).toEqual({ left: 3840, right: 0 });
  });
  it('two of one name are told apart by the EDID in the id, not by the port', () => {
    const named = [
      makeOutput('left', { label: 'PJ', id: 7 * 256 + 1 }),
      makeOutput('right', { label: 'PJ', id: 9 * 256 + 2 }),
    ];
    const swapped = [
      laptop,
      makeScreen(9 * 256 + 1, 1920, { label: 'PJ' }),
      makeScreen(7 * 256 + 2, 3840, { label: 'PJ' }),
    ];
    expect(places(named, swapped, console)).toEqual({ left: 3840, right: 1920 });
  });
  it('an id alone finds nothing', () => {
    expect(places([makeOutput('left', { id: 512 })], [laptop, makeScreen(512, 1920)], console)).toEqual({
      left: 'window',
    });
  });
  it('no display is given twice', () => {
    const same = [makeOutput('a', { index: 0 }), makeOutput('b', { index: 0 }), makeOutput('c')];
    expect(places(same, [laptop, makeScreen(2, 1920), makeScreen(3, 3840)], console)).toEqual({
      a: 1920,
      b: 'window',
      c: 3840,
    });
  });
  it('windowed means windows', () => {
    expect(
      places(outputs, [laptop, makeScreen(2, 1920), makeScreen(3, 3840)], { windowed: true, console: true }),
    ).toEqual({ left: 'window', right: 'window' });
  });
  it('when a neighbour’s cable falls out nobody else moves, and it finds back', () => {
    const [a, b] = [makeScreen(2, 1920), makeScreen(3, 3840)];
    const homes = new Map(outputs.map((output, index) => [homeKey(output), index + 2]));
    expect(places(outputs, [laptop, b], console, homes)).toEqual({ left: 'window', right: 3840 });
    expect(places(outputs, [b, laptop, a], console, homes)).toEqual({ left: 1920, right: 3840 });
  });
  it('after two cables are swapped each picture follows its projector', () => {
    const homes = new Map(outputs.map((output, index) => [homeKey(output), (index + 7) * 256 + index]));
    const swapped = [laptop, makeScreen(7 * 256 + 1, 3840), makeScreen(8 * 256, 1920)];
    expect(places(outputs, swapped, console, homes)).toEqual({ left: 3840, right: 1920 });
  });
  it('what the technician asks anew forgets the old place', () => {
    const [a, b] = [makeScreen(2, 1920), makeScreen(3, 3840)];
    const homes = new Map(outputs.map((output, index) => [homeKey(output), index + 2]));
    const swapped = [makeOutput('left', { index: 1 }), makeOutput('right', { index: 0 })];
    expect(places(swapped, [laptop, a, b], console, homes)).toEqual({ left: 3840, right: 1920 });
  });
});
