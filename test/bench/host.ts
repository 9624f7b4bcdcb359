import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** A host of its own for a measurement: free ports, an empty station; the bundled show, or one that is lighter. */
export type BenchHost = { http: string; oscPort: number; pid: number; stop(): Promise<void> };

const readySchema = z.object({ http: z.string(), osc: z.string() });

/** The first line that a child says on stdout, as JSON. */
export const firstLine = async <T extends z.ZodType>(child: ChildProcess, schema: T): Promise<z.infer<T>> => {
  if (!child.stdout) throw new Error('The child has no stdout.');
  for await (const line of createInterface({ input: child.stdout })) return schema.parse(JSON.parse(line));
  throw new Error('The child ended before its first line.');
};

export const startBenchHost = async (root: string, show: string | null = null): Promise<BenchHost> => {
  const station = await mkdtemp(join(tmpdir(), 'frise-bench-'));
  const child = spawn(
    process.execPath,
    [
      join(root, 'dist/main/host.cjs'),
      ...(show === null ? [] : ['--show', show]),
      '--http',
      '127.0.0.1:0',
      '--osc',
      '127.0.0.1:0',
      '--station',
      station,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const { http, osc } = await firstLine(child, readySchema);
  return {
    http,
    oscPort: Number(osc.split(':').at(-1)),
    pid: child.pid ?? 0,
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      await rm(station, { recursive: true, force: true });
    },
  };
};
