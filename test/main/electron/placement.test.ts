import { describe, expect, it } from 'vitest';
import {
  homeKey,
  placeOutputs,
  placesOf,
  type Homes,
  type PlacedOutput,
  type PlacementOptions,
  type Screen,
} from '../../../main/electron/placement.ts';

const makeScreen = (id: number, x: number, overrides: Partial<Screen> = {}): Screen => ({
  id,
  label: '',
  isPrimary: false,
  x,
  y: 0,
  width: 1920,
  height: 1080,
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
/** output → x of its display, 'window' or 'waiting'. */
const places = (
  outputs: PlacedOutput[],
  screens: Screen[],
  options: PlacementOptions,
  homes: Homes = new Map(),
) =>
  Object.fromEntries(
    placeOutputs(outputs, screens, options, homes).map((each) => [
      each.output.id,
      each.kind === 'display' ? each.screen.x : each.kind,
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
    expect(places(outputs, [laptop, b], console, homes)).toEqual({ left: 'waiting', right: 3840 });
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
  it('an output that is assigned by name waits for it, and takes no other', () => {
    const named = [makeOutput('left', { label: 'PJ-A', id: 7 * 256 }), makeOutput('right')];
    const other = makeScreen(9 * 256, 1920, { label: 'PJ-C' });
    expect(places(named, [laptop, other], console)).toEqual({ left: 'waiting', right: 1920 });
  });
  it('of two namesakes one that falls out waits, and does not take the spare', () => {
    const [a, b, spare] = [7, 9, 11].map((edid, index) =>
      makeScreen(edid * 256 + index, 1920 * (index + 1), { label: 'PJ' }),
    ) as [Screen, Screen, Screen];
    const named = [
      makeOutput('left', { label: 'PJ', id: a.id }),
      makeOutput('right', { label: 'PJ', id: b.id }),
    ];
    const homes = new Map([a, b].map((screen, index) => [homeKey(named[index]!), screen.id]));
    expect(places(named, [laptop, b, spare], console, homes)).toEqual({ left: 'waiting', right: 3840 });
    // Another port, the same projector.
    const again = { ...a, id: a.id + 5 };
    expect(places(named, [laptop, b, spare, again], console, homes)).toEqual({ left: 1920, right: 3840 });
  });
  it('two projectors that say the same of themselves keep their own when one falls out', () => {
    const twins = [
      makeOutput('left', { label: 'PJ', id: 7 * 256, position: { x: 1920, y: 0 } }),
      makeOutput('right', { label: 'PJ', id: 7 * 256 + 1, position: { x: 3840, y: 0 } }),
    ];
    const right = makeScreen(7 * 256 + 1, 3840, { label: 'PJ' });
    const homes = new Map(twins.map((output, index) => [homeKey(output), 7 * 256 + index]));
    expect(places(twins, [laptop, right], console, homes)).toEqual({ left: 'waiting', right: 3840 });
    expect(places(twins, [laptop, right], console)).toEqual({ left: 'waiting', right: 3840 });
  });
  it('a display without a name is known by its place', () => {
    const nameless = [makeOutput('left', { id: 3, position: { x: 1920, y: 0 } })];
    expect(places(nameless, [makeScreen(5, 1920), makeScreen(3, 3840)], console)).toEqual({ left: 1920 });
    expect(places(nameless, [makeScreen(3, 3840)], console)).toEqual({ left: 'waiting' });
  });
  it('a spare in the place of the one that is meant is taken at the start, not in the middle of a run', () => {
    const named = [makeOutput('left', { label: 'PJ-A', id: 7 * 256, position: { x: 1920, y: 0 } })];
    const spare = makeScreen(9 * 256, 1920, { label: 'PJ-B' });
    expect(places(named, [laptop, spare], console)).toEqual({ left: 1920 });
    const homes = new Map([[homeKey(named[0]!), 7 * 256]]);
    expect(places(named, [laptop, spare], console, homes)).toEqual({ left: 'waiting' });
    expect(places(named, [{ ...spare, isPrimary: true }], console)).toEqual({ left: 'waiting' });
  });
  it('what becomes of the shared window changes no place', () => {
    const [a, b] = [makeOutput('left'), makeOutput('left', { span: 'wall' })];
    expect(homeKey(a)).toBe(homeKey(b));
  });
  it('says how sure it is', () => {
    const all = [
      makeOutput('found', { label: 'A', id: 256, position: { x: 0, y: 0 } }),
      makeOutput('moved', { label: 'B', id: 512, position: { x: 0, y: 0 } }),
      makeOutput('guessed'),
      makeOutput('waiting', { label: 'D', id: 1024 }),
      makeOutput('window'),
    ];
    const screens = [
      makeScreen(257, 0, { label: 'A' }),
      makeScreen(514, 1920, { label: 'B' }),
      makeScreen(3, 3840),
    ];
    const told = placesOf(placeOutputs(all, screens, { windowed: false, console: false }, new Map()));
    expect(told.map(({ output, kind, display, match }) => [output, kind, display, match])).toEqual([
      ['found', 'display', 257, 'found'],
      ['moved', 'display', 514, 'moved'],
      ['guessed', 'display', 3, 'guessed'],
      ['waiting', 'waiting', null, 'none'],
      ['window', 'window', null, 'none'],
    ]);
  });
  it('sixteen outputs find their sixteen displays in any order', () => {
    const many = Array.from({ length: 16 }, (_, index) =>
      makeOutput(`o${index}`, { label: 'PJ', id: (index + 3) * 256, position: { x: index, y: 0 } }),
    );
    const shuffled = many.map((_, index) =>
      makeScreen((((index * 7) % 16) + 3) * 256 + 9, index * 100, { label: 'PJ' }),
    );
    const placed = placeOutputs(many, shuffled, console, new Map());
    for (const each of placed)
      expect(each.kind === 'display' && each.screen.id - 9).toBe(each.output.display.id);
    expect(placeOutputs([], shuffled, console, new Map())).toEqual([]);
    expect(places(many.slice(0, 1), [], console)).toEqual({ o0: 'waiting' });
  });
});
