import { describe, expect, it } from 'vitest';
import {
  assignDisplay,
  displaySummary,
  giveDisplay,
  matchOf,
  swapDisplays,
  type Display,
  type DisplayPlace,
} from '../../../core/rig/display.ts';
import { outputSchema } from '../../../core/rig/rig.schema.ts';

const makeOutput = (key: string, display: Record<string, unknown> = {}) => ({
  ...outputSchema.parse({
    name: key,
    width: 1920,
    height: 1080,
    display,
    region: { x: 0, y: 0, width: 10, height: 5 },
    blend: { kind: 'auto' },
  }),
  key,
});
const makeDisplay = (id: number, label: string, x: number): Display => ({
  id,
  label,
  x,
  y: 0,
  width: 1920,
  height: 1080,
});
const on = (output: string, display: number, match: DisplayPlace['match'] = 'guessed'): DisplayPlace => ({
  output,
  kind: 'display',
  display,
  match,
});
const displays = [makeDisplay(256, 'PJ-1', 0), makeDisplay(512, 'PJ-2', 1920), makeDisplay(7, '', 3840)];

describe('assigning', () => {
  it('keeps name, EDID and place of the display, and the output’s span', () => {
    expect(assignDisplay(makeOutput('a', { index: 3, span: 'wall' }), displays[0]!)).toEqual({
      label: 'PJ-1',
      id: 256,
      index: null,
      position: { x: 0, y: 0 },
      span: 'wall',
    });
    expect(assignDisplay(makeOutput('a'), displays[2]!)).toMatchObject({ label: null, id: 7 });
  });
  it('null makes it go by order again', () => {
    expect(assignDisplay(makeOutput('a', { label: 'PJ-1', id: 256, span: 's' }), null)).toEqual({
      label: null,
      id: null,
      index: null,
      position: null,
      span: 's',
    });
  });
  it('two that change places take the whole records', () => {
    const [a, b] = [makeOutput('a', { label: 'A', span: 'wall' }), makeOutput('b', { index: 1 })];
    expect(swapDisplays(a, b)).toEqual([b.display, a.display]);
  });
  it('an output dragged onto another’s display gives its own in exchange', () => {
    const outputs = [makeOutput('a', { index: 0, span: 'wall' }), makeOutput('b', { index: 1 })];
    const changes = giveDisplay(outputs, displays, [on('a', 256), on('b', 512)], 'a', 512);
    expect(changes).toEqual({
      a: { label: 'PJ-2', id: 512, index: null, position: { x: 1920, y: 0 }, span: null },
      b: { label: 'PJ-1', id: 256, index: null, position: { x: 0, y: 0 }, span: 'wall' },
    });
  });
  it('a free display changes nobody else; one that had none takes it and leaves nothing', () => {
    const outputs = [makeOutput('a'), makeOutput('b')];
    expect(Object.keys(giveDisplay(outputs, displays, [on('a', 256)], 'b', 512))).toEqual(['b']);
    expect(giveDisplay(outputs, displays, [on('a', 256)], 'b', 256)).toMatchObject({
      a: { label: null, id: null, position: null },
      b: { label: 'PJ-1' },
    });
    expect(giveDisplay(outputs, displays, [on('a', 256)], 'a', 256)).toMatchObject({ a: { label: 'PJ-1' } });
  });
  it('what is not there changes nothing', () => {
    expect(giveDisplay([makeOutput('a')], displays, [], 'nobody', 256)).toEqual({});
    expect(giveDisplay([makeOutput('a')], displays, [], 'a', 999)).toEqual({});
  });
});

describe('matchOf', () => {
  const record = (display: Record<string, unknown>) => makeOutput('a', display).display;
  it.each([
    [{ label: 'PJ-1', id: 300, position: { x: 0, y: 0 } }, 'found'],
    [{ label: 'PJ-1' }, 'found'],
    [{ label: 'PJ-1', id: 256, position: { x: 1920, y: 0 } }, 'moved'],
    [{ position: { x: 0, y: 0 } }, 'found'],
    [{ label: '', position: { x: 9, y: 0 } }, 'moved'],
    [{ label: 'PJ-9', position: { x: 0, y: 0 } }, 'guessed'],
    [{ index: 0 }, 'guessed'],
    [{}, 'guessed'],
  ])('%o is %s', (display, match) => expect(matchOf(record(display), displays[0]!)).toBe(match));
});

describe('displaySummary', () => {
  it('counts what the first page says', () => {
    const outputs = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({ key }));
    const places: DisplayPlace[] = [
      on('a', 1, 'found'),
      on('b', 2, 'moved'),
      on('c', 3),
      { output: 'd', kind: 'waiting', display: null, match: 'none' },
      { output: 'e', kind: 'window', display: null, match: 'none' },
      on('gone', 4),
    ];
    expect(displaySummary(outputs, displays, places)).toEqual({
      displays: 3,
      expected: 6,
      found: ['a'],
      moved: ['b'],
      guessed: ['c'],
      waiting: ['d'],
      windows: ['e'],
      absent: ['f'],
      astray: 2,
    });
    expect(displaySummary([], [], [])).toMatchObject({ displays: 0, expected: 0, astray: 0 });
  });
});
