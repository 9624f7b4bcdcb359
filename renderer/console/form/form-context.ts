import { createContext, useContext, type ReactNode } from 'react';
import type { Path } from '../../../core/station/form-value.ts';

/** What every field of one record's form needs: whose it is, whether it may be changed, and what is wrong where. */
/** `run`: several that are added to a list at once, in this order. */
export type FormOption = { value: string; label: string; run?: readonly string[] };
/** Values under the hand, where what is made of them is seen while they move. */
type FormHand = {
  show(path: Path, value: unknown): void;
  /** What was shown last is said. */
  keep(): void;
  /** What was shown is over. */
  drop(): void;
};
export type FormState = {
  /** The record's kind: labels may be its own. */
  kind: string;
  isReadOnly: boolean;
  /** Dotted path → what to say there. */
  problems: ReadonlyMap<string, string>;
  /** What a text names, to choose from (a timeline, a cue), by the field's path; null: it is typed. */
  optionsOf(path: Path): readonly FormOption[] | null;
  /** What stands before a field, by its path: its key on the timeline. */
  besideOf(path: Path): ReactNode;
  /** What stands behind a field, by its path: its default again, its dice. */
  behindOf(path: Path): ReactNode;
  /** Of several records, whether they say different things here. */
  isMixed(path: Path): boolean;
  /** What the record says elsewhere: a run of colours is seen between its ends. */
  valueOf(path: Path): unknown;
  /** null: nothing is dragged and nothing is reckoned, a number is what is typed. */
  hand: FormHand | null;
  /** Colours to choose from beside those that are mixed. */
  swatches(): readonly string[];
  change(path: Path, value: unknown): void;
};
export const FormContext = createContext<FormState>({
  kind: '',
  isReadOnly: true,
  problems: new Map(),
  optionsOf: () => null,
  besideOf: () => null,
  behindOf: () => null,
  isMixed: () => false,
  valueOf: () => undefined,
  hand: null,
  swatches: () => [],
  change: () => undefined,
});
export const useForm = (): FormState => useContext(FormContext);
/** The last named part: a place in a list has the list's name. */
export const keyOf = (path: Path): string => String(path.findLast((part) => typeof part === 'string') ?? '');
