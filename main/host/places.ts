import type { ShellReport } from '../../core/control/link.ts';
import type { Problem } from '../../core/result.ts';
import { compileRig, type CompiledOutput } from '../../core/rig/rig.document.ts';
import type { RigDocument } from '../../core/rig/rig.schema.ts';
import type { Health } from './health.ts';
import type { Journal } from './journal.ts';
import { displayProblem, placeWords, summaryProblem } from './place-problems.ts';

/**
 * The displays of this machine and which output is on which, as the shell tells: what has changed is journalled, and an
 * output that is not where the rig says is a problem until it is. Without a shell nothing is told.
 */
export type Displays = Pick<ShellReport, 'displays' | 'places'>;
export interface Places {
  report(report: Displays): void;
  /** The shell has gone, and its windows with it. */
  left(): void;
  rigChanged(): void;
}
type Parts = {
  rig(): RigDocument;
  health: Health;
  journal: Journal;
  onChange(displays: Displays): void;
  /** Outputs whose display is away. */
  onWaiting(problems: ReadonlyMap<string, Problem>): void;
};

export const createPlaces = ({ rig, health, journal, onChange, onWaiting }: Parts): Places => {
  let now: Displays = { displays: [], places: [] };
  /** Output → the name of the display that it had. */
  const had = new Map<string, string>();
  let told = new Set<string>();

  const journalChanges = (next: Displays, outputs: readonly CompiledOutput[]) => {
    for (const { key, name } of outputs) {
      const [before, after] = [now, next].map((each) => placeWords(each, key));
      if (after !== undefined && before !== after) journal.add('display', `"${name}" ${after}`);
    }
  };
  const remember = ({ displays, places }: Displays) => {
    for (const { output, display } of places) {
      const found = displays.find(({ id }) => id === display);
      if (found) had.set(output, found.label);
    }
  };
  const tell = () => {
    const compiled = compileRig(rig());
    const found = compiled.outputs.flatMap((output) => {
      const problem = displayProblem(output, now, had.get(output.key));
      return problem === null ? [] : [{ key: output.key, problem }];
    });
    const waits = (key: string) =>
      now.places.some(({ output, kind }) => output === key && kind === 'waiting');
    onWaiting(new Map(found.filter(({ key }) => waits(key)).map(({ key, problem }) => [key, problem])));
    const summary = summaryProblem(compiled, now);
    health.set('displays', summary === null ? [] : [summary]);
    for (const { key, problem } of found) health.set(`display:${key}`, [problem]);
    const owners = new Set(found.map(({ key }) => key));
    for (const key of told) if (!owners.has(key)) health.clear(`display:${key}`);
    told = owners;
  };
  const set = (next: Displays) => {
    if (JSON.stringify(next) === JSON.stringify(now)) return;
    journalChanges(next, compileRig(rig()).outputs);
    now = next;
    remember(now);
    onChange(now);
    tell();
  };
  return {
    report: ({ displays, places }) => set({ displays, places }),
    left: () => set({ displays: [], places: [] }),
    rigChanged: tell,
  };
};
