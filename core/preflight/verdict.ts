import type { Preflight, PreflightLine } from '../control/safety.topics.ts';
import type { PreflightFacts } from './facts.ts';
import { cameraLines } from './lines/camera-lines.ts';
import { inputLines } from './lines/input-lines.ts';
import { machineLines } from './lines/machine-lines.ts';
import { outputLines } from './lines/output-lines.ts';
import { projectorLines } from './lines/projector-lines.ts';
import { safetyLines } from './lines/safety-lines.ts';
import { showLines } from './lines/show-lines.ts';
import { soundLines } from './lines/sound-lines.ts';

/** All lines of a pre-flight from what was found, in the order of a walk from the show to the wall. */
export const linesOf = (facts: PreflightFacts): PreflightLine[] => [
  ...showLines(facts),
  ...outputLines(facts),
  ...soundLines(facts),
  ...cameraLines(facts),
  ...inputLines(facts),
  ...projectorLines(facts),
  ...machineLines(facts),
  ...safetyLines(facts),
];

/** Lines that are looked at anew stand as `running` until they are. */
export const asRunning = (lines: PreflightLine[], only: readonly string[] | null): PreflightLine[] =>
  lines.map((line) =>
    only === null || only.includes(line.id)
      ? { ...line, state: 'running', problem: null, told: null, detail: { en: '', fr: '' } }
      : line,
  );

/** A re-run of some lines leaves the others as they were. */
export const merged = (
  before: PreflightLine[],
  found: PreflightLine[],
  only: readonly string[] | null,
): PreflightLine[] =>
  only === null
    ? found
    : found.map((line) =>
        only.includes(line.id) ? line : (before.find(({ id }) => id === line.id) ?? line),
      );

/** `fail` when one line fails, else `warn` when one warns, else `pass`; null while it runs or was broken off. */
export const verdictOf = ({ lines, endedAt, isCancelled }: Preflight): 'pass' | 'warn' | 'fail' | null => {
  if (endedAt === null || isCancelled || lines.some(({ state }) => state === 'running')) return null;
  if (lines.some(({ state }) => state === 'fail')) return 'fail';
  return lines.some(({ state }) => state === 'warn') ? 'warn' : 'pass';
};

export const countsOf = (lines: readonly PreflightLine[]): Record<PreflightLine['state'], number> => {
  const counts = { running: 0, pass: 0, warn: 0, fail: 0, unset: 0 };
  for (const { state } of lines) counts[state] += 1;
  return counts;
};
