import { createSocket } from 'node:dgram';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { askVerb, openClient } from './client.ts';
import { startBenchHost } from './host.ts';
import { median, percentile, type Measurement } from './measure.ts';
import { masterMessage, spread } from './osc.ts';

/**
 * How late a page hears of a cue's action that is due by itself, while a desk sends a thousand messages a second. The
 * action takes effect at its exact time all the same; what is late is the news.
 */
const STEP = 0.1;
const SECONDS = 8;
const PER_SECOND = 1000;

const documentSchema = z.looseObject({ records: z.record(z.string(), z.looseObject({})) });
/** The tiny show with a mark every tenth of a second, each with an action. */
const showWithMarks = (root: string): string => {
  const folder = join(mkdtempSync(join(tmpdir(), 'frise-late-')), 'show');
  cpSync(join(root, 'test/fixtures/shows/tiny'), folder, { recursive: true });
  const file = join(folder, 'show.json');
  const show = documentSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const id of ['cue:one', 'cue:two', 'cue:three']) delete show.records[id];
  for (let n = 0; n * STEP < SECONDS; n += 1)
    show.records[`cue:m${n}`] = {
      number: String(100 + n),
      name: { fr: `Repère ${n}`, en: `Mark ${n}` },
      at: { timeline: 'timeline:main', position: n * STEP },
      actions: [{ verb: 'master', args: { level: 1 - (n % 10) / 20 } }],
    };
  writeFileSync(file, JSON.stringify(show));
  return folder;
};

const pongSchema = z.object({ t: z.literal('pong'), at: z.number(), host: z.number() });
const plansSchema = z.object({
  t: z.literal('patch'),
  topic: z.literal('plans'),
  value: z.array(z.looseObject({ effectiveAt: z.number(), master: z.looseObject({ to: z.number() }) })),
});

const flood = (port: number): (() => void) => {
  const socket = createSocket('udp4');
  const ping = masterMessage(0);
  ping.write('/frise/nobody\0\0\0', 0, 'latin1');
  const timer = setInterval(() => {
    for (let n = 0; n < PER_SECOND / 100; n += 1) socket.send(ping, port, '127.0.0.1');
  }, 10);
  return () => {
    clearInterval(timer);
    socket.close();
  };
};

/** This process's own timers under the same flood. */
const bareLateness = async (): Promise<number[]> => {
  const late: number[] = [];
  const from = performance.now();
  for (let n = 1; n * STEP < SECONDS / 2; n += 1) {
    const due = from + n * STEP * 1000;
    await delay(Math.max(0, due - performance.now()));
    late.push(performance.now() - due);
  }
  return late;
};

export const measureLateness = async (root: string): Promise<Measurement[]> => {
  const show = showWithMarks(root);
  const host = await startBenchHost(root, show);
  const page = await openClient(host, { kind: 'tool', id: 'late' });
  let best = { trip: Infinity, offset: 0 };
  const late: number[] = [];
  let master = 1;
  page.onMessage((message, at) => {
    const pong = pongSchema.safeParse(message);
    if (pong.success) {
      const trip = at - pong.data.at;
      if (trip < best.trip) best = { trip, offset: pong.data.host * 1000 - (pong.data.at + trip / 2) };
    }
    const plan = plansSchema.safeParse(message).data?.value.at(-1);
    if (!plan || plan.master.to === master) return;
    master = plan.master.to;
    late.push(at + best.offset - plan.effectiveAt * 1000);
  });
  const stopFlood = flood(host.oscPort);
  const ping = setInterval(() => page.say({ t: 'ping', id: 1, at: performance.now() }), 40);
  try {
    await delay(500);
    await askVerb(host, 'go', {});
    await delay(SECONDS * 1000);
    const bare = await bareLateness();
    // The show clock begins with the host's own: their difference is what a start took, and the least lateness is none.
    const least = Math.min(...late);
    const times = late.map((each) => each - least);
    const value = percentile(times, 0.95);
    const reference = Math.max(0.05, percentile(bare, 0.95));
    const sorted = times.toSorted((a, b) => a - b);
    const points = sorted.map((each, index): [number, number] => [((index + 1) / sorted.length) * 100, each]);
    return [
      {
        name: 'cue-lateness',
        what: `news of a cue’s action at a page, ${PER_SECOND} messages a second beside it, 95 of 100`,
        value,
        unit: 'ms',
        goal: { of: 'value', most: 16.7, why: 'a frame' },
        reference: { what: 'a bare timer of this process, 95 of 100', value: reference },
        ratio: value / reference,
        counts: { marks: times.length, 'median ms': Number(median(times).toFixed(2)), ...spread(times) },
        series: { title: 'Lateness of cues’ news under load', x: '% of cues', y: 'ms', points },
      },
    ];
  } finally {
    clearInterval(ping);
    stopFlood();
    page.close();
    await host.stop();
    rmSync(join(show, '..'), { recursive: true, force: true });
  }
};
