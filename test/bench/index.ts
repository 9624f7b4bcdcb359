import { measureFrameAt } from './frame-at.ts';
import { measureOsc } from './osc.ts';
import { measurePages } from './pages.ts';
import type { Measurement } from './measure.ts';

/** Every figure that `npx frise bench` prints. Progress goes to stderr. */
export const measureAll = async (root: string, only: string[]): Promise<Measurement[]> => {
  const groups: Record<string, () => Promise<Measurement[]> | Measurement[]> = {
    frame: measureFrameAt,
    osc: () => measureOsc(root),
    pages: () => measurePages(root),
  };
  const results: Measurement[] = [];
  for (const [name, measure] of Object.entries(groups)) {
    if (only.length > 0 && !only.includes(name)) continue;
    process.stderr.write(`bench: ${name} …\n`);
    results.push(...(await measure()));
  }
  return results;
};
