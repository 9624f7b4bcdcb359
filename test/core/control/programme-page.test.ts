import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { programmePageOf, programmeSize, publicSize } from '../../../core/control/programme-page.ts';

const of = (text: string) => {
  const query = new URLSearchParams(text);
  return programmePageOf((name) => query.get(name));
};

describe('the address of the clean feed', () => {
  it('has the whole canvas, with sound, as large as the window', () => {
    expect(of('')).toEqual({
      size: null,
      fps: 60,
      language: null,
      hasSound: true,
      view: 'canvas',
      viewpoint: null,
    });
  });
  it('is told otherwise', () => {
    expect(of('size=1920x1080&fps=25&lang=en&sound=0&view=public&viewpoint=porch')).toEqual({
      size: { width: 1920, height: 1080 },
      fps: 25,
      language: 'en',
      hasSound: false,
      view: 'public',
      viewpoint: 'porch',
    });
    expect(of('size=1280x').size).toEqual({ width: 1280, height: null });
  });
  it.each([
    'size=big',
    'size=4x4',
    'size=9999x100',
    'size=100x9999',
    'fps=0',
    'fps=1000',
    'fps=x',
    'lang=de',
    'view=x',
  ])('%s makes no sense and is left out', (text) => {
    expect(of(text)).toEqual(of(''));
  });
});

const side = fc.integer({ min: 16, max: 4096 });
test.prop([side, side, side, side])('the canvas fits and keeps its shape', (width, height, across, down) => {
  const canvas = { width: across / 10, height: down / 10 };
  const fitted = programmeSize({ size: { width, height } }, canvas, { width: 1, height: 1 });
  expect(fitted.width).toBeLessThanOrEqual(width);
  expect(fitted.height).toBeLessThanOrEqual(height);
  expect(fitted.width === width || fitted.height === height).toBe(true);
});

it('has the canvas’s own height where none is named', () => {
  expect(
    programmeSize({ size: { width: 320, height: null } }, { width: 16, height: 9 }, { width: 1, height: 1 }),
  ).toEqual({
    width: 320,
    height: 180,
  });
});

it('fills what it is given from the public’s place, and is 16:9 where only a width is named', () => {
  const room = { width: 900, height: 700 };
  expect(publicSize({ size: null }, room)).toEqual(room);
  expect(publicSize({ size: { width: 640, height: null } }, room)).toEqual({ width: 640, height: 360 });
  expect(publicSize({ size: { width: 640, height: 200 } }, room)).toEqual({ width: 640, height: 200 });
});
