import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Topics } from '../../../core/control/link.ts';
import type { RigDocument } from '../../../core/rig/rig.schema.ts';
import { followDocuments } from '../../../renderer/output/documents.ts';
import type { Link } from '../../../renderer/link/link.ts';
import { analyse, type Analysis } from '../../../core/sound/analysis/analysis.ts';
import { makeDocument } from '../../support/core/show.ts';

/** A link that only hands on what the test says. */
const makeLink = () => {
  const listeners = new Map<string, (value: never) => void>();
  const link: Pick<Link, 'subscribe'> = {
    subscribe(topic, listener) {
      listeners.set(topic, listener as (value: never) => void);
      return () => undefined;
    },
  };
  const say = <K extends keyof Topics>(topic: K, value: Topics[K]) =>
    listeners.get(topic)?.(structuredClone(value) as never);
  return { link: link as Link, say };
};
const setUp = () => {
  const { link, say } = makeLink();
  const told: string[] = [];
  const documents = followDocuments(link, { stage: () => told.push('stage'), rig: () => told.push('rig') });
  return { documents, told, say };
};
const file = join(resolve(import.meta.dirname, '../../..'), 'test/fixtures/shows/tiny/rigs/two.json');
const rig = JSON.parse(readFileSync(file, 'utf8')) as RigDocument;

it('only what the stage stands on builds it anew', () => {
  const { documents, told, say } = setUp();
  say('show', { document: makeDocument(), revision: 1 });
  expect(told).toEqual(['stage']);
  const compiled = documents.show;
  say('show', { document: makeDocument(), revision: 1 });
  expect(documents.show).toBe(compiled);
  say('show', { document: makeDocument({ duration: 90 }), revision: 2 });
  expect(documents.show).not.toBe(compiled);
  expect(told).toEqual(['stage']);
  const show = { canvas: { width: 100, height: 50, density: 4 } };
  say('show', { document: makeDocument({ duration: 90, show }), revision: 3 });
  expect(told).toEqual(['stage', 'stage']);
});

describe('the rig on the wall', () => {
  const warp = { kind: 'corners', corners: [[0, 0], [600, 0], [640, 360], [0, 360]] }; // prettier-ignore
  it('is the saved one with what is dragged, and the stage stays', () => {
    const { documents, told, say } = setUp();
    say('rig', { document: rig, revision: 1 });
    say('previews', {});
    expect(documents).toMatchObject({
      isDragging: false,
      rig: { outputs: [{ warp: { corners: null } }, {}] },
    });
    say('previews', { 'output:left': { warp } });
    expect(documents).toMatchObject({
      isDragging: true,
      rig: { outputs: [{ warp, name: 'Left' }, { name: 'Right' }] },
    });
    expect(told).toEqual(['rig', 'rig']);
    const document = {
      ...rig,
      records: { ...rig.records, 'output:left': { ...(rig.records['output:left'] as object), warp } },
    };
    say('rig', { document, revision: 2 });
    say('previews', {});
    expect(documents).toMatchObject({ isDragging: false, rig: { outputs: [{ warp }, {}] } });
    expect(told).toEqual(['rig', 'rig', 'rig', 'rig']);
  });
  it('a host that comes back with the same rig changes nothing', () => {
    const { told, say } = setUp();
    for (let n = 0; n < 3; n += 1) {
      say('rig', { document: rig, revision: 1 });
      say('previews', {});
    }
    expect(told).toEqual(['rig']);
  });
  it('a drag that no longer fits never takes the output away', () => {
    const { documents, say } = setUp();
    say('previews', {
      'output:left': { width: -1 },
      'output:gone': { width: 300 },
      'rig:two': { density: 'x' },
    });
    say('rig', { document: rig, revision: 1 });
    expect(documents.rig?.outputs.map(({ key, width }) => [key, width])).toEqual([['left', 640], ['right', 640]]); // prettier-ignore
    expect(documents.rig?.rig.density).toBe(40);
  });
});

it('what is followed has its analysis once it is ready, and the next one when the file is another', async () => {
  const bring = vi.fn<(url: string) => Promise<Response>>(async () => Response.json(analysis(hash)));
  let hash = 'a';
  vi.stubGlobal('fetch', bring);
  const { documents, told, say } = setUp();
  const follow = { opacity: { source: { kind: 'sound', clip: 'clip:song' } } };
  const clips = { 'clip:lamps': { layer: 'solid', start: 0, duration: 9, follow } };
  say('show', { document: makeDocument({ clips }), revision: 1 });
  say('analyses', { 'media:song': facts('waiting', null) });
  expect(bring).not.toHaveBeenCalled();
  const before = told.length;
  say('analyses', { 'media:song': facts('ready', 'a'), 'media:other': facts('ready', 'x') });
  await vi.waitFor(() => expect(documents.show?.analyses['media:song']?.hash).toBe('a'));
  expect(bring.mock.calls).toEqual([['/analysis/song']]);
  expect(told.length, 'the stage is left alone').toBe(before);
  say('show', { document: makeDocument({ clips, duration: 80 }), revision: 2 });
  expect(documents.show?.analyses['media:song']?.hash, 'an edit keeps it').toBe('a');
  hash = 'b';
  say('analyses', { 'media:song': facts('ready', 'b') });
  await vi.waitFor(() => expect(documents.show?.analyses['media:song']?.hash).toBe('b'));
  vi.unstubAllGlobals();
});
const facts = (state: 'waiting' | 'ready', hash: string | null) => ({
  state,
  hash,
  why: '',
  duration: null,
  loudness: null,
  truePeak: null,
  onsets: null,
});
const analysis = (hash: string): Analysis => analyse([new Float32Array(4800)], 48_000, hash);

describe('a take', () => {
  const clips = {
    'clip:film': { layer: 'video', start: 0, duration: 9, parameters: { media: 'media:film' } },
  };
  const film = { 'media:film': { path: 'media/film.webm', kind: 'video' } };
  const old = makeDocument();
  const next = makeDocument({ clips: { ...clips, ...film } });

  it('is loaded beside what is drawn, keeps the stage, and leaves the old revision until it has faded', () => {
    const { documents, told, say } = setUp();
    say('show', { document: old, revision: 1 });
    say('fading', { incoming: { document: next }, outgoing: null });
    expect(documents.incoming?.timelines['timeline:main']?.tracks[0]?.clips).toHaveLength(2);
    expect(documents.show?.timelines['timeline:main']?.tracks[0]?.clips).toHaveLength(1);
    say('fading', { incoming: null, outgoing: { document: old, revision: 1, plan: 7 } });
    say('show', { document: next, revision: 2 });
    expect(documents).toMatchObject({
      incoming: null,
      show: { revision: 2, outgoing: { plan: 7, show: { revision: 1 } } },
    });
    say('fading', { incoming: null, outgoing: null });
    expect(documents.show?.outgoing).toBeNull();
    expect(told).toEqual(['stage']);
  });
  it('of another file under a known name builds the stage anew, and so does a file that nobody announced', () => {
    const { told, say } = setUp();
    say('show', { document: old, revision: 1 });
    say('show', { document: next, revision: 2 });
    expect(told).toEqual(['stage', 'stage']);
    const other = makeDocument({
      clips: { ...clips, 'media:film': { path: 'media/b.webm', kind: 'video' } },
    });
    say('fading', { incoming: { document: other }, outgoing: null });
    say('show', { document: other, revision: 3 });
    expect(told).toEqual(['stage', 'stage', 'stage']);
  });
});
