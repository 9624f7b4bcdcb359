import { fail, ok, type Result } from '../../result.ts';
import type { DocumentEdit } from '../document.ts';
import type { ShowDocument, TimelineRecord } from '../show.schema.ts';
import { merged, tidy, type Board } from './board.ts';

/** The tempo map: sections that each begin at a time with a beat. */
export type Tempo = TimelineRecord['tempo'][number];
const SAME = 0.02;

/** The section in force there; null: before the first. */
export const tempoAt = (tempo: readonly Tempo[], at: number): Tempo | null =>
  tempo.toSorted((a, b) => a.at - b.at).findLast((each) => each.at <= at + SAME) ?? null;

const tempoEdit = (
  document: ShowDocument,
  { timeline: { id } }: Board,
  label: string,
  tempo: readonly Tempo[],
): Result<DocumentEdit> =>
  ok({
    label,
    put: { [id]: merged(document.records[id], { tempo: tempo.toSorted((a, b) => a.at - b.at) }) },
    remove: [],
    order: {},
  });

/** Changes the section in force at a time, or begins the map at the beginning. Code: `tempo-range`. */
export const setTempo = (
  document: ShowDocument,
  board: Board,
  at: number,
  fields: Partial<Tempo>,
): Result<DocumentEdit> => {
  const { tempo } = board.timeline;
  const old = tempoAt(tempo, at);
  const next = { at: 0, bpm: 120, beats: 4, ...old, ...fields };
  if (!isTempo(next))
    return fail('tempo-range', 'A tempo has 1 to 400 beats a minute and 1 to 32 beats a bar.', 'tempo');
  return tempoEdit(document, board, 'tempo', [...tempo.filter((each) => each !== old), next]);
};

/** From here on another section, with what is in force to begin with; the first beat of a bar lies here. */
export const divideTempo = (document: ShowDocument, board: Board, at: number): Result<DocumentEdit> => {
  const { tempo } = board.timeline;
  const { bpm, beats } = tempoAt(tempo, at) ?? { bpm: 120, beats: 4 };
  const others = tempo.filter((each) => Math.abs(each.at - at) > SAME);
  return tempoEdit(document, board, 'tempo from here', [...others, { at: tidy(at), bpm, beats }]);
};

/** The section in force there goes; the one before it lasts on. */
export const removeTempo = (document: ShowDocument, board: Board, at: number): Result<DocumentEdit> => {
  const { tempo } = board.timeline;
  const old = tempoAt(tempo, at);
  return tempoEdit(
    document,
    board,
    'delete tempo',
    tempo.filter((each) => each !== old),
  );
};

const isTempo = ({ at, bpm, beats }: Tempo): boolean =>
  at >= 0 && bpm >= 1 && bpm <= 400 && Number.isInteger(beats) && beats >= 1 && beats <= 32;

/** Beats a minute of taps at these times, s; null: fewer than four tell too little. A pause of two seconds begins anew. */
export const tapped = (times: readonly number[]): number | null => {
  const from = times.findLastIndex((time, index) => index > 0 && time - (times[index - 1] ?? time) > 2);
  const taps = times.slice(Math.max(from, 0));
  const [first, last] = [taps[0], taps.at(-1)];
  if (taps.length < 4 || first === undefined || last === undefined || last <= first) return null;
  return Math.round(((taps.length - 1) * 600) / (last - first)) / 10;
};
