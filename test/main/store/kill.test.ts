import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellFault } from '../../support/faults.mjs';
import { makeBench, seedOf } from './support.ts';

/**
 * A host that is killed at any instant loses no acknowledged edit and opens again. The seed of the dice is fixed, the
 * instant is not: a failure prints the round.
 */
const ROUNDS = Number(process.env['FRISE_KILLS'] ?? 50);
let bundle = '';
beforeAll(async () => {
  bundle = await mkdtemp(path.join(os.tmpdir(), 'frise-kill-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: path.join(import.meta.dirname, 'kill.child.ts'),
      outDir: bundle,
      target: 'node20',
      emptyOutDir: false,
    },
    ssr: { noExternal: true },
  });
});
afterAll(() => rm(bundle, { recursive: true, force: true }));

/** Runs the child for so long after its first acknowledged edit, kills it, gives back its lines. */
const runUntilKilled = async (args: string[], ms: number): Promise<string[]> => {
  const child = spawn(process.execPath, [path.join(bundle, 'kill.child.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const ended = new Promise((resolve) => child.once('close', resolve));
  await expect.poll(() => text, { timeout: 10_000, interval: 5 }).toMatch(/^(ack|failed|refused)/m);
  await pause(ms);
  child.kill('SIGKILL');
  await ended;
  return text.split('\n').slice(0, -1);
};

it(`loses nothing over ${ROUNDS} kills`, { timeout: 120_000 + ROUNDS * 2000 }, async () => {
  const { showDir, stationDir, open } = await makeBench();
  let acknowledged = 1;
  let dice = 20_181_122;
  for (let round = 1; round <= ROUNDS; round += 1) {
    dice = (dice * 1_103_515_245 + 12_345) % 2 ** 31;
    const lines = await runUntilKilled([showDir, stationDir, String(acknowledged + 1)], dice % 60);
    const opened = Number(/^open (\d+) $/.exec(lines[0] ?? '')?.[1]);
    // One more than acknowledged may be there: on the disk, killed before it could say so.
    expect([acknowledged, acknowledged + 1], `round ${round}: ${lines[0]}`).toContain(opened);
    expect(lines.slice(1).filter((line) => !line.startsWith('ack '))).toEqual([]);
    acknowledged = Number(lines.at(-1)?.slice('ack '.length));
  }
  const store = await open();
  expect([acknowledged, acknowledged + 1]).toContain(seedOf(store));
  expect(store.problems).toEqual([]);
  expect(acknowledged).toBeGreaterThan(ROUNDS);
  tellFault('killed-saving', {
    saw: `No edit lost of ${acknowledged} that were acknowledged, in ${ROUNDS} kills`,
    gapMs: null,
  });
});
