import { describe, expect, it } from 'vitest';
import { facadeModel } from '../../../../core/facade/select.ts';
import type { FacadeElement } from '../../../../core/facade/model.ts';
import { compileRig } from '../../../../core/rig/rig.document.ts';
import type { RigDocument } from '../../../../core/rig/rig.schema.ts';
import { NO_LINES, clingLines, clung } from '../../../../renderer/console/design/picture/cling.ts';
import {
  elementAt,
  elementsWithin,
  namesOf,
  shapesOf,
} from '../../../../renderer/console/design/picture/elements.ts';
import { laid } from '../../../../renderer/console/design/picture/laid.ts';
import { rulerStep, withGuide } from '../../../../renderer/console/design/picture/guides.ts';
import { ghostsOf } from '../../../../renderer/console/design/picture/onion.ts';
import { reachAt, reachOf, reachPixels } from '../../../../renderer/console/design/picture/reach.ts';
import { densityText } from '../../../../renderer/console/design/picture/reach-layer.tsx';
import {
  atScale,
  boxOn,
  closer,
  fitted,
  kept,
  moved,
  percentOf,
  regionOf,
  toMetre,
  toPixel,
  type Sight,
} from '../../../../renderer/console/design/picture/sight.ts';
import { pictureHeight, shareOf } from '../../../../renderer/console/design/picture/split.ts';
import { kindToggled, toggled, withAll } from '../../../../renderer/console/design/pick/pick-words.ts';
import { at, board3 } from '../../../core/show/timeline-edit/show.ts';

const canvas = { width: 235, height: 62 };
const room = { width: 940, height: 300 };
const whole: Sight = { canvas, room, view: fitted(canvas, room) };

describe('the canvas in its room', () => {
  it('is seen whole, in the middle, y upwards', () => {
    const lower = toPixel(whole, { x: 0, y: 0 });
    const upper = toPixel(whole, { x: 235, y: 62 });
    expect(lower.x).toBeCloseTo(8);
    expect(upper.x).toBeCloseTo(932);
    expect(lower.y - 150).toBeCloseTo(150 - upper.y);
    expect(lower.y).toBeGreaterThan(upper.y);
  });
  it('metres and pixels are each other’s inverse at any zoom', () => {
    for (const factor of [0.5, 1, 7, 60]) {
      const sight = { ...whole, view: closer(whole, factor, [300, 120]) };
      const back = toMetre(sight, toPixel(sight, { x: 117.5, y: 24 }));
      expect(back.x).toBeCloseTo(117.5, 9);
      expect(back.y).toBeCloseTo(24, 9);
    }
  });
  it('comes closer about the pointer: the stone below it stays there', () => {
    const place = { x: 300, y: 120 };
    const before = toMetre(whole, place);
    const sight = { ...whole, view: closer(whole, 4, [place.x, place.y]) };
    const after = toMetre(sight, place);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
    expect(sight.view.scale).toBeCloseTo(whole.view.scale * 4);
    const region = regionOf(sight);
    expect(region.width).toBeCloseTo(room.width / sight.view.scale);
    expect(region.x).toBeLessThan(before.x);
    const corner = toPixel(sight, { x: region.x, y: region.y });
    expect([corner.x, corner.y]).toEqual([expect.closeTo(0), expect.closeTo(room.height)]);
  });
  it('is 100 % where a pixel of the show is one of the screen', () => {
    const sight = { ...whole, view: atScale(whole, 16) };
    expect(percentOf(sight, 16)).toBe(100);
    expect(percentOf(whole, 16)).toBe(25);
    const middle = toMetre(sight, { x: 470, y: 150 });
    expect([middle.x, middle.y]).toEqual([expect.closeTo(117.5), expect.closeTo(31)]);
    expect(boxOn(sight, { x: 0, y: 0, width: 10, height: 5 })).toMatchObject({ width: 160, height: 80 });
  });
  it('is stretched to its place until it is drawn anew', () => {
    expect(laid(whole, whole).transform).toBeUndefined();
    const sight = { ...whole, view: closer(whole, 2, [0, 0]) };
    const { x, y, scale } = whole.view;
    expect(sight.view).toEqual({ x: 2 * x, y: 2 * y, scale: 2 * scale });
    expect(laid(sight, whole).transform).toBe('translate(0px, 0px) scale(2)');
  });
  it('cannot be lost', () => {
    const far = moved(whole, { x: -5000, y: 9000 });
    expect(far.x + canvas.width * far.scale).toBeCloseTo(40);
    expect(far.y).toBeCloseTo(room.height - 40);
    expect(kept(whole.view, canvas, room)).toEqual(whole.view);
  });
  it('shares its height with the timeline: as the façade’s shape asks, or as it was dragged', () => {
    const place = { width: 940, height: 560 };
    expect(pictureHeight(null, place, canvas)).toBe(258);
    expect(pictureHeight(null, { width: 500, height: 560 }, canvas)).toBe(208);
    expect(pictureHeight(0.5, place, canvas)).toBe(280);
    expect(pictureHeight(0, place, canvas)).toBe(150);
    expect(pictureHeight(1, place, canvas)).toBe(390);
    expect(shareOf(280, place)).toBe(0.5);
  });
});

const element = (
  key: string,
  kind: string,
  [x, y, w, h]: [number, number, number, number],
): FacadeElement => ({
  id: `element:${key}`,
  key,
  kind,
  name: { fr: key, en: key },
  groups: ['all'],
  surface: 'stone',
  plane: 'plane:front',
  depth: 0,
  outline: `M${x} ${y} L${x + w} ${y} L${x + w} ${y + h} L${x} ${y + h} Z`,
  details: [],
  axis: [],
});
const facade = facadeModel({
  width: 40,
  height: 20,
  planes: {},
  viewpoints: [],
  elements: [
    element('wall', 'wall', [0, 0, 40, 20]),
    element('bay-1', 'bay', [4, 4, 4, 6]),
    element('bay-2', 'bay', [12, 4, 4, 6]),
  ],
});
const shapes = shapesOf(facade);
const [wall, first, second] = facade.elements;

describe('elements on the picture', () => {
  it('the foremost is found; nothing beside the building', () => {
    expect(elementAt(shapes, { x: 5, y: 5 })?.key).toBe('bay-1');
    expect(elementAt(shapes, { x: 9, y: 5 })?.key).toBe('wall');
    expect(elementAt(shapes, { x: 50, y: 5 })).toBeNull();
    expect(namesOf(first!)).toBe('bay-1 · bay, all');
  });
  it('a frame takes what lies in it as a whole', () => {
    const found = elementsWithin(shapes, { x: 3, y: 3, width: 10, height: 10 });
    expect(found.map(({ key }) => key)).toEqual(['bay-1']);
  });
  it('a press adds a name, and takes it away; one of a kind leaves its others by name', () => {
    expect(toggled(facade, [], first!)).toEqual(['bay-1']);
    expect(toggled(facade, ['bay-1', 'wall'], first!)).toEqual(['wall']);
    expect(toggled(facade, ['bay'], first!)).toEqual(['bay-2']);
    expect(toggled(facade, ['all', 'bay-2'], second!)).toEqual(['wall', 'bay-1']);
  });
  it('Shift takes a whole kind by one word, a frame adds what is not named yet', () => {
    expect(kindToggled(facade, ['bay-1', 'wall'], second!)).toEqual(['wall', 'bay']);
    expect(kindToggled(facade, ['wall', 'bay'], first!)).toEqual(['wall']);
    expect(withAll(facade, ['bay'], [wall!, first!])).toEqual(['bay', 'wall']);
  });
});

describe('a handle clings', () => {
  const lines = clingLines({
    canvas: { width: 40, height: 20 },
    guides: { x: [7], y: [] },
    shapes: shapes.slice(1, 2),
    isSafeShown: true,
  });
  it('to edges and middle, and to what is shown', () => {
    expect(lines.x).toEqual(expect.arrayContaining([0, 20, 40, 7, 4, 6, 8, 2, 36]));
    expect(lines.y).toEqual(expect.arrayContaining([0, 10, 20, 7]));
    const plain = clingLines({ canvas, guides: null, shapes: [], isSafeShown: false });
    expect(plain).toEqual({ x: [0, 117.5, 235], y: [0, 31, 62] });
  });
  it('to the nearest line, by whichever of its places; not from farther', () => {
    expect(clung([{ x: 6.8, y: 3 }], lines, 0.5)).toEqual({
      by: { x: expect.closeTo(0.2), y: 0 },
      x: 7,
      y: null,
    });
    expect(clung([{ x: 6.8, y: 3 }], { x: [7, 6.7, 6.4], y: [] }, 0.5).x).toBe(6.7);
    const box = [
      { x: 15, y: 5 },
      { x: 17.9, y: 9.9 },
    ];
    expect(clung(box, { x: [18], y: [5] }, 0.5)).toEqual({
      by: { x: expect.closeTo(0.1), y: 0 },
      x: 18,
      y: 5,
    });
    expect(clung(box, lines, 0)).toEqual({ by: { x: 0, y: 0 }, x: null, y: null });
    expect(clung(box, NO_LINES, 1).x).toBeNull();
  });
});

it('guides are put, moved and thrown away, to the centimetre', () => {
  const one = withGuide({ x: [], y: [] }, 'x', null, 12.3456);
  expect(one).toEqual({ x: [12.35], y: [] });
  expect(withGuide(one, 'x', 0, 4)).toEqual({ x: [4], y: [] });
  expect(withGuide(one, 'x', 0, null)).toEqual({ x: [], y: [] });
  expect([rulerStep(4), rulerStep(16), rulerStep(300)]).toEqual([20, 5, 0.2]);
});

it('ghosts are frames to either side, or the clip’s own keys; none beyond the timeline', () => {
  const found = at(board3, 'clip:a');
  const clip = { ...found, keyframes: { level: found.keyframes['level'] ?? [] } };
  const places = (...args: Parameters<typeof ghostsOf>) => ghostsOf(...args).map(({ position }) => position);
  const here = { at: 1, frames: 5, duration: 20, clip };
  expect(places('off', here)).toEqual([]);
  expect(places('frames', here)).toEqual([0.8, 1.2]);
  expect(places('frames', { ...here, at: 0.1 })).toEqual([0.32]);
  const keys = (clip.keyframes['level'] ?? []).map((key) => clip.start + key.at);
  expect(keys.length).toBe(3);
  expect(places('keys', { ...here, at: keys[1]! })).toEqual([keys[0], keys[2]]);
  expect(places('keys', { ...here, clip: null })).toEqual([]);
});

describe('the reach of projectors', () => {
  const output = (x: number, more = {}) => ({
    name: `at ${x}`,
    width: 1600,
    height: 1000,
    display: {},
    region: { x, y: 0, width: 16, height: 10 },
    ...more,
  });
  const document: RigDocument = {
    format: 'frise-rig',
    schema: 1,
    records: {
      'rig:r': { title: 'R', facade: { width: 40, height: 10 }, density: 100 },
      'output:a': output(0),
      'output:b': output(12, { width: 800, height: 500 }),
    },
    order: { 'rig:r': ['output:a', 'output:b'] },
  };
  const reach = reachOf(compileRig(document), null, { width: 40, height: 10 });
  it('is each output’s region, with its pixels a metre', () => {
    expect(reachAt(reach, { x: 5, y: 5 })).toEqual([{ name: 'at 0', density: expect.closeTo(100, 0) }]);
    expect(reachAt(reach, { x: 14, y: 5 }).map(({ density }) => Math.round(density))).toEqual([100, 50]);
    expect(reachAt(reach, { x: 35, y: 5 })).toEqual([]);
    expect(reachAt(reach, { x: -1, y: 5 })).toEqual([]);
    expect(reach.outputs.map(densityText)).toEqual(['100', '50']);
    expect(reach.outputs[1]?.span?.middle.x).toBeCloseTo(20, 0);
  });
  it('is less a mask, and red where nothing comes', () => {
    const masked = {
      ...document,
      records: {
        ...document.records,
        'output:b': output(12, {
          masks: [
            {
              space: 'canvas',
              points: [
                [20, 0],
                [28, 0],
                [28, 10],
                [20, 10],
              ],
            },
          ],
        }),
      },
    };
    const less = reachOf(compileRig(masked), null, { width: 40, height: 10 });
    expect(reachAt(less, { x: 24, y: 5 })).toEqual([]);
    expect(reachAt(less, { x: 18, y: 5 }).length).toBe(1);
    const pixels = reachPixels(reach, 80);
    const colourAt = (x: number) => {
      const n = (Math.floor(reach.rows / 2) * reach.columns + Math.floor(x / reach.size)) * 4;
      return Array.from(pixels.slice(n, n + 3));
    };
    expect(colourAt(5)).toEqual([70, 209, 127]);
    expect(colourAt(24)).toEqual([255, 185, 56]);
    expect(colourAt(35)).toEqual([255, 60, 45]);
  });
});
