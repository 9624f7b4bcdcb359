import { expect, it } from 'vitest';
import type { Placement, PlacedOutput, Screen } from '../../../main/electron/placement.ts';
import { keepBounds, planWindows } from '../../../main/electron/window-plan.ts';

const makeOutput = (id: string, span: string | null = null): PlacedOutput => ({
  id,
  name: id,
  width: 1920,
  height: 1080,
  display: { label: null, id: null, index: null, position: null, span },
});
const makeScreen = (x: number, y = 0): Screen => ({
  id: x + 1,
  label: '',
  isPrimary: false,
  x,
  y,
  width: 100,
  height: 50,
});
const on = (output: PlacedOutput, x: number, y = 0): Placement => ({
  kind: 'display',
  output,
  screen: makeScreen(x, y),
  match: 'found',
});
const away = (output: PlacedOutput): Placement => ({ kind: 'waiting', output });
const told = (placements: Placement[], screens: Screen[] = []) =>
  planWindows(placements, screens).map(({ key, place }) => [key, place]);

it('an output has a window of its own', () => {
  expect(told([on(makeOutput('a'), 0), away(makeOutput('b')), on(makeOutput('c'), 200)])).toEqual([
    ['a', { kind: 'display', bounds: { x: 0, y: 0, width: 100, height: 50 }, screens: [1] }],
    ['b', { kind: 'waiting' }],
    ['c', { kind: 'display', bounds: { x: 200, y: 0, width: 100, height: 50 }, screens: [201] }],
  ]);
});
it('outputs of one span share one window over their displays, in the rig’s order', () => {
  const placements = [
    on(makeOutput('b', 'wall'), 100, 50),
    on(makeOutput('c'), 300),
    on(makeOutput('a', 'wall'), -20),
  ];
  expect(told(placements)).toEqual([
    ['b+a', { kind: 'display', bounds: { x: -20, y: 0, width: 220, height: 100 }, screens: [101, -19] }],
    ['c', { kind: 'display', bounds: { x: 300, y: 0, width: 100, height: 50 }, screens: [301] }],
  ]);
});
it('a span keeps all its outputs while the display of one is away', () => {
  const [a, b] = [makeOutput('a', 'wall'), makeOutput('b', 'wall')];
  expect(told([away(a), on(b, 100)])).toEqual([
    ['a+b', { kind: 'display', bounds: { x: 100, y: 0, width: 100, height: 50 }, screens: [101] }],
  ]);
  expect(told([away(a), away(b)])).toEqual([['a+b', { kind: 'waiting' }]]);
});
it('what has no display opens alone, half as large, whatever its span', () => {
  expect(told([{ kind: 'window', output: makeOutput('a', 'wall') }, on(makeOutput('b', 'wall'), 0)])).toEqual(
    [
      ['a', { kind: 'window', size: { width: 960, height: 540 } }],
      ['b', { kind: 'display', bounds: { x: 0, y: 0, width: 100, height: 50 }, screens: [1] }],
    ],
  );
  expect(told([])).toEqual([]);
});
it('a shared window that would lie over another display is none', () => {
  const [a, b] = [makeOutput('a', 'wall'), makeOutput('b', 'wall')];
  const console = makeScreen(100);
  expect(told([on(a, 0), on(b, 200)], [console]).map(([key]) => key)).toEqual(['a', 'b']);
  expect(told([on(a, 0), on(b, 200)], [makeScreen(300)]).map(([key]) => key)).toEqual(['a+b']);
});
it('a shared window keeps its bounds while one of its displays is away, unless another takes the place', () => {
  const [a, b] = [makeOutput('a', 'wall'), makeOutput('b', 'wall')];
  const [both] = planWindows([on(a, 0), on(b, 100)], []);
  const [one] = planWindows([on(a, 0), away(b)], []);
  const kept = keepBounds(one!, both!, [makeScreen(0)]);
  expect(kept.place).toEqual({
    kind: 'display',
    bounds: both!.place.kind === 'display' && both!.place.bounds,
    screens: [1],
  });
  expect(keepBounds(one!, both!, [makeScreen(0), { ...makeScreen(100), id: 9 }])).toBe(one);
  // The one that is left has moved away, or it is another.
  const [moved] = planWindows([on(a, 400), away(b)], []);
  expect(keepBounds(moved!, both!, [])).toBe(moved);
  expect(keepBounds(both!, one!, [])).toBe(both);
  const [alone] = planWindows([on(makeOutput('a'), 0)], []);
  expect(keepBounds(alone!, alone!, [])).toBe(alone);
});
