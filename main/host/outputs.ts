import type { OutputStatus, Report } from '../../core/control/link.ts';
import { outputsOfPage } from '../../core/control/output-page.ts';
import { idOf, nameOf } from '../../core/ids.ts';
import type { Problem } from '../../core/result.ts';
import { outputSchema, type RigDocument } from '../../core/rig/rig.schema.ts';
import type { Health } from './health.ts';

/**
 * The active rig's outputs, connected or not, with what their pages report; several windows may show one output, and one
 * window several. One that was there and has gone is a problem until it is back; one that nobody has opened yet is only
 * not connected, and so is one whose page lives on while its display is away.
 */
type OutputReport = Extract<Report, { kind: 'output' }>;
export interface Outputs {
  /** `page`: its id, which names one output or several. */
  joined(client: string, page: string): void;
  left(client: string): void;
  report(client: string, report: OutputReport): void;
  status(): OutputStatus[];
  /** How often an output's last page has gone since the start: one that is back within a second was lost all the same. */
  losses(output: string): number;
  thumbnails(): Record<string, string>;
  /** Outputs whose display is away, and what is told of it elsewhere. */
  waiting(problems: ReadonlyMap<string, Problem>): void;
  /** The rig has changed: what is told of outputs that it no longer has is withdrawn. */
  rigChanged(): void;
  /** The host ends: pages that leave now are not lost. */
  ending(): void;
}
/** One window: output → its last report. */
type Seat = Map<string, OutputReport | null>;

export const createOutputs = (rig: () => RigDocument, health: Health, onThumbnails: () => void): Outputs => {
  const seats = new Map<string, Seat>();
  const thumbnails: Record<string, string> = {};
  const met = new Set<string>();
  const losses = new Map<string, number>();
  let waiting: ReadonlyMap<string, Problem> = new Map();
  let isEnding = false;
  const seatOf = (output: string) => [...seats.values()].findLast((seat) => seat.has(output));
  const problemOf = (output: string): Problem | null => {
    const seat = seatOf(output);
    const known = outputsOf(rig()).find(({ id }) => id === output);
    if (seat !== undefined) return seat.get(output)?.error ?? null;
    return known === undefined || !met.has(output) || waiting.has(output) ? null : lost(known);
  };
  const tellHealth = (output: string) => {
    const problem = isEnding ? null : problemOf(output);
    health.set(`output:${output}`, problem === null ? [] : [problem]);
  };
  const statusOf = ({ id, name }: { id: string; name: string }): OutputStatus => {
    const seat = seatOf(id);
    const report = seat?.get(id);
    const away = waiting.get(id);
    return {
      id,
      name,
      connected: seat !== undefined && away === undefined,
      fps: report?.fps ?? 0,
      late: report?.late ?? 0,
      frame: report?.frame ?? 0,
      error: away ?? report?.error ?? null,
    };
  };
  return {
    joined(client, page) {
      const outputs = outputsOfPage(page);
      for (const output of outputs) met.add(output);
      seats.set(client, new Map(outputs.map((output) => [output, null])));
      outputs.forEach(tellHealth);
    },
    left(client) {
      const seat = seats.get(client);
      seats.delete(client);
      for (const output of seat?.keys() ?? []) {
        if (seatOf(output) === undefined) losses.set(output, (losses.get(output) ?? 0) + 1);
        tellHealth(output);
      }
    },
    waiting(problems) {
      waiting = problems;
      met.forEach(tellHealth);
    },
    rigChanged: () => met.forEach(tellHealth),
    ending: () => void (isEnding = true),
    report(client, report) {
      const seat = seats.get(client);
      if (seat === undefined) return;
      const about = [...seat.keys()].filter((output) => report.output === null || report.output === output);
      for (const output of about) {
        seat.set(output, report);
        tellHealth(output);
        if (report.thumbnail !== null) thumbnails[output] = report.thumbnail;
      }
      if (about.length > 0 && report.thumbnail !== null) onThumbnails();
    },
    status: () => outputsOf(rig()).map(statusOf),
    losses: (output) => losses.get(output) ?? 0,
    thumbnails: () => ({ ...thumbnails }),
  };
};

const lost = ({ id, name }: { id: string; name: string }): Problem => ({
  code: 'output-lost',
  message: `The output "${name}" is lost: its page has gone. Look at its machine, display and cable, then open /output/${id} again.`,
  path: `output:${id}`,
});

/** In the technician's order, then any that the order forgot. `id` is the bare name. */
export const outputsOf = (rig: RigDocument): { id: string; name: string }[] => {
  const ordered = Object.values(rig.order).flat();
  const all = Object.keys(rig.records).filter((id) => id.startsWith('output:'));
  return [...new Set([...ordered.filter((id) => all.includes(id)), ...all])].map((id) => {
    const parsed = outputSchema.safeParse(rig.records[idOf('output', nameOf(id))]);
    return { id: nameOf(id), name: parsed.success ? parsed.data.name : nameOf(id) };
  });
};
