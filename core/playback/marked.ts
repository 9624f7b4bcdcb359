import type { CompiledCue, CompiledShow } from '../show/compiled.ts';
import { cuesOfTimeline } from '../show/compile.ts';
import type { Plan } from './plan.ts';

/**
 * The show as this session plays it: cues armed, disarmed or skipped over what the document says. Made once a set of
 * marks, so that host and pages read it as cheaply as the show itself; given a show of its own making it starts from the
 * document's.
 */
const made = new WeakMap<CompiledShow, Map<string, CompiledShow>>();
const plain = new WeakMap<CompiledShow, CompiledShow>();
/** Marks are set by hand: a few sets a night. */
const MOST_KEPT = 50;

export const markedShow = (show: CompiledShow, { marks }: Pick<Plan, 'marks'>): CompiledShow => {
  const document = plain.get(show) ?? show;
  const ids = Object.keys(marks);
  if (ids.length === 0) return document;
  const kept = made.get(document) ?? new Map<string, CompiledShow>();
  made.set(document, kept);
  const key = JSON.stringify(ids.sort().map((id) => [id, marks[id]]));
  const known = kept.get(key);
  if (known) return known;
  const result = withMarks(document, marks);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, result);
  plain.set(result, document);
  return result;
};

const withMarks = (show: CompiledShow, marks: Plan['marks']): CompiledShow => {
  const marked = (cue: CompiledCue): CompiledCue => {
    const mark = marks[cue.id];
    if (!mark) return cue;
    return {
      ...cue,
      disarmed: mark.armed === undefined ? cue.disarmed : !mark.armed,
      skip: mark.skip ?? cue.skip,
    };
  };
  const cues = show.cues.map(marked);
  return {
    ...show,
    cues,
    cueById: Object.fromEntries(cues.map((cue) => [cue.id, cue])),
    cueByNumber: Object.fromEntries(cues.map((cue) => [cue.number, cue])),
    timelines: Object.fromEntries(
      Object.entries(show.timelines).map(([id, timeline]) => [
        id,
        { ...timeline, cues: cuesOfTimeline(cues, id) },
      ]),
    ),
  };
};
