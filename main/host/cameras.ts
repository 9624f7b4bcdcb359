import type { CameraReport, LiveInputReport } from '../../core/control/camera.report.ts';
import type { Cameras } from '../../core/control/camera.topics.ts';
import type { Problem } from '../../core/result.ts';
import type { Room, RoomParts } from './rooms.ts';

/**
 * Live inputs as the outputs have them: what is wrong is told once, however many outputs show it, and withdrawn when the
 * last of them has its picture or has gone.
 */
const RANK = { live: 0, opening: 1, fault: 2 } as const;

export const createCameras = ({ hub, health }: Pick<RoomParts, 'hub' | 'health'>): Room => {
  const reports = new Map<string, CameraReport>();
  const tell = (): void => {
    const all = [...reports.values()];
    const inputs = worstOf(all.flatMap((report) => report.inputs));
    health.set('cameras', problemsOf(inputs));
    const next: Cameras = {
      devices: devicesOf(all),
      inputs: inputs.map(({ problem: _problem, ...input }) => input),
    };
    if (JSON.stringify(hub.get('cameras')) !== JSON.stringify(next)) hub.set('cameras', next);
  };
  return {
    report(page, report, client) {
      if (page.kind !== 'output' || report.kind !== 'cameras') return;
      reports.set(client, report);
      tell();
    },
    left(_page, client) {
      if (reports.delete(client)) tell();
    },
    dispose: () => undefined,
  };
};

/** Each input once, sorted. */
const worstOf = (inputs: readonly LiveInputReport[]): LiveInputReport[] => {
  const found = new Map<string, LiveInputReport>();
  for (const input of inputs) {
    const known = found.get(input.input);
    if (!known || RANK[input.state] > RANK[known.state]) found.set(input.input, input);
  }
  return [...found.values()].toSorted((a, b) => a.input.localeCompare(b.input, 'en'));
};
const problemsOf = (inputs: readonly LiveInputReport[]): Problem[] =>
  inputs.flatMap(({ problem }) => problem ?? []);
/** Of this one machine: what any page sees. null: none is told names. */
const devicesOf = (reports: readonly CameraReport[]): string[] | null => {
  const told = reports.flatMap(({ devices }) => (devices ? [devices] : []));
  return told.length === 0 ? null : [...new Set(told.flat())];
};
