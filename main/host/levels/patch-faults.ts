import { levelsMessages } from '../../../core/control/levels.messages.ts';
import type { Health } from '../health.ts';

/** Patches whose target refuses, once each. */
export interface PatchFaults {
  add(patch: string, what: string): void;
  clear(): void;
}

export const createPatchFaults = (health: Pick<Health, 'set' | 'clear'>): PatchFaults => {
  const faults = new Map<string, string>();
  return {
    add(patch, what) {
      faults.set(patch, what);
      const problems = [...faults].map(([path, why]) => ({
        code: 'dmx-patch-refused',
        message: `${path}: ${why} ${levelsMessages['dmx-patch-refused'].en}`,
        path,
      }));
      health.set('dmx-patch', problems);
    },
    clear() {
      faults.clear();
      health.clear('dmx-patch');
    },
  };
};
