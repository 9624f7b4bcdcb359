import type { OutputStatus, Report } from '../../core/control/link.ts';
import { idOf, nameOf } from '../../core/ids.ts';
import type { Problem } from '../../core/result.ts';
import { outputSchema, type RigDocument } from '../../core/rig/rig.schema.ts';
import type { Health } from './health.ts';

/**
 * The active rig's outputs, connected or not, with what their pages report; several windows may show one output. One
 * that was there and has gone is a problem until it is back; one that nobody has opened yet is only not connected.
 */
type OutputReport = Extract<Report, { kind: 'output' }>;
export interface Outputs {
  joined(client: string, output: string): void;
  left(client: string): void;
  report(client: string, report: OutputReport): void;
  status(): OutputStatus[];
  thumbnails(): Record<string, string>;
  /** The rig has changed: what is told of outputs that it no longer has is withdrawn. */
  rigChanged(): void;
  /** The host ends: pages that leave now are not lost. */
  ending(): void;
}
type Seat = { output: string; report: OutputReport | null };

export const createOutputs = (rig: () => RigDocument, health: Health, onThumbnails: () => void): Outputs => {
  const seats = new Map<string, Seat>();
  const thumbnails: Record<string, string> = {};
  const met = new Set<string>();
  let isEnding = false;
  const seatOf = (output: string) => [...seats.values()].findLast((seat) => seat.output === output);
  const problemOf = (output: string): Problem | null => {
    const seat = seatOf(output);
    const known = outputsOf(rig()).find(({ id }) => id === output);
    if (seat !== undefined) return seat.report?.error ?? null;
    return known === undefined || !met.has(output) ? null : lost(known);
  };
  const tellHealth = (output: string) => {
    const problem = isEnding ? null : problemOf(output);
    health.set(`output:${output}`, problem === null ? [] : [problem]);
  };
  return {
    joined(client, output) {
      met.add(output);
      seats.set(client, { output, report: null });
      tellHealth(output);
    },
    left(client) {
      const seat = seats.get(client);
      seats.delete(client);
      if (seat !== undefined) tellHealth(seat.output);
    },
    rigChanged: () => met.forEach(tellHealth),
    ending: () => void (isEnding = true),
    report(client, report) {
      const seat = seats.get(client);
      if (seat === undefined) return;
      seat.report = report;
      tellHealth(seat.output);
      if (report.thumbnail === null) return;
      thumbnails[seat.output] = report.thumbnail;
      onThumbnails();
    },
    status: () => outputsOf(rig()).map(({ id, name }) => statusOfOutput(id, name, seatOf(id))),
    thumbnails: () => ({ ...thumbnails }),
  };
};

const lost = ({ id, name }: { id: string; name: string }): Problem => ({
  code: 'output-lost',
  message: `The output "${name}" is lost: its page has gone. Look at its machine, display and cable, then open /output/${id} again.`,
  path: `output:${id}`,
});

const statusOfOutput = (id: string, name: string, seat: Seat | undefined): OutputStatus => ({
  id,
  name,
  connected: seat !== undefined,
  fps: seat?.report?.fps ?? 0,
  late: seat?.report?.late ?? 0,
  frame: seat?.report?.frame ?? 0,
  error: seat?.report?.error ?? null,
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
