import type { Report } from '../../../core/control/link.ts';
import type { PageFacts, ShellMachine } from '../../../core/control/report-facts.ts';
import { outputsOfPage } from '../../../core/control/output-page.ts';
import type { Page } from '../door.ts';

/** What pages and shell tell of their machines, and which of them are there. */
export interface Watch {
  /** A page that has not reported yet can decode all the same. */
  joined(page: Page, client: string): void;
  report(page: Page, report: Report, client: string): void;
  left(page: Page, client: string): void;
  factsOf(output: string): PageFacts | null;
  machine(): ShellMachine | null;
  /** Pages that can decode: the first output and the sound, `output/left`. */
  decoders(): string[];
  sound(): { isPlaying: boolean; peak: number | null };
  /** Peaks from now on. */
  listenAnew(): void;
}
type MediaReport = Extract<Report, { kind: 'media' }>;
type OutputSeat = { path: string; facts: Map<string, PageFacts | null> };

export const createWatch = (onMedia: (page: string, report: MediaReport) => void): Watch => {
  const outputs = new Map<string, OutputSeat>();
  const sounds = new Map<string, { path: string; isPlaying: boolean }>();
  let shell: { client: string; machine: ShellMachine | null } | null = null;
  let peak: number | null = null;
  const pathOf = ({ kind, id }: Page) => `${kind}/${id}`;
  const seat = (page: Page, client: string): OutputSeat => {
    const known = outputs.get(client) ?? { path: pathOf(page), facts: new Map() };
    outputs.set(client, known);
    return known;
  };
  return {
    joined(page, client) {
      if (page.kind === 'output') seat(page, client);
      if (page.kind === 'audio') sounds.set(client, { path: pathOf(page), isPlaying: false });
    },
    report(page, report, client) {
      switch (report.kind) {
        case 'output':
          for (const output of report.output === null ? outputsOfPage(page.id) : [report.output])
            seat(page, client).facts.set(output, report.page);
          return;
        case 'audio':
          sounds.set(client, { path: pathOf(page), isPlaying: report.playing });
          if (report.peak !== null) peak = Math.max(peak ?? -Infinity, report.peak);
          return;
        case 'shell':
          if (page.kind === 'shell') shell = { client, machine: report.machine };
          return;
        case 'media':
          return onMedia(pathOf(page), report);
        case 'analysis':
        case 'ltc':
        case 'midi':
        case 'timecode-loop':
        case 'sound-input':
        case 'cameras':
          return;
        default:
          return report satisfies never;
      }
    },
    left(_page, client) {
      outputs.delete(client);
      sounds.delete(client);
      if (shell?.client === client) shell = null;
    },
    factsOf: (output) =>
      [...outputs.values()].findLast(({ facts }) => facts.has(output))?.facts.get(output) ?? null,
    machine: () => shell?.machine ?? null,
    decoders: () =>
      [[...outputs.values()].at(0)?.path, [...sounds.values()].at(0)?.path].filter(
        (path) => path !== undefined,
      ),
    sound: () => ({ isPlaying: [...sounds.values()].some(({ isPlaying }) => isPlaying), peak }),
    listenAnew: () => void (peak = null),
  };
};
