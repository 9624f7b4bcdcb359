import { describe, expect, it } from 'vitest';
import { drawnProblems } from '../../../main/cli/render/drawn-problems.ts';

const problem = (code: string, message: string, path: string) => ({ code, message, path });
const done = (problems: ReturnType<typeof problem>[]) => ({
  problems,
  width: 0,
  height: 0,
  frames: 1,
  error: null,
});

describe('what could not be drawn', () => {
  it('is what layers say, and the files that were asked for in vain', () => {
    const lost = new Map([
      ['gone', problem('media-missing', '"a.png" is not there.', 'media:gone')],
      ['unused', problem('media-missing', '"b.png" is not there.', 'media:unused')],
    ]);
    const said = [
      problem('layer-failed', 'no shader', 'clip:a'),
      problem('media-failed', 'media:gone gave 404', 'clip:b'),
    ];
    const found = drawnProblems({ done: done(said), asked: new Set(['gone']) }, lost);
    expect(found.map(({ path }) => path)).toEqual(['media:gone', 'clip:a']);
  });
});
