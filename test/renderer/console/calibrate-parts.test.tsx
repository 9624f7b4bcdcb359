import { describe, expect, it } from 'vitest';
import { fitBox, pinch, toUnits, zoomAt } from '../../../renderer/console/calibrate/board/view-box.ts';
import { readNumber } from '../../../renderer/console/control/number-field.tsx';
import { createLatest } from '../../../renderer/console/calibrate/latest.ts';
import { mapColour } from '../../../renderer/console/calibrate/light/map-picture.ts';
import { stepRate, wayOf } from '../../../renderer/console/calibrate/points/pad.tsx';
import { pageOfHash, pageOfKey } from '../../../renderer/console/pages.ts';
import { lightWords } from '../../../renderer/console/words/light.words.ts';
import { lineUpWords } from '../../../renderer/console/words/line-up.words.ts';
import { spaceWords } from '../../../renderer/console/words/space.words.ts';
import { warpWords } from '../../../renderer/console/words/warp.words.ts';
import { word } from '../../../renderer/console/words.ts';

describe('words', () => {
  it.each(Object.entries({ ...lineUpWords, ...warpWords, ...lightWords, ...spaceWords }))(
    '%s: both languages have the same places',
    (_, [fr, en]) => {
      const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
      expect(places(fr)).toEqual(places(en));
    },
  );
  it('values are put in; a place without one stays', () => {
    expect(word('en', 'heldBy', { person: 'Inès {x}' })).toBe('held by Inès {x}');
    expect(word('fr', 'heldBy', {})).toBe('tenue par {person}');
  });
});

describe('pages', () => {
  const key = (init: KeyboardEventInit) => pageOfKey(new KeyboardEvent('keydown', init));
  it('are named by the address and by keys, and by nothing else', () => {
    expect(pageOfHash('#calibrate')).toBe('calibrate');
    expect(pageOfHash('#nonsense')).toBe('run');
    expect(pageOfHash('#connect/cues/steam')).toBe('connect');
    expect(pageOfHash('#connected')).toBe('run');
    expect(key({ key: 'F4' })).toBe('connect');
    expect(key({ key: 'F7' })).toBe('settings');
    expect(key({ key: 'F5' })).toBeNull();
    expect(key({ key: '3', ctrlKey: true })).toBe('calibrate');
    expect(key({ key: '2' })).toBeNull();
    expect(key({ key: 'F1', altKey: true })).toBeNull();
  });
});

describe('a typed number', () => {
  it.each([
    ['12,5', 12.5],
    [' 12.5 ', 12.5],
    ['−3', -3],
    ['', null],
    ['1e999', null],
    ['12px', null],
    ['11', null],
  ])('%s → %s', (text, value) => expect(readNumber(text, -10, text === '11' ? 10 : 20)).toBe(value));
});

describe('the view of a board', () => {
  const box = { x: 0, y: 0, width: 1920, height: 1080 };
  const view = fitBox(box, { width: 800, height: 600 });
  it('shows the whole box', () => {
    const [left, top] = toUnits(view, [0, 0]);
    const [right, bottom] = toUnits(view, [800, 600]);
    expect(left).toBeLessThan(0);
    expect(top).toBeLessThan(0);
    expect(right).toBeGreaterThan(1920);
    expect(bottom).toBeGreaterThan(1080);
  });
  it('a zoom keeps what lies under the pointer', () => {
    const before = toUnits(view, [200, 300]);
    const after = toUnits(zoomAt(view, [200, 300], 3, view.scale), [200, 300]);
    expect(after[0]).toBeCloseTo(before[0]);
    expect(after[1]).toBeCloseTo(before[1]);
  });
  it('a pinch keeps what lies under both fingers', () => {
    const before = [
      [200, 300],
      [400, 300],
    ] as const;
    const after = [
      [150, 320],
      [550, 320],
    ] as const;
    const next = pinch(view, before, after, view.scale);
    for (const finger of [0, 1] as const) {
      const [ux, uy] = toUnits(view, before[finger]);
      const [vx, vy] = toUnits(next, after[finger]);
      expect(vx).toBeCloseTo(ux);
      expect(vy).toBeCloseTo(uy);
    }
  });
  it('never zooms so far that the box is lost', () => {
    let out = view;
    for (let i = 0; i < 50; i++) out = zoomAt(out, [400, 300], 0.5, view.scale);
    expect(out.scale).toBeCloseTo(view.scale / 4);
  });
});

describe('the joystick', () => {
  it('stands still near its middle and is faster at the rim', () => {
    expect(stepRate(0.1)).toBe(0);
    expect(stepRate(0.2)).toBeGreaterThanOrEqual(2);
    expect(stepRate(0.2)).toBeLessThan(3);
    expect(stepRate(1)).toBe(40);
  });
  it('keeps to an axis when the thumb nearly does', () => {
    expect(wayOf([0.9, 0.2])).toEqual([1, 0]);
    expect(wayOf([-0.1, -0.8])).toEqual([0, -1]);
    expect(wayOf([0.05, 0.05])).toEqual([0, 0]);
    expect(Math.hypot(...wayOf([0.5, 0.5]))).toBeCloseTo(1);
  });
});

describe('a lane of newest values', () => {
  it('has one on its way, drops what came between, and sends the last', async () => {
    const sent: number[] = [];
    const answers: (() => void)[] = [];
    const lane = createLatest<number>(
      (value) => {
        sent.push(value);
        return new Promise((resolve) => answers.push(() => resolve(null)));
      },
      (run) => run(),
    );
    lane.push(1);
    lane.push(2);
    lane.push(3);
    expect(sent).toEqual([1]);
    answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(sent).toEqual([1, 3]);
    lane.push(4);
    lane.drop();
    answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(sent).toEqual([1, 3]);
  });
});

describe('colours of a map', () => {
  it('tell none, dark, dim, even and bright apart', () => {
    const colours = [NaN, 0, 0.9, 1.01, 1.1].map((value) => mapColour('blend', value).join());
    expect(new Set(colours).size).toBe(5);
    expect(mapColour('blend', NaN)[3]).toBe(0);
  });
});
