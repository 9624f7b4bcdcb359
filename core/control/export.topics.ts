import type { Problem } from '../result.ts';
import type { ExportWish } from './export.verbs.ts';

/** One film or still that was asked for. */
export type Export = {
  id: string;
  wish: ExportWish;
  by: string;
  /** waiting: behind another one, or because something plays. */
  state: 'waiting' | 'drawing' | 'done' | 'failed';
  /** Frames. */
  done: number;
  total: number;
  /** Seconds of drawing still to come, by what it took so far; null: not known yet. */
  secondsLeft: number | null;
  /** Name to save it as. */
  file: string;
  bytes: number | null;
  /** Why it failed, or what could not be drawn. */
  problems: Problem[];
};
/** `isHeld`: the show plays, and what is drawn waits for it. */
export type ExportTopics = { exports: { list: Export[]; isHeld: boolean } };
export const noExports: ExportTopics = { exports: { list: [], isHeld: false } };
