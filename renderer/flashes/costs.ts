import type { SafetyAnswer } from '../../core/safety/job.ts';
import type { DrawCost } from '../render/studio.ts';

/** What frames cost in script, and the most that one draws. The first of a run build their shaders and don't count. */
const WARM_UP = 25;

export const createCosts = () => {
  const times: number[] = [];
  const most = { drawCalls: 0, passes: 0, layers: 0, textures: 0, textureBytes: 0, geometryBytes: 0 };
  let seen = 0;
  return {
    /** `ms`: of frameAt, on top of the stage's. */
    add(ms: number, cost: DrawCost): void {
      seen += 1;
      if (seen > WARM_UP) times.push(ms + cost.ms);
      most.drawCalls = Math.max(most.drawCalls, cost.drawCalls);
      most.passes = Math.max(most.passes, cost.passes);
      most.layers = Math.max(most.layers, cost.layers);
      most.textures = Math.max(most.textures, cost.textures);
      most.textureBytes = Math.max(most.textureBytes, cost.textureBytes);
      most.geometryBytes = Math.max(most.geometryBytes, cost.geometryBytes);
    },
    told(): SafetyAnswer['cost'] {
      const sorted = times.toSorted((a, b) => a - b);
      const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
      return { median: at(0.5), p99: at(0.99), ...most };
    },
  };
};
