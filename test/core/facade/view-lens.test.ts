import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { lensOf, orbited, zoomed } from '../../../core/facade/view-lens.ts';
import { gazeFor, gazeOf, type Gaze, type Viewpoint, type World } from '../../../core/facade/viewpoint.ts';

const makeGaze = (over: Partial<Gaze> = {}): Gaze => ({
  eye: [50, 1.6, 80],
  target: [50, 21.6, 0],
  lens: 18,
  ...over,
});
const place = { width: 100, height: 40 };
const own: Viewpoint = { ...makeGaze(), key: 'kerb', name: { fr: 'Trottoir', en: 'Kerb' } };

/** Where a place of the world lies in the picture, −1 … 1, by the textbook. */
const seen = (gaze: Gaze, aspect: number, [x, y, z]: World): [number, number] => {
  const { eye, yaw, tilt, left, right, bottom, top } = lensOf(gaze, aspect);
  const [dx, dy, dz] = [x - eye[0], y - eye[1], z - eye[2]];
  const ahead = dx * Math.sin(yaw) - dz * Math.cos(yaw);
  const across = dx * Math.cos(yaw) + dz * Math.sin(yaw);
  const depth = ahead * Math.cos(tilt) + dy * Math.sin(tilt);
  const up = dy * Math.cos(tilt) - ahead * Math.sin(tilt);
  const share = (value: number, from: number, to: number): number => (2 * (value - from)) / (to - from) - 1;
  return [share(across / depth, left, right), share(up / depth, bottom, top)];
};

describe('a lens', () => {
  it('has the target in the middle and the frame’s width in it', () => {
    expect(seen(makeGaze(), 2, [50, 21.6, 0]).map((v) => Math.abs(v) < 1e-9)).toEqual([true, true]);
    expect(seen(makeGaze(), 2, [130, 21.6, 0])[0]).toBeCloseTo(1, 9);
  });
  it('keeps columns upright from the pavement', () => {
    const at = (y: number): number => seen(makeGaze(), 2, [90, y, 0])[0];
    expect(at(0)).toBeCloseTo(at(40), 9);
  });
  it('tilts for a steep look', () => {
    expect(lensOf(makeGaze({ eye: [50, 120, 40] }), 2).tilt).toBeCloseTo(Math.atan2(-98.4, 40), 6);
  });
  prop.prop([
    fc.double({ min: -1.2, max: 1.2, noNaN: true }),
    fc.double({ min: -1, max: 1.2, noNaN: true }),
    fc.double({ min: 8, max: 60, noNaN: true }),
  ])('finds the target in the middle from every place of an orbit', (turn, rise, lens) => {
    const gaze = orbited(makeGaze({ lens }), turn, rise);
    const [x, y] = seen(gaze, 1.6, gaze.target);
    expect(Math.hypot(x, y)).toBeLessThan(1e-6);
    expect(gaze.eye[1]).toBeGreaterThan(0.4);
    expect(gaze.eye[2]).toBeGreaterThan(0);
  });
});

describe('moving', () => {
  it('orbits at its distance, to the right for a positive turn', () => {
    const { eye } = orbited(makeGaze(), 0.5, 0);
    expect(Math.hypot(eye[0] - 50, eye[1] - 21.6, eye[2])).toBeCloseTo(Math.hypot(20, 80), 6);
    expect(eye[0]).toBeGreaterThan(50);
  });
  it('zooms by the lens, within what lenses there are', () => {
    expect(zoomed(makeGaze(), 2)).toEqual(makeGaze({ lens: 36 }));
    expect(zoomed(makeGaze(), 100).lens).toBe(200);
  });
});

describe('from where', () => {
  it('is the façade’s first, else a person’s eyes in the middle, who sees all of it', () => {
    expect(gazeOf({ ...place, viewpoints: [own] })).toEqual(makeGaze());
    const gaze = gazeOf({ ...place, viewpoints: [] });
    expect(gaze.eye.slice(0, 2)).toEqual([50, 1.6]);
    expect(Math.abs(seen(gaze, 2, [0, 0, 0])[0])).toBeLessThan(1);
  });
  it('is what is asked for, the rest the façade’s own', () => {
    const wish = { viewpoint: 'kerb', eye: null, target: null, lens: 50 };
    expect(gazeFor({ ...place, viewpoints: [own] }, wish)).toEqual({
      ok: true,
      value: makeGaze({ lens: 50 }),
    });
    expect(gazeFor({ ...place, viewpoints: [own] }, { ...wish, viewpoint: 'moon' })).toMatchObject({
      code: 'viewpoint-missing',
      message: expect.stringContaining('kerb'),
    });
  });
});
