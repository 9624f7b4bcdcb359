import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/**
 * OpenCV as the second opinion on geometry: one call is one run of `opencv/run.py`, so give it all cases at once. It is
 * Debian's own (`python3-opencv`, put there by the set-up), which only Debian's own Python finds; another one is named
 * by FRISE_PYTHON. A test that can't ask it fails.
 */
const program = process.env['FRISE_PYTHON'] ?? '/usr/bin/python3';
const script = fileURLToPath(new URL('./opencv/run.py', import.meta.url));

/** `name`: a function of the table at the end of `run.py`. Throws with OpenCV's own words when it refuses. */
export const askOpenCv = <Output>(name: string, input: unknown, schema: z.ZodType<Output>): Output => {
  const asked = spawnSync(program, [script, name], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
  });
  if (asked.error) throw new Error(`OpenCV can't be asked through ${program}: ${asked.error.message}`);
  if (asked.status !== 0) throw new Error(`OpenCV, ${name}: ${asked.stderr}`);
  return schema.parse(JSON.parse(asked.stdout));
};
