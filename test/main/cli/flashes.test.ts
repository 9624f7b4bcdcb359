import { describe, expect, it } from 'vitest';
import type { SafetyAnswer } from '../../../core/safety/job.ts';
import { flashesCommand, flashLines } from '../../../main/cli/flashes.ts';

const none = { flashes: 0, at: 0, x: 0, y: 0 };
const answer = (more: Partial<SafetyAnswer> = {}): SafetyAnswer => ({
  main: { general: { flashes: 2.5, at: 75.25, x: 38, y: 57 }, red: none },
  stings: [],
  cost: {
    median: 1,
    p99: 2.345,
    drawCalls: 90,
    passes: 50,
    layers: 60,
    textures: 70,
    textureBytes: 12_340_000,
    geometryBytes: 960_000,
  },
  levels: [{ cue: '4', from: 35, mean: 0.0072, most: 0.018, report: { general: none, red: none } }],
  ...more,
});

describe('what is said of flashes', () => {
  it('where, when and how often; levels by section', () => {
    expect(flashLines(answer())).toEqual({
      isSafe: true,
      lines: [
        'main: flashes a second 2.5 (second up to 1:15.3, 38 m from the left, 57 m from the top); red none',
        'from 0:35.0 (cue 4): level mean 0.7 %, most 1.8 %; flashes a second none; red none',
        'script a frame: median 1.00 ms, 99th percentile 2.35 ms (goal 4); at most 90 draw calls, 50 passes, 60 layers, 70 textures of 12.3 MB, geometry of 1.0 MB',
      ],
    });
  });
  it('more than three are too many, general or red, of main or under a sting', () => {
    const bad = { flashes: 3.5, at: 1, x: 1, y: 1 };
    const main = { general: none, red: bad };
    expect(flashLines(answer({ main })).isSafe).toBe(false);
    const sting = { cue: '5', every: 0.3, over: 60, report: { general: bad, red: none } };
    const { isSafe, lines } = flashLines(answer({ stings: [sting] }));
    expect(isSafe).toBe(false);
    expect(lines[1]).toMatch(/^cue 5 every 0.3 s over 1:00.0: flashes a second 3.5 OVER/);
    const just = { general: { ...bad, flashes: 3 }, red: none };
    expect(flashLines(answer({ main: just })).isSafe).toBe(true);
  });
  it.each([{ from: 'x' }, { to: '-1' }, { fps: '1' }, { distance: '0' }, { from: '9', to: '8' }])(
    'refuses %j before anything is drawn',
    async (options) => {
      const printed: string[] = [];
      const place = { pages: '/nowhere', env: {} };
      expect(
        await flashesCommand('/nowhere', { stings: true, ...options }, place, (line) => printed.push(line)),
      ).toBe(1);
      expect(printed).toEqual([]);
    },
  );
});
