import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../core/facade/model-of.ts';
import { layerTypes } from '../../../core/layers/registry.ts';
import { compileShow } from '../../../core/show/compile.ts';
import { openDocument, type Opened } from '../../../core/show/open.ts';
import type { EditableFormat } from '../../../core/show/parse.ts';
import { EVENTS, FIGURES, readingTime } from '../../../shows/usine-extraordinaire/build/show/facts.mjs';

const folder = join(import.meta.dirname, '../../../shows/usine-extraordinaire');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const opened = <F extends EditableFormat>(
  path: string,
  format: F,
  facade: Parameters<typeof openDocument>[2]['facade'],
): Opened<F> => {
  const result = openDocument(read(path), format, { layerTypes, facade });
  if (!result.ok) throw new Error(`${path}: ${result.message}`);
  return result.value;
};
const elevation = opened('facade.json', 'frise-facade', null);
const model = modelOf(elevation.document);
const show = opened('show.json', 'frise-show', model);
const compiled = compileShow(show.document, 1);
const clips = Object.values(compiled.timelines).flatMap(({ tracks }) =>
  tracks.flatMap((track) => track.clips),
);
const two = (n: number): string => String(n).padStart(2, '0');
const count = (to: number): number[] => Array.from({ length: to }, (_, i) => i + 1);

describe('the façade of the bundled show', () => {
  it('has nothing against it', () => expect(elevation.found).toEqual([]));
  it('keeps the ids that clips name', () => {
    const keys = new Set(model.elements.map((element) => element.key));
    const wanted = [
      ...['l', 'r'].flatMap((side) => [
        ...count(12).map((n) => `column-${side}-${two(n)}`),
        ...count(11).map((n) => `bay-${side}-${two(n)}`),
        ...count(2).map((n) => `half-bay-${side}-${n}`),
        ...count(4).map((n) => `statue-${side}-${two(n)}`),
        ...['plinth', 'entablature', 'balustrade', 'frieze', 'wall'].map((name) => `${name}-${side}`),
      ]),
      ...['left', 'centre', 'right'].map((name) => `arch-${name}`),
      ...['left', 'right', 'porch'].map((name) => `cornice-${name}`),
      ...['seine', 'champs'].flatMap((end) => [`quadriga-${end}`, `gate-${end}`, `pavilion-${end}`]),
      ...count(16).map((n) => `dome-rib-${two(n)}`),
      'vault',
      'dome',
      'lantern',
      'flag',
      'steps',
      'porch-frieze',
      'porch-attic',
    ];
    expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
  });
  it.each([
    ['columns', 24],
    ['bays', 22],
    ['arches', 3],
    ['statues', 8],
    ['quadrigas', 2],
    ['vases', 24],
  ])('%s counts %i', (word, number) => expect(model.select(word)).toHaveLength(number));
  it.each(['cornices', 'glass', 'wing-left', 'wing-right', 'porch', 'ribs', 'groups'])(
    '%s names something',
    (word) => expect(model.select(word).length).toBeGreaterThan(0),
  );
});

describe('the bundled show', () => {
  it('has nothing against it', () => expect(show.found).toEqual([]));
  it('opens on cue 1 at the start of the main timeline', () =>
    expect(compiled.cueByNumber['1']?.at).toEqual({ timeline: 'timeline:main', position: 0 }));
  it('holds the desk’s cues 0 to 27, and the short version', () =>
    expect(compiled.cues.map((cue) => cue.number)).toEqual([
      '0',
      '1',
      '2',
      '2.1',
      '2.2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '17',
      ...Array.from({ length: 10 }, (_, index) => String(18 + index)),
      '90',
    ]));
  it.each(['4', '6', '8', '10', '16', '17'])('cue %s loops the last bar before its joint', (number) =>
    expect(compiled.cueByNumber[number]?.arrive.kind).toBe('loop'),
  );
  it('waits at most four seconds in the black of 1939–45', () =>
    expect(compiled.cueByNumber['13']?.arrive).toEqual({ kind: 'hold', max: 4 }));
  it('is black from 4:09 to 4:11', () => {
    const main = compiled.timelines['timeline:main']?.tracks.flatMap((track) => track.clips) ?? [];
    const lit = main.filter((clip) => clip.layer !== 'sound' && clip.start < 251 && clip.end > 249 + 1e-6);
    expect(lit.map(({ id }) => id)).toEqual([]);
  });
  it.each(['eniac', 'micral', 'moreno'])('counts in binary the year that is shown: %s', (key) => {
    const at = (clips.find(({ id }) => id === `clip:caption-${key}`)?.start ?? 0) + 0.5;
    const bits = count(11).map((n) => {
      const clip = clips.find(({ id }) => id === `clip:bit-${two(n)}`);
      const before = clip?.keyframes['opacity']?.filter((one) => one.at <= at - clip.start) ?? [];
      return before.at(-1)?.value;
    });
    expect(Number.parseInt(bits.join(''), 2)).toBe(Number(EVENTS[key]?.year));
  });
  it('says everything in both languages', () => {
    const words = clips.flatMap((clip) => (clip.layer === 'text' ? [clip.parameters['text']] : []));
    const missing = words.filter(
      (text) => typeof text === 'object' && text !== null && Object.values(text).some((one) => one === ''),
    );
    expect(missing).toEqual([]);
  });
  it('opens its example rig', () => {
    const rig = opened('rigs/two.json', 'frise-rig', null);
    expect(rig.found).toEqual([]);
    expect(rig.document.order['rig:two']).toEqual(['output:left', 'output:right']);
  });
});

describe('what the show says', () => {
  const facts = [...Object.entries(EVENTS), ...Object.entries(FIGURES)];
  it.each(facts)('%s is found, known, or worded around the dispute', (_key, fact) => {
    expect(['V', 'K', 'V~']).toContain(fact.status);
    expect(fact.status === 'K' || fact.source !== '').toBe(true);
  });
  it.each(Object.entries(EVENTS))('%s is short, and stands long enough to be read', (key, fact) => {
    const clip = clips.find((one) => one.id === `clip:caption-${key}`);
    const longest = Math.max(fact.fr.length, fact.en.length);
    expect(longest).toBeLessThanOrEqual(70);
    expect(clip?.duration ?? 0).toBeGreaterThanOrEqual(readingTime(longest) - 1e-3);
  });
  it.each(Object.keys(EVENTS))('%s has its year, at least 4 m high', (key) =>
    expect(clips.find((one) => one.id === `clip:year-${key}`)?.parameters['size']).toBeGreaterThanOrEqual(4),
  );
  it.each(Object.entries(FIGURES))('%s stands long enough to be read', (key, who) => {
    const clip = clips.find((one) => one.id === `clip:role-${key}`);
    const longest = who.name.length + who.life.length + Math.max(who.fr.length, who.en.length);
    expect(clip?.duration ?? 0).toBeGreaterThanOrEqual(readingTime(longest) - 1e-3);
  });
  it('never has two captions at once', () => {
    const said = clips.filter(({ id }) => /^clip:(caption|role)-/.test(id)).sort((a, b) => a.start - b.start);
    const clashes = said.slice(1).filter((clip, i) => clip.start < (said[i]?.end ?? 0) - 1e-6);
    expect(clashes.map(({ id }) => id)).toEqual([]);
  });
  it('counts the years forwards within a chapter', () => {
    const years = clips.filter(({ id }) => id.startsWith('clip:year-')).sort((a, b) => a.start - b.start);
    const joints = [0, 35, 85, 140, 195, 251, 305, 353];
    for (const [i, from] of joints.slice(0, -1).entries()) {
      const inside = years.filter(({ start }) => start >= from && start < (joints[i + 1] ?? 0));
      const numbers = inside.map(({ parameters }) => Number(parameters['text']));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
  });
});
