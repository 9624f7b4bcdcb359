import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layerTypes } from '../../../core/layers/registry.ts';
import { compileShow } from '../../../core/show/compile.ts';
import { openDocument } from '../../../core/show/open.ts';
import { recordsOfKind } from '../../../core/show/records.ts';
import { mediaSchema } from '../../../core/show/show.schema.ts';
import { statedCosts } from '../../support/stated-costs.mjs';

/**
 * What the show's README says that it costs, beside what it costs: files and clips here; draw calls, textures and
 * megabytes of a GPU where frames are drawn (test/long/flashes.mjs).
 */
const folder = join(import.meta.dirname, '../../../shows/usine-extraordinaire');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const opened = openDocument(read('show.json'), 'frise-show', { layerTypes, facade: null });
if (!opened.ok) throw new Error(opened.message);
const { document } = opened.value;
const stated = statedCosts(read('README.md'));
const megabytes = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0) / 1e6;
/** What is told with a decimal is exact to half of it. */
const HALF = 0.05 + 1e-9;

describe('what the show’s README says that it costs', () => {
  const files = recordsOfKind(document.records, 'media', mediaSchema);
  it.each([
    ['sound', 'sound'],
    ['fonts', 'font'],
  ])('megabytes of %s', (row, kind) => {
    const own = files.filter((file) => file.kind === kind).map(({ path }) => path);
    expect(own.length).toBeGreaterThan(3);
    expect(Math.abs((stated[row] ?? 0) - megabytes(own))).toBeLessThanOrEqual(HALF);
  });
  it('names every kind of file that it has', () =>
    expect([...new Set(files.map(({ kind }) => kind))].sort()).toEqual(['font', 'sound']));
  it('megabytes of documents', () =>
    expect(
      Math.abs((stated['documents'] ?? 0) - megabytes(['show.json', 'facade.json'])),
    ).toBeLessThanOrEqual(HALF));
  it('clips that are on the wall at once', () => {
    const main = compileShow(document, 1).timelines['timeline:main'];
    const clips = (main?.tracks ?? [])
      .flatMap((track) => track.clips)
      .filter(({ layer }) => layer !== 'sound');
    const most = clips.map(
      ({ start }) => clips.filter((one) => one.start <= start && start < one.end).length,
    );
    expect(stated['clips at once']).toBe(Math.max(...most));
  });
});
