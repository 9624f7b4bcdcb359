import type { Handlers } from '../../../core/control/dispatcher.ts';
import { NO_LINE_UP, type LineUp, type Mark, type PatternChoice } from '../../../core/control/line-up.ts';
import { idOf } from '../../../core/ids.ts';
import { fail, type Result } from '../../../core/result.ts';
import type { RigDocument } from '../../../core/rig/rig.schema.ts';
import type { Cancel, ShowClock } from '../clock.ts';
import { outputsOf } from '../outputs.ts';
import { done, type Done } from './done.ts';
import type { SavedLineUp } from './saved.ts';

/** What outputs draw beside the show: patterns, the frozen show, names, marks. */
export type Moment = {
  at: number;
  plans: NonNullable<LineUp['frozen']>['plans'];
  live: NonNullable<LineUp['frozen']>['live'];
};
export interface Wall {
  handlers: Pick<Handlers, 'line-up/pattern' | 'line-up/freeze' | 'line-up/identify' | 'line-up/mark'>;
  state(): Omit<LineUp, 'holders'>;
  unmark(output: string): void;
  rigChanged(): void;
  dispose(): void;
}
type Options = {
  clock: Pick<ShowClock, 'now' | 'at'>;
  rig(): RigDocument;
  resumed: SavedLineUp | null;
  moment(): Moment;
  mayMark(output: string, sender: string): Result<null>;
  onChange(isKept: boolean): void;
};
const without = <T>(named: Record<string, T>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(named).filter(([name]) => !names.includes(name)));
const only = <T>(named: Record<string, T>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(named).filter(([name]) => names.includes(name)));
const frozenWith = (moment: Moment | null): Pick<LineUp, 'frozenAt' | 'frozen'> => ({
  frozenAt: moment?.at ?? null,
  frozen: moment && { plans: moment.plans, live: moment.live },
});

export const createWall = ({ clock, rig, resumed, moment, mayMark, onChange }: Options): Wall => {
  const outputs = (): string[] => outputsOf(rig()).map(({ id }) => id);
  let state: Omit<LineUp, 'holders'> = {
    ...NO_LINE_UP,
    patterns: only(resumed?.patterns ?? {}, outputs()),
    ...frozenWith(resumed?.frozen ?? null),
  };
  let stopIdentify: Cancel = () => undefined;
  const change = (part: Partial<LineUp>, isKept: boolean): Done => {
    state = { ...state, ...part };
    onChange(isKept);
    return done();
  };

  const pattern = (names: readonly string[] | null, choice: PatternChoice | null): Done => {
    const known = outputs();
    const unknown = names?.find((name) => !known.includes(name));
    if (unknown !== undefined)
      return fail(
        'output-unknown',
        `The rig has no output "${unknown}". Reload the page.`,
        idOf('output', unknown),
      );
    const chosen = names ?? known;
    const added = choice ? Object.fromEntries(chosen.map((name) => [name, choice])) : {};
    return change({ patterns: { ...without(state.patterns, chosen), ...added } }, true);
  };
  const identify = (seconds: number): Done => {
    stopIdentify();
    if (seconds === 0) return change({ identifyUntil: null }, false);
    const until = clock.now() + seconds;
    stopIdentify = clock.at(until, () => void change({ identifyUntil: null }, false));
    return change({ identifyUntil: until }, false);
  };
  const mark = (output: string, next: Mark | null): Done =>
    change({ marks: { ...without(state.marks, [output]), ...(next ? { [output]: next } : {}) } }, false);
  return {
    handlers: {
      'line-up/pattern': (input) => pattern(input.outputs, input.pattern),
      'line-up/freeze'({ on }) {
        if (on === (state.frozenAt !== null)) return done();
        return change(frozenWith(on ? moment() : null), true);
      },
      'line-up/identify': ({ seconds }) => identify(seconds),
      'line-up/mark'({ output, mark: next }, { sender }) {
        const may = mayMark(output, sender);
        return may.ok ? mark(output, next) : may;
      },
    },
    state: () => state,
    unmark(output) {
      if (Object.hasOwn(state.marks, output)) mark(output, null);
    },
    rigChanged() {
      const known = outputs();
      state = { ...state, patterns: only(state.patterns, known), marks: only(state.marks, known) };
    },
    dispose: () => stopIdentify(),
  };
};
