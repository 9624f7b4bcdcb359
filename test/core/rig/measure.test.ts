import { describe, expect, test } from 'vitest';
import { luminanceOf, matchBrightness } from '../../../core/rig/luminance.ts';
import { measureRaster, measureSteps } from '../../../core/rig/measure.ts';
import type { Measures } from '../../../core/rig/measure.ts';
import type { FacadeModel } from '../../../core/facade/model.ts';
import { maskSchema } from '../../../core/rig/light.schema.ts';
import { rigSchema } from '../../../core/rig/rig.schema.ts';
import { seamProfile } from '../../../core/rig/seam.ts';
import { finish } from '../../../core/rig/steps.ts';
import { stoneOf } from '../../../core/rig/stone.ts';
import { buildVenue } from '../../../core/rig/venue.ts';
import { buildWall } from '../../../core/rig/wall.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import { makeEdges, makeOutput } from './builders.ts';
import { box, makeFacade } from './facade-builder.ts';

const CANVAS = { width: 28, height: 9 };
const venueOf = (facade: FacadeModel | null, masks: unknown[] = []) =>
  buildVenue(
    {
      id: 'rig:a',
      rig: rigSchema.parse({ title: '', facade: CANVAS, density: 20, masks }),
      outputs: [],
      model: null,
    },
    facade,
  );
const measure = (
  outputs: LitOutput[],
  facade: FacadeModel | null = null,
  masks: unknown[] = [],
  flux = {},
) => {
  const venue = venueOf(facade, masks);
  const wall = buildWall(outputs, venue, measureRaster(outputs, venue, CANVAS, 256));
  return finish(measureSteps(wall, stoneOf(facade, venue, CANVAS, wall.raster), flux));
};
const AUTO = { kind: 'auto' };
/** Two outputs of 16 m that overlap by 4 m over a façade of 28 m. */
const pair = (left: object = {}, right: object = {}): LitOutput[] => [
  makeOutput({ blend: AUTO, ...left }),
  makeOutput({ id: 'output:b', blend: AUTO, region: { x: 12, y: 0, width: 16, height: 9 }, ...right }),
];
const range = ({ blend }: Measures) => [blend?.least, blend?.greatest];

describe('blend sum', () => {
  test('is one for an automatic blend, two without any, and says where', () => {
    expect(range(measure(pair()))).toEqual([expect.closeTo(1, 6), expect.closeTo(1, 6)]);
    const none = measure(pair({ blend: { kind: 'none' } }, { blend: { kind: 'none' } }));
    expect(range(none)).toEqual([1, 2]);
    expect(none.blend!.greatestAt[0]).toBeGreaterThan(12);
    expect(none.blend!.greatestAt[0]).toBeLessThan(16);
  });
  test('shows a ramp that is too narrow', () => {
    const found = measure(
      pair({ blend: makeEdges({ right: 30 }, 1) }, { blend: makeEdges({ left: 40 }, 1) }),
    );
    expect(found.blend!.greatest).toBeCloseTo(1.25, 1);
  });
});

describe('stone', () => {
  const facade = makeFacade({
    wall: { outline: box(0, 0, 28, 9) },
    glass: { outline: box(2, 2, 4, 4), surface: 'glass' },
    mullion: { outline: box(3.5, 2, 1, 4) },
  });
  test('counts without glass, with the stone before it', () => {
    expect(measure(pair(), facade).stone).toBeCloseTo(28 * 9 - 12, -0.5);
    expect(measure(pair()).stone).toBeCloseTo(28 * 9, -0.5);
  });
  test('what a mask of the rig keeps dark is meant to be dark', () => {
    const masks = [{ space: 'canvas', points: [[20, 2], [24, 2], [24, 6], [20, 6]] }]; // prettier-ignore
    const found = measure(pair(), facade, masks);
    expect(found.stone).toBeCloseTo(28 * 9 - 12 - 16, -0.5);
    expect(found.coverage).toMatchObject({ fraction: 1, missing: 0, patches: [] });
  });
});

describe('coverage', () => {
  const pole = maskSchema.parse({
    space: 'canvas',
    points: [[20, 2], [21, 2], [21, 8], [20, 8]], // prettier-ignore
  });
  test('names the dark patches: where, how large, on what', () => {
    const facade = makeFacade({
      wall: { outline: box(0, 0, 28, 9) },
      column: { outline: box(19, 1, 3, 7.5) },
    });
    const found = measure(pair({}, { masks: [pole] }), facade);
    expect(found.coverage.missing).toBeCloseTo(6, 0);
    expect(found.coverage.fraction).toBeCloseTo(1 - 6 / 252, 2);
    const [patch, ...others] = found.coverage.patches;
    expect(others).toEqual([]);
    expect(patch).toMatchObject({ element: 'column' });
    expect(patch!.at[0]).toBeCloseTo(20.5, 0.7);
    expect(patch!.at[1]).toBeCloseTo(5, 0.7);
    expect([patch!.box.width, patch!.box.height].map(Math.round)).toEqual([1, 6]);
  });
  test('the largest comes first; stone that no output was given is missing too', () => {
    const found = measure([pair({}, {})[0]!]);
    expect(found.coverage.missing).toBeCloseTo(12 * 9, -0.8);
    const holes = [
      pole,
      {
        ...pole,
        points: [
          [24, 2],
          [26, 2],
          [26, 8],
          [24, 8],
        ] as [number, number][],
      },
    ];
    const areas = measure(pair({}, { masks: holes })).coverage.patches.map(({ area }) => Math.round(area));
    expect(areas).toEqual([12, 6]);
  });
  test('without outputs nothing is lit, and nothing fails', () => {
    expect(measure([])).toMatchObject({ blend: null, flatness: null, coverage: { fraction: 0 } });
  });
  test('a façade without stone has nothing to measure', () => {
    const glass = makeFacade({ dome: { outline: box(0, 0, 28, 9), surface: 'glass' } });
    expect(measure(pair(), glass)).toMatchObject({ stone: 0, blend: null, flatness: null });
  });
});

describe('flatness', () => {
  test('is even for equal projectors, and sees one that is dimmer, coarser or brighter by its lumens', () => {
    const even = measure(pair()).flatness!;
    expect([even.least, even.greatest]).toEqual([expect.closeTo(1, 5), expect.closeTo(1, 5)]);
    const ratio = ({ flatness }: Measures): number => flatness!.greatest / flatness!.least;
    expect(ratio(measure(pair({}, { colour: { brightness: 0.8 } })))).toBeCloseTo(1.25, 5);
    expect(ratio(measure(pair(), null, [], { 'output:b': 2 }))).toBeCloseTo(2, 5);
    const wide = { x: 12, y: 0, width: 16, height: 18 };
    expect(ratio(measure(pair({}, { region: wide })))).toBeCloseTo(2, 5);
  });
  test('pixels do not count: a sharper picture of the same lumens is no brighter', () => {
    const { flatness } = measure(pair({}, { width: 320, height: 180 }));
    expect(flatness!.greatest / flatness!.least).toBeCloseTo(1, 5);
  });
});

describe('maps', () => {
  test('are NaN beside the stone, and count who reaches', () => {
    const facade = makeFacade({ wall: { outline: box(2, 2, 24, 5) } });
    const { maps } = measure(pair(), facade);
    const at = (values: Float32Array, u: number, v: number) =>
      values[
        Math.floor((v - maps.raster.y) / maps.raster.size) * maps.raster.width +
          Math.floor((u - maps.raster.x) / maps.raster.size)
      ];
    expect([at(maps.reach, 4, 4), at(maps.reach, 14, 4), at(maps.reach, 4, 1)]).toEqual([1, 2, NaN]);
    expect([at(maps.blend, 14, 4), at(maps.flatness, 14, 1)]).toEqual([expect.closeTo(1, 5), NaN]);
  });
});

test('brightness match: the dimmest wins, from measured or computed luminance', () => {
  const measured = [
    { id: 'output:a', luminance: 200, brightness: 1 },
    { id: 'output:b', luminance: 100, brightness: 0.8 },
    { id: 'output:c', luminance: 90, brightness: 0.5 },
  ];
  expect(matchBrightness(measured)).toEqual({
    ok: true,
    value: { 'output:a': 0.625, 'output:b': 1, 'output:c': expect.closeTo(125 / 180, 12) },
  });
  expect(matchBrightness([])).toEqual({ ok: true, value: {} });
  for (const luminance of [0, NaN, Infinity, -1])
    expect(matchBrightness([{ id: 'output:a', luminance, brightness: 1 }])).toMatchObject({
      ok: false,
      code: 'rig-brightness',
      path: 'output:a',
    });
  const outputs = pair({}, { region: { x: 12, y: 0, width: 16, height: 4.5 } });
  const venue = venueOf(null);
  const wall = buildWall(outputs, venue);
  const luminance = luminanceOf(wall, stoneOf(null, venue, CANVAS, wall.raster), {});
  expect(luminance['output:b']! / luminance['output:a']!).toBeCloseTo(2, 5);
});

describe('the profile of a seam', () => {
  const wall = buildWall(pair({ colour: { black: 0.01 } }, { colour: { black: 0.01 } }), venueOf(null));
  test('has each output’s share, their sum and the black level', () => {
    const profile = seamProfile(wall, [10, 4.5], [18, 4.5], 9);
    expect(profile.map(({ along }) => along)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(profile[4]!.shares.map((share) => share.toFixed(2))).toEqual(['0.50', '0.50']);
    expect(profile[0]!.shares).toEqual([1, 0]);
    for (const { sum, black } of profile) {
      expect(sum).toBeCloseTo(1, 6);
      expect(black).toBeCloseTo(0.02, 3);
    }
  });
  test('is dark beside the wall, and two places at least', () => {
    expect(seamProfile(wall, [40, 4.5], [41, 4.5], 0)).toEqual([
      { along: 0, shares: [0, 0], sum: 0, black: 0 },
      { along: 1, shares: [0, 0], sum: 0, black: 0 },
    ]);
  });
});
