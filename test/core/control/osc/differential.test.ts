import { expect, test } from 'vitest';
import { runOscFuzz } from '../../../fuzz/osc.differential.ts';

/** Every push runs the full count: it takes a few seconds. FRISE_REPORT=1 prints the counts by reason. */
const COUNT = Number(process.env['FRISE_OSC_PACKETS'] ?? 100_000);

test(
  `${COUNT} packets: every disagreement with osc-min, node-osc and osc-js has a named reason`,
  { timeout: 120_000 },
  () => {
    const report = runOscFuzz(COUNT, 20181122);
    expect(report.misread.slice(0, 3)).toEqual([]);
    expect(report.unexplained.slice(0, 3)).toEqual([]);
    expect(Object.values(report.packets).every((count) => count > COUNT / 10)).toBe(true);
    expect(Object.values(report.agreed).every((count) => count > COUNT / 4)).toBe(true);
    if (process.env['FRISE_REPORT'] !== undefined) console.error(JSON.stringify(report, null, 1));
  },
);
