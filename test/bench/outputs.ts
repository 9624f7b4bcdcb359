import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { askVerb, openClient, type BenchClient } from './client.ts';
import { startBenchHost } from './host.ts';
import type { Measurement } from './measure.ts';

/**
 * What more outputs cost the host while a show plays. They draw by themselves: the host says four times a second how it
 * stands, and hears once a second how each does; of a frame it knows nothing.
 */
const COUNTS = [1, 2, 4, 8, 16];
const SECONDS = 4;
const TICKS_PER_SECOND = 100;

/** Seconds of processor time that a process has used (Linux). */
const processorSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
};
const megabytes = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const report = (frame: number): object => ({
  t: 'report',
  report: { kind: 'output', fps: 60, late: 0, frame, error: null, thumbnail: null },
});

type Load = { count: number; cpuMs: number; memory: number; perOutput: number };

const loadOf = async (pid: number, clients: BenchClient[]): Promise<Load> => {
  await delay(500);
  const before = { cpu: processorSeconds(pid), messages: clients.map(({ said }) => said.messages) };
  const from = performance.now();
  for (let second = 0; second < SECONDS; second += 1) {
    for (const client of clients) client.say(report(second * 60));
    await delay(1000);
  }
  const seconds = (performance.now() - from) / 1000;
  const heard = clients.reduce(
    (sum, { said }, index) => sum + said.messages - (before.messages[index] ?? 0),
    0,
  );
  return {
    count: clients.length,
    cpuMs: ((processorSeconds(pid) - before.cpu) * 1000) / seconds,
    memory: megabytes(pid),
    perOutput: heard / clients.length / seconds,
  };
};

export const measureOutputs = async (root: string): Promise<Measurement[]> => {
  const host = await startBenchHost(root, join(root, 'test/fixtures/shows/tiny'));
  const clients: BenchClient[] = [];
  const loads: Load[] = [];
  try {
    await askVerb(host, 'go', {});
    for (const count of COUNTS) {
      while (clients.length < count)
        clients.push(
          await openClient(host, { kind: 'output', id: clients.length % 2 === 0 ? 'left' : 'right' }),
        );
      loads.push(await loadOf(host.pid, clients));
    }
  } finally {
    for (const client of clients) client.close();
    await host.stop();
  }
  const [one, sixteen] = [loads[0], loads.at(-1)];
  if (!one || !sixteen) throw new Error('nothing was measured');
  const counts = (read: (load: Load) => number) =>
    Object.fromEntries(loads.map((load) => [`${load.count}`, Number(read(load).toFixed(1))]));
  const points = loads.map(({ count, cpuMs }): [number, number] => [count, cpuMs]);
  return [
    {
      name: 'outputs-cpu',
      what: 'the host’s processor time a second with sixteen outputs',
      value: sixteen.cpuMs,
      unit: 'ms',
      goal: { of: 'value', most: 100, why: 'a tenth of a core' },
      reference: { what: 'with one', value: one.cpuMs },
      ratio: sixteen.cpuMs / one.cpuMs,
      counts: counts(({ cpuMs }) => cpuMs),
      series: { title: 'Host: processor time a second', x: 'outputs', y: 'ms', points },
    },
    {
      name: 'outputs-messages',
      what: 'messages a second to each of sixteen outputs, which must not grow',
      value: sixteen.perOutput,
      unit: 'a second',
      goal: { of: 'ratio', most: 1.3, why: 'an output costs what it costs, however many there are' },
      reference: { what: 'to one alone', value: one.perOutput },
      ratio: sixteen.perOutput / one.perOutput,
      counts: counts(({ perOutput }) => perOutput),
    },
    {
      name: 'outputs-memory',
      what: 'the host’s memory with sixteen outputs',
      value: sixteen.memory,
      unit: 'MB',
      goal: { of: 'ratio', most: 1.5, why: 'a few buffers each' },
      reference: { what: 'with one', value: one.memory },
      ratio: sixteen.memory / one.memory,
      counts: counts(({ memory }) => memory),
    },
  ];
};
