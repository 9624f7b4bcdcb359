import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { layerTypes } from '../../core/layers/registry.ts';
import { command, emptyPlan } from '../../core/playback/engine.ts';
import { frameAt } from '../../core/playback/frame-at.ts';
import { compileShow } from '../../core/show/compile.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import { openDocument } from '../../core/show/open.ts';
import { askVerb, openClient } from './client.ts';
import { startBenchHost } from './host.ts';
import { median, mulberry, type Measurement } from './measure.ts';

/** What a show of nine minutes costs: to open, to seek in, to edit, and until a host that died is back with it. */
const ROUNDS = 7;
const timed = (run: () => unknown): number => {
  const from = performance.now();
  run();
  return performance.now() - from;
};
/** The least of each, turn by turn: what else the machine does only ever adds, and to both alike. */
const leastOf = (run: () => unknown, reference: () => unknown): [number, number] => {
  const rounds = Array.from({ length: 3 * ROUNDS }, () => [timed(run), timed(reference)] as const);
  return [Math.min(...rounds.map(([own]) => own)), Math.min(...rounds.map(([, other]) => other))];
};

const opened = (text: string): CompiledShow => {
  const result = openDocument(text, 'frise-show', { layerTypes, facade: null });
  if (!result.ok) throw new Error(result.message);
  if (result.value.problems.length > 0) throw new Error('the bundled show has problems');
  return compileShow(result.value.document, 1);
};

const seekCost = (show: CompiledShow): { seek: number; frame: number } => {
  const random = mulberry(11);
  const started = command(show, emptyPlan(show, 0), { verb: 'go', args: {}, sender: 'bench' }, 0);
  if (!started.ok) throw new Error(started.message);
  const { plan } = started.value;
  const places = Array.from({ length: 300 }, () => random() * 500);
  const seek = places.map((position) =>
    timed(() => {
      const sought = command(show, plan, { verb: 'seek', args: { position }, sender: 'bench' }, 1);
      if (sought.ok) frameAt(show, sought.value.plan, 1.1);
    }),
  );
  const frame = places.map((position) => timed(() => frameAt(show, plan, position)));
  return { seek: median(seek.slice(60)), frame: median(frame.slice(60)) };
};

/** Bytes that an edit of one clip sends to a page that takes edits, and to one that does not. */
const editBytes = async (root: string): Promise<{ edit: number; whole: number }> => {
  const host = await startBenchHost(root);
  try {
    const [page, tool] = [
      await openClient(host, { kind: 'console', id: 'bench' }),
      await openClient(host, { kind: 'tool', id: 'bench' }, false),
    ];
    const found = { edit: 0, whole: 0 };
    const heard = (line: typeof page, key: 'edit' | 'whole') =>
      new Promise<void>((done) => {
        line.onMessage((message) => {
          const text = JSON.stringify(message);
          if (!/^\{"t":"(?:edit|patch)","seq":\d+,"topic":"show"/.test(text)) return;
          found[key] = Buffer.byteLength(text);
          done();
        });
      });
    const all = Promise.all([heard(page, 'edit'), heard(tool, 'whole')]);
    const file = join(root, 'shows/usine-extraordinaire/show.json');
    const { records } = JSON.parse(readFileSync(file, 'utf8')) as { records: Record<string, object> };
    const [id, clip] = Object.entries(records).find(([key]) => key.startsWith('clip:')) ?? ['', {}];
    const put = { [id]: { ...clip, name: 'bench' } };
    await askVerb(host, 'document/edit', { document: 'show', label: 'bench', put });
    await all;
    page.close();
    tool.close();
    return found;
  } finally {
    await host.stop();
  }
};

/** The least of some starts: what else the machine does only ever adds. */
const startCost = async (root: string): Promise<{ host: number; bare: number }> => {
  let [host, bare] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    const started = await startBenchHost(root);
    host = Math.min(host, performance.now() - from);
    await started.stop();
    const began = performance.now();
    await once(spawn(process.execPath, ['-e', '0']), 'exit');
    bare = Math.min(bare, performance.now() - began);
    await delay(50);
  }
  return { host, bare };
};

export const measureShow = async (root: string): Promise<Measurement[]> => {
  const text = readFileSync(join(root, 'shows/usine-extraordinaire/show.json'), 'utf8');
  const [open, parse] = leastOf(
    () => opened(text),
    () => JSON.parse(text) as unknown,
  );
  const { seek, frame } = seekCost(opened(text));
  const { edit, whole } = await editBytes(root);
  const { host, bare } = await startCost(root);
  const size = `${(text.length / 1e6).toFixed(1)} MB`;
  return [
    {
      name: 'show-open',
      what: `opening the bundled show of ${size}: read, migrated, checked, repaired, compiled; least of ${3 * ROUNDS}`,
      value: open,
      unit: 'ms',
      goal: { of: 'value', most: 500, why: 'half of the second in which a host must be back' },
      reference: { what: 'JSON.parse of the same text', value: parse },
      ratio: open / parse,
    },
    {
      name: 'show-seek',
      what: 'a seek to a random place of it, and the frame there',
      value: seek,
      unit: 'ms',
      goal: { of: 'value', most: 2, why: 'an eighth of a frame at 60 Hz' },
      reference: { what: 'a frame at a random place', value: frame },
      ratio: seek / frame,
    },
    {
      name: 'show-edit',
      what: 'what an edit of one clip sends to each page',
      value: edit / 1000,
      unit: 'kB',
      goal: { of: 'ratio', most: 0.01, why: 'what has changed, and no more' },
      reference: { what: 'the whole show, as to a client that does not take edits', value: whole / 1000 },
      ratio: edit / whole,
    },
    {
      name: 'host-back',
      what: `start of a host with it until it serves, least of ${ROUNDS}`,
      value: host,
      unit: 'ms',
      goal: { of: 'value', most: 1000, why: 'back in less than a second' },
      reference: { what: 'start and end of a bare Node', value: bare },
      ratio: host / bare,
    },
  ];
};
