import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../core/facade/model-of.ts';
import { layerTypes } from '../../../core/layers/registry.ts';
import { placedAfter } from '../../../core/playback/cue-order.ts';
import { compileShow } from '../../../core/show/compile.ts';
import { openDocument } from '../../../core/show/open.ts';
import { grown } from '../../../shows/usine-extraordinaire/build/show/network.mjs';
import { LINKS, solve } from '../../../shows/usine-extraordinaire/build/show/machines-robots.mjs';

/** Chapter 7 to the end: joints, cues, and machines that move as they really do. */
const folder = join(import.meta.dirname, '../../../shows/usine-extraordinaire');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const elevation = openDocument(read('facade.json'), 'frise-facade', { layerTypes, facade: null });
if (!elevation.ok) throw new Error(elevation.message);
const opened = openDocument(read('show.json'), 'frise-show', {
  layerTypes,
  facade: modelOf(elevation.value.document),
});
if (!opened.ok) throw new Error(opened.message);
const compiled = compileShow(opened.value.document, 1);
const main = compiled.timelines['timeline:main'];
const clips = (main?.tracks ?? []).flatMap((track) => track.clips);
const clip = (name: string) => {
  const found = clips.find(({ id }) => id === `clip:${name}`);
  if (!found) throw new Error(`no clip:${name}`);
  return found;
};

/** What is on the wall at a time; sound aside. */
const alive = (time: number): string[] =>
  clips
    .filter(({ layer, start, end }) => layer !== 'sound' && start <= time && time < end)
    .map(({ id }) => id);

describe('the second half of the bundled show', () => {
  it('lasts nine minutes', () => expect(main?.duration).toBe(540));
  it.each([
    ['19', 401, 399],
    ['20', 446, 444.5],
    ['21', 491, 489.125],
  ])('cue %s stands at %d s and loops from %d s', (number, position, from) => {
    const cue = compiled.cueByNumber[number];
    expect(cue?.at?.position).toBe(position);
    expect(cue?.arrive).toMatchObject({ kind: 'loop', from });
  });
  it.each(['18', '22', '23', '24', '25', '26'])(
    'cue %s is a sting with a minimum re-trigger time',
    (number) => {
      const cue = compiled.cueByNumber[number];
      expect(cue?.at).toBeNull();
      expect(cue?.retrigger ?? 0).toBeGreaterThanOrEqual(0.5);
    },
  );
  it('lets the finale wait eight bars for applause', () =>
    expect(compiled.cueByNumber['21']?.arrive).toMatchObject({ times: 8 }));
  it('goes to black at 8:56 by itself; a GO too many does not, the number does', () => {
    const cue = compiled.cueByNumber['27'];
    expect(cue?.at?.position).toBe(536);
    expect(cue?.skip).toBe(true);
    expect(placedAfter(compiled, 'cue:finale')).toBeNull();
  });
  it.each([
    [353, 401],
    [401, 446],
    [446, 491],
  ])('counts the years forwards between %d and %d s, but for one look back', (from, to) => {
    const years = clips
      .filter(({ id, start }) => id.startsWith('clip:year-') && start >= from && start < to)
      .filter(({ id }) => id !== 'clip:year-lamarr')
      .sort((a, b) => a.start - b.start)
      .map(({ parameters }) => Number(parameters['text']));
    expect(years.length).toBeGreaterThanOrEqual(3);
    expect(years).toEqual([...years].sort((a, b) => a - b));
  });
  it.each([
    [353, 401],
    [401, 446],
    [446, 491],
    [491, 536],
  ])('shows three leading figures between %d and %d s', (from, to) => {
    const names = clips.filter(
      ({ id, start, end }) => id.startsWith('clip:name-') && start >= from && end <= to,
    );
    expect(names.length).toBeGreaterThanOrEqual(3);
  });
});

/** Value of a clip's parameter between its linear keys. */
const at = (name: string, parameter: string, time: number): number => {
  const keys = clip(name).keyframes[parameter] ?? [];
  const found = keys.findIndex((key) => key.at >= time);
  const next = found < 0 ? keys.length - 1 : found;
  const [a, b] = [keys[Math.max(0, next - 1)], keys[Math.max(0, next)]];
  if (!a || !b) throw new Error(`${name} has no ${parameter}`);
  const share = b.at === a.at ? 1 : Math.min(1, (time - a.at) / (b.at - a.at));
  return Number(a.value) + (Number(b.value) - Number(a.value)) * share;
};

describe('captions', () => {
  it('stand on the frieze in both languages, also where only one needs two lines', () => {
    const hanging = clips
      .filter(({ id }) => id.startsWith('clip:caption-'))
      .map(({ id, parameters }) => ({ id, text: parameters['text'] as { fr: string; en: string } }));
    const uneven = hanging.filter(({ text }) => text.fr.startsWith('\n') !== text.en.startsWith('\n'));
    expect(uneven.map(({ id }) => id)).toEqual([]);
  });
});

describe('the arm', () => {
  const shoulder: [number, number] = [0, LINKS.shoulder];
  it.each([
    [3.6, 13.3, 75],
    [-1.6, 13.3, 96],
    [4.9, 4.5, -24],
  ])('brings its tool to (%d, %d) with every link at its length', (x, y, pitch) => {
    const pose = solve(shoulder, [x, y], pitch, 1);
    const turn = (pitch * Math.PI) / 180;
    expect(pose.wrist[0] + LINKS.tool * Math.cos(turn)).toBeCloseTo(x, 6);
    expect(pose.wrist[1] + LINKS.tool * Math.sin(turn)).toBeCloseTo(y, 6);
    expect(Math.hypot(pose.elbow[0], pose.elbow[1] - LINKS.shoulder)).toBeCloseTo(LINKS.upper, 6);
    expect(Math.hypot(pose.wrist[0] - pose.elbow[0], pose.wrist[1] - pose.elbow[1])).toBeCloseTo(
      LINKS.fore,
      6,
    );
  });
  it('keeps forearm and upper arm together in the document, key by key', () => {
    const { parameters, duration } = clip('arm-l-2-upper');
    for (let time = 0; time < duration; time += 0.37) {
      const turn = (at('arm-l-2-upper', 'rotation', time) * Math.PI) / 180;
      const x = Number(parameters['x']) + LINKS.upper * Math.cos(turn);
      const y = Number(parameters['y']) + LINKS.upper * Math.sin(turn);
      expect(Math.abs(at('arm-l-2-fore', 'x', time) - x)).toBeLessThan(0.12);
      expect(Math.abs(at('arm-l-2-fore', 'y', time) - y)).toBeLessThan(0.12);
    }
  });
  it('breathes in step with the bar that loops', () => {
    const { start } = clip('arm-l-1-tool');
    for (const parameter of ['x', 'y', 'rotation']) {
      const [first, last] = [399.001, 400.999].map((time) => at('arm-l-1-tool', parameter, time - start));
      expect(Math.abs((first ?? 0) - (last ?? 0))).toBeLessThan(0.6);
    }
  });
});

describe('the network', () => {
  const { nodes, links } = grown();
  it('is a tree, once the links that close a loop are left out', () => {
    const root = nodes.map((_, i) => i);
    const top = (i: number): number => (root[i] === i ? i : top(root[i] ?? 0));
    const tree = links.filter(({ isTree }) => isTree);
    expect(tree).toHaveLength(nodes.length - 1);
    for (const { from, to } of tree) {
      expect(top(from)).not.toBe(top(to));
      root[top(to)] = top(from);
    }
    expect(links.length).toBeGreaterThan(tree.length);
  });
  it('stands on the façade, some nodes with many links, most with few', () => {
    for (const { x, y } of nodes) {
      expect(x >= 0 && x <= 235).toBe(true);
      expect(y >= 4 && y <= 54).toBe(true);
    }
    const degrees = nodes.map(({ degree }) => degree).sort((a, b) => a - b);
    expect(degrees.at(-1) ?? 0).toBeGreaterThan(2.5 * (degrees[degrees.length >> 1] ?? 0));
  });
  it('moves by whole periods in a bar: the loop has no jump', () => {
    const { keyframes, parameters } = clip('packets-1');
    const [first, last] = keyframes['dashOffset'] ?? [];
    const speed = (Number(last?.value) - Number(first?.value)) / ((last?.at ?? 1) - (first?.at ?? 0));
    const periods = (Math.abs(speed) * 1.5) / (Number(parameters['dash']) + Number(parameters['gap']));
    expect(periods).toBeCloseTo(Math.round(periods), 6);
    expect(Math.round(periods)).toBeGreaterThan(0);
  });
});

describe('the digital twin', () => {
  const value = (name: string, parameter: string, time: number): number =>
    at(name, parameter, time - clip(name).start);
  it('lies on its stone before it lifts, and again from the click on', () => {
    for (const plane of ['porch', 'columns', 'dome'])
      for (const time of [449.7, 487.26, 490.9]) {
        expect(Math.abs(value(`twin-${plane}`, 'moveX', time))).toBeLessThan(0.08);
        expect(Math.abs(value(`twin-${plane}`, 'moveY', time))).toBeLessThan(0.08);
      }
  });
  it('moves nearer planes farther', () => {
    const [porch, columns, wall, vault, dome] = ['porch', 'columns', 'wall', 'vault', 'dome'].map((plane) =>
      value(`twin-${plane}`, 'moveY', 460),
    ) as [number, number, number, number, number];
    expect(porch).toBeGreaterThan(columns);
    expect(columns).toBeGreaterThan(wall);
    expect(wall).toBeGreaterThan(vault);
    expect(vault).toBeGreaterThan(dome);
    expect(dome).toBeGreaterThan(0.5);
  });
  it('is printed back upwards and is whole at the click', () => {
    const heights = clip('print-mask').keyframes['y']?.map((key) => Number(key.value)) ?? [];
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(heights.at(-1) ?? 0).toBeGreaterThanOrEqual(55);
    expect(clip('print-mask').end).toBeCloseTo(487.25, 3);
  });
});

describe('the heart', () => {
  it('beats 64 times a minute', () => {
    const beats = (clip('heart-chambers').keyframes['scale'] ?? []).filter((key) => Number(key.value) > 1.05);
    const gaps = beats.slice(1).map((key, i) => key.at - (beats[i]?.at ?? 0));
    for (const gap of gaps) expect(60 / gap).toBeCloseTo(64, 0);
  });
});

describe('the finale', () => {
  const joints = ['invent', 'make', 'connect', 'share'];
  it.each(joints.map((word, i) => [word, 491 + i * 3.75] as const))(
    'strikes %s at %d s, in both languages and in a hand of its own',
    (word, time) => {
      const big = clip(`word-${word}`);
      expect(big.parameters['text']).toMatchObject({ fr: expect.any(String), en: expect.any(String) });
      expect(big.start).toBeLessThan(time + 1.5);
      expect(big.end).toBeGreaterThan(time + 3.7);
      const fonts = joints.map((one) => clip(`four-${one}`).parameters['font']);
      expect(new Set(fonts).size).toBe(4);
    },
  );
  it('shows all four at once', () => {
    const together = alive(508);
    expect(joints.filter((word) => !together.includes(`clip:four-${word}`))).toEqual([]);
  });
  it('is black from 536 s until the anvil', () => {
    expect(alive(536)).toEqual([]);
    expect(alive(536.9)).toEqual([]);
  });
  it('ends on the building alone, lit as architecture', () => {
    expect(alive(539.99).filter((id) => id !== 'clip:last-line')).toEqual(['clip:architecture']);
    expect(at('last-line', 'opacity', 2.9)).toBe(0);
    expect(clip('architecture').parameters['quiet']).toEqual([]);
    expect(clip('architecture').end).toBe(540);
  });
  it('keeps its stings in light that adds', () => {
    for (const name of ['tgv', ...joints, 'tutti'])
      expect(compiled.timelines[`timeline:sting-${name}`]?.blend).toBe('add');
  });
});

describe('the train', () => {
  it('is 200 m long within a few metres and never stops', () => {
    const keys = clip('tgv-body').keyframes['x'] ?? [];
    expect(keys).toHaveLength(2);
    const [first, last] = keys;
    const speed = (Number(last?.value) - Number(first?.value)) / ((last?.at ?? 0) - (first?.at ?? 0));
    expect(speed).toBeCloseTo(117.5, 3);
    const path = clip('tgv-body').parameters['path'] as string[];
    const xs =
      path
        .join(' ')
        .match(/-?[\d.]+/g)
        ?.filter((_, i) => i % 2 === 0)
        .map(Number) ?? [];
    expect(-Math.min(...xs)).toBeGreaterThan(194);
    expect(-Math.min(...xs)).toBeLessThan(203);
  });
});
