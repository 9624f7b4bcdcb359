import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../../renderer/console/app.tsx';
import { MODES } from '../../../renderer/console/calibrate/modes.ts';
import { CalibrateBench } from './calibrate-bench.ts';

beforeEach(() => {
  // Frames come at once: what a page sends a frame is sent now.
  vi.stubGlobal('requestAnimationFrame', (run: (time: number) => void) => setTimeout(() => run(0), 0));
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => clearTimeout(handle));
  Object.defineProperty(navigator, 'language', { value: 'en-GB', configurable: true });
  location.hash = '#calibrate';
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  location.hash = '';
});

const settle = () =>
  act(async () => {
    for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
  });
const open = async (bench = new CalibrateBench()): Promise<CalibrateBench> => {
  render(<App link={bench} />);
  await settle();
  return bench;
};
const press = async (key: string, more: object = {}) => {
  fireEvent.keyDown(document.body, { key, ...more });
  fireEvent.keyUp(document.body, { key, ...more });
  await settle();
};
const click = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const mode = (name: string) => {
  fireEvent.click(within(screen.getByRole('navigation', { name: 'What is set' })).getByText(name));
  return settle();
};
const chooseLeft = () => click(/Gauche/);
const corners = (bench: CalibrateBench) => {
  const { warp } = bench.output('left');
  return warp.kind === 'corners' ? warp.corners : null;
};

describe('the console’s pages', () => {
  it('F-keys and Ctrl with a number go from page to page', async () => {
    await open();
    await press('F7');
    expect(screen.getByText('Light of the console')).toBeTruthy();
    await press('1', { ctrlKey: true });
    expect(screen.getByRole('button', { name: /^GO/ })).toBeTruthy();
    await press('F3');
    expect(screen.getByText('Outputs to line up')).toBeTruthy();
  });
  it('Space fires nothing outside the Run page; Esc is panic', async () => {
    const bench = await open();
    await press(' ');
    expect(bench.of('go')).toEqual([]);
    await press('Escape');
    expect(bench.of('panic')).toEqual([{}]);
  });
  it('Esc in a text field leaves the field with its old value, and no more', async () => {
    const bench = await open();
    const field = screen.getByLabelText('Your name');
    act(() => field.focus());
    fireEvent.change(field, { target: { value: 'Nobody' } });
    fireEvent.keyDown(field, { key: 'Escape' });
    await settle();
    expect(bench.of('panic')).toEqual([]);
    expect(bench.of('line-up/hold')).toEqual([]);
    expect((field as HTMLInputElement).value).not.toBe('Nobody');
  });
});

describe('corners', () => {
  it('choosing an output holds it and draws its mesh on the wall', async () => {
    const bench = await open();
    await chooseLeft();
    expect(bench.of('line-up/hold')).toHaveLength(1);
    expect(bench.of('line-up/hold')[0]).toMatchObject({ output: 'left', take: false });
    expect(bench.lastMark()).toMatchObject({ mesh: true, selected: [] });
    expect(screen.getByText('● yours')).toBeTruthy();
  });
  it('next point, then arrows by 1, 10 and 0.1 px: one edit a press', async () => {
    const bench = await open();
    await chooseLeft();
    await press('n');
    expect(bench.lastMark()?.selected).toEqual([0]);
    await press('ArrowRight');
    await press('ArrowDown', { shiftKey: true });
    await press('ArrowLeft', { altKey: true });
    expect(corners(bench)?.[0]).toEqual([0.9, 10]);
    expect(bench.of('document/edit')).toHaveLength(3);
  });
  it('presses that come faster than the page draws add up', async () => {
    const bench = await open();
    await chooseLeft();
    await press('n');
    for (let i = 0; i < 3; i++) {
      fireEvent.keyDown(document.body, { key: 'ArrowRight' });
      fireEvent.keyUp(document.body, { key: 'ArrowRight' });
    }
    await settle();
    expect(corners(bench)?.[0]).toEqual([3, 0]);
  });
  it('a key that is held is one edit', async () => {
    const bench = await open();
    await chooseLeft();
    await press('n');
    for (let i = 0; i < 5; i++) fireEvent.keyDown(document.body, { key: 'ArrowRight', repeat: i > 0 });
    await settle();
    expect(bench.of('document/edit')).toHaveLength(0);
    expect(bench.previews['output:left']).toBeTruthy();
    fireEvent.keyUp(document.body, { key: 'ArrowRight' });
    await settle();
    expect(bench.of('document/edit')).toHaveLength(1);
    expect(corners(bench)?.[0]).toEqual([5, 0]);
    expect(bench.previews).toEqual({});
  });
  it('typed coordinates take a comma', async () => {
    const bench = await open();
    await chooseLeft();
    await press('n');
    const field = screen.getByLabelText('x');
    fireEvent.change(field, { target: { value: '12,5' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await settle();
    expect(corners(bench)?.[0]).toEqual([12.5, 0]);
  });
  it('undo asks the host; a refusal is said', async () => {
    const bench = await open();
    await chooseLeft();
    await press('n');
    await press('ArrowRight');
    await click(/Undo/);
    expect(corners(bench)).toBeNull();
    await click(/Undo/);
    expect(screen.getByText(/Refused: Nothing to undo/)).toBeTruthy();
  });
});

describe('a drag on the board', () => {
  const board = () => screen.getByLabelText(/Picture of output/);
  const pointer = (x: number, y: number, more: object = {}) => ({
    clientX: x,
    clientY: y,
    pointerId: 1,
    pointerType: 'mouse',
    button: 0,
    ...more,
  });
  /** Where the upper left corner lies on a board of 800 × 450: found by pressing on a grid of places. */
  const grab = async (bench: CalibrateBench): Promise<[number, number]> => {
    for (let x = 20; x < 140; x += 8)
      for (let y = 8; y < 100; y += 8) {
        fireEvent.pointerDown(board(), pointer(x, y));
        fireEvent.pointerUp(board(), pointer(x, y));
        await settle();
        if (bench.lastMark()?.selected[0] === 0) return [x, y];
      }
    throw new Error('no corner found');
  };
  it('previews while it moves and edits once at its end', async () => {
    const bench = await open();
    await chooseLeft();
    const [x, y] = await grab(bench);
    fireEvent.pointerDown(board(), pointer(x, y));
    fireEvent.pointerMove(board(), pointer(x + 20, y + 10));
    await settle();
    fireEvent.pointerMove(board(), pointer(x + 40, y + 20));
    await settle();
    expect(bench.of('document/edit')).toHaveLength(0);
    expect(bench.of('line-up/preview').length).toBeGreaterThanOrEqual(2);
    fireEvent.pointerUp(board(), pointer(x + 40, y + 20));
    await settle();
    expect(bench.of('document/edit')).toHaveLength(1);
    const corner = corners(bench)?.[0];
    expect(corner?.[0]).toBeGreaterThan(20);
    expect(corner?.[0]).toBeCloseTo(2 * (corner?.[1] ?? 0), 0);
  });
  it('Esc takes the drag back and is no panic', async () => {
    const bench = await open();
    await chooseLeft();
    const [x, y] = await grab(bench);
    fireEvent.pointerDown(board(), pointer(x, y));
    fireEvent.pointerMove(board(), pointer(x + 40, y + 20));
    await settle();
    await press('Escape');
    fireEvent.pointerUp(board(), pointer(x + 40, y + 20));
    await settle();
    expect(bench.of('panic')).toEqual([]);
    expect(bench.of('document/edit')).toEqual([]);
    expect(bench.previews).toEqual({});
  });
  it('folded: red with the point named, on the wall, not saved; undo puts it back', async () => {
    const bench = await open();
    await chooseLeft();
    const [x, y] = await grab(bench);
    fireEvent.pointerDown(board(), pointer(x, y));
    fireEvent.pointerMove(board(), pointer(x + 440, y + 240));
    await settle();
    fireEvent.pointerUp(board(), pointer(x + 440, y + 240));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('upper left');
    expect(bench.of('document/edit')).toEqual([]);
    expect(bench.previews['output:left']).toBeTruthy();
    fireEvent.click(within(screen.getByRole('alert')).getByRole('button'));
    await settle();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(bench.previews).toEqual({});
    expect(bench.of('document/undo')).toEqual([]);
  });
});

describe('a line that drops', () => {
  it('refuses presses in sight and moves nothing', async () => {
    const bench = await open();
    await chooseLeft();
    await press('n');
    act(() => bench.pullLine());
    await press('ArrowRight');
    expect(bench.of('document/edit')).toEqual([]);
    expect(screen.getByText(/Line lost — nothing moves/)).toBeTruthy();
    expect(screen.getByText(/not sent: line lost/)).toBeTruthy();
    expect(screen.getByLabelText('x').getAttribute('disabled')).not.toBeNull();
  });
  it('says that the last press sent is on the wall when its answer alone was lost', async () => {
    const bench = await open();
    await chooseLeft();
    await press('n');
    bench.isSilent = true;
    await press('ArrowRight');
    act(() => bench.pullLine());
    await settle();
    expect(screen.getByText(/last press: known when the line is back/)).toBeTruthy();
    for (const [name, args] of bench.sent.filter(([verb]) => verb === 'document/edit')) bench.act(name, args);
    act(() => bench.restoreLine());
    await settle();
    expect(screen.getByText(/the last press sent is on the wall/)).toBeTruthy();
    expect(bench.of('document/edit')).toHaveLength(1);
  });
  it('says that it did not arrive, and never sends it again by itself', async () => {
    const bench = await open();
    await chooseLeft();
    await press('n');
    bench.isSilent = true;
    await press('ArrowRight');
    act(() => bench.pullLine());
    act(() => bench.restoreLine());
    await settle();
    expect(screen.getByText(/did not arrive: do it again/)).toBeTruthy();
    expect(bench.of('document/edit')).toHaveLength(1);
    expect(corners(bench)).toBeNull();
  });
  it('takes it back when the press arrives after all, late', async () => {
    const bench = await open();
    await chooseLeft();
    await press('n');
    bench.isSilent = true;
    await press('ArrowRight');
    act(() => bench.pullLine());
    act(() => bench.restoreLine());
    await settle();
    expect(screen.getByText(/did not arrive/)).toBeTruthy();
    const [, args] = bench.sent.find(([verb]) => verb === 'document/edit') ?? ['', {}];
    act(() => void bench.act('document/edit', args));
    expect(screen.getByText(/the last press sent is on the wall/)).toBeTruthy();
  });
  it('a drag that was under way stays where its last step arrived, and is saved there', async () => {
    const bench = await open();
    await chooseLeft();
    await press('n');
    fireEvent.keyDown(document.body, { key: 'ArrowRight' });
    await settle();
    act(() => bench.pullLine());
    act(() => bench.restoreLine());
    await settle();
    expect(screen.getByText(/the last press sent is on the wall/)).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'ArrowRight', repeat: true });
    fireEvent.keyUp(document.body, { key: 'ArrowRight' });
    await settle();
    expect(corners(bench)?.[0]).toEqual([1, 0]);
    expect(bench.previews).toEqual({});
  });
  it('takes its output again', async () => {
    const bench = await open();
    await chooseLeft();
    act(() => bench.pullLine());
    act(() => bench.restoreLine());
    await settle();
    expect(bench.of('line-up/hold')).toHaveLength(2);
    expect(bench.of('line-up/hold')[1]).toMatchObject({ output: 'left', take: false });
  });
});

describe('several technicians', () => {
  const held = async (): Promise<CalibrateBench> => {
    const bench = new CalibrateBench();
    bench.lineUp = {
      ...bench.lineUp,
      holders: { left: { sender: 'console:other', person: 'Inès', isHere: true } },
    };
    bench.publish();
    await open(bench);
    await chooseLeft();
    return bench;
  };
  it('another’s output is seen and not touched', async () => {
    const bench = await held();
    expect(screen.getByText('■ held by Inès')).toBeTruthy();
    expect(screen.getByText(/Read only: Inès/)).toBeTruthy();
    await press('n');
    await press('ArrowRight');
    expect(bench.of('document/edit')).toEqual([]);
    expect(bench.of('line-up/preview')).toEqual([]);
    expect(bench.of('line-up/mark').filter(({ mark }) => mark !== null)).toEqual([]);
    expect(bench.of('line-up/hold')).toEqual([]);
  });
  it('taking over asks once more', async () => {
    const bench = await held();
    await click('Take over');
    expect(bench.of('line-up/hold')).toEqual([]);
    await click('Sure? Inès loses it');
    expect(bench.of('line-up/hold')[0]).toMatchObject({ output: 'left', take: true });
    expect(screen.getByText('● yours')).toBeTruthy();
  });
  it('another’s drag is seen while it moves', async () => {
    const bench = await held();
    await press('n');
    bench.previews = {
      'output:left': {
        warp: {
          kind: 'corners',
          corners: [
            [33, 0],
            [1920, 0],
            [1920, 1080],
            [0, 1080],
          ],
        },
      },
    };
    act(() => bench.publish());
    expect((screen.getByLabelText('x') as HTMLInputElement).value).toBe('33.0');
  });
});

describe('tools and modes', () => {
  it('a pattern in two presses: on this output or on all, through the correction or raw', async () => {
    const bench = await open();
    await chooseLeft();
    await click(/^Pattern/);
    await click('White');
    await click('Raw pixels');
    await click('All outputs');
    await click('Cross');
    await click('Façade');
    await click('Overlaps');
    await click('The show');
    expect(bench.of('line-up/pattern')).toEqual([
      { outputs: ['left'], pattern: { name: 'white', space: 'canvas' } },
      { outputs: null, pattern: { name: 'cross', space: 'output' } },
      { outputs: null, pattern: { name: 'overlap', space: 'canvas' } },
      { outputs: null, pattern: null },
    ]);
  });
  it('a grid is laid, gets a column, and its points are chosen by row', async () => {
    const bench = await open();
    await chooseLeft();
    await mode('Grid');
    await click('Lay a grid 5 × 5');
    expect(bench.output('left').warp).toMatchObject({ kind: 'grid', columns: 5, rows: 5 });
    await press('n');
    await click('+ column');
    expect(bench.output('left').warp).toMatchObject({ kind: 'grid', columns: 6, rows: 5 });
    await press('n');
    await click('Row');
    expect(bench.lastMark()?.selected).toEqual([0, 1, 2, 3, 4, 5]);
  });
  it('the corners of a grid take it along', async () => {
    const bench = await open();
    await chooseLeft();
    await mode('Grid');
    await click('Lay a grid 5 × 5');
    await mode('Corners');
    await press('n', { shiftKey: true });
    expect(bench.lastMark()?.selected).toEqual([24]);
    await press('ArrowLeft', { shiftKey: true });
    const { warp } = bench.output('left');
    expect(warp.kind === 'grid' && warp.points[24]).toEqual([1910, 1080]);
    expect(warp.kind === 'grid' && (warp.points[12]?.[0] ?? 960)).toBeLessThan(960);
  });
  it('an output is added over the whole façade and chosen', async () => {
    const bench = await open();
    await click('Add an output');
    expect(bench.output('output-3').region).toEqual({ x: 0, y: 0, width: 40, height: 20 });
    expect(bench.rig.order['rig:two']).toContain('output:output-3');
  });
  it('the wall: a grid, a point moved by a centimetre', async () => {
    const bench = await open();
    await mode('Wall');
    await click('Grid on the façade');
    await press('n');
    await press('ArrowUp');
    const rig = bench.rig.records['rig:two'] as { wall: { points: [number, number][] } };
    expect(rig.wall.points[0]).toEqual([0, 20.01]);
  });
  it('displays: given by the list, the two change places', async () => {
    const bench = new CalibrateBench();
    const display = (id: number, label: string, x: number) => ({
      id,
      label,
      x,
      y: 0,
      width: 1920,
      height: 1080,
      refresh: 60,
      scale: 1,
      isPrimary: x === 0,
    });
    bench.station = {
      ...bench.station,
      displays: [display(257, 'A', 0), display(513, 'B', 1920)],
      places: [
        { output: 'left', kind: 'display', display: 257, match: 'guessed' },
        { output: 'right', kind: 'display', display: 513, match: 'guessed' },
      ],
    };
    bench.publish();
    await open(bench);
    await mode('Displays');
    fireEvent.change(screen.getByLabelText('Display of Gauche'), { target: { value: '513' } });
    await settle();
    expect(bench.output('left').display.label).toBe('B');
    expect(bench.output('right').display.label).toBe('A');
  });
  it('black level: three presses', async () => {
    const bench = await open();
    await chooseLeft();
    await mode('Blend');
    await click('Black pattern on all');
    await click('+ black');
    await click('Same black for all');
    expect(bench.output('left').colour.black).toBeCloseTo(0.0005);
    expect(bench.output('right').colour.black).toBeCloseTo(0.0005);
  });
  it('a white point in kelvin becomes gains', async () => {
    const bench = await open();
    await chooseLeft();
    await mode('Colour');
    const field = screen.getByLabelText('White point, K');
    fireEvent.change(field, { target: { value: '5000' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await settle();
    await click('Apply');
    const [red, , blue] = bench.output('left').colour.gain;
    expect(blue).toBe(1);
    expect(red).toBeLessThan(1);
  });
  it.each(MODES)('%s: nothing for axe to say, with and without an output', async (each) => {
    await open();
    const names = within(screen.getByRole('navigation', { name: 'What is set' })).getAllByRole('button');
    const button = names[MODES.indexOf(each)];
    if (button) fireEvent.click(button);
    await settle();
    for (const chosen of [false, true]) {
      if (chosen) await chooseLeft();
      const { violations } = await axe.run(document.body, {
        rules: { 'color-contrast': { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
});
