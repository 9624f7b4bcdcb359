import { createContext, useContext, type ReactNode } from 'react';
import type { Path } from '../../../core/station/form-value.ts';

/** What every field of one record's form needs: whose it is, whether it may be changed, and what is wrong where. */
export type FormOption = { value: string; label: string };
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
  change(path: Path, value: unknown): void;
};
export const FormContext = createContext<FormState>({
  kind: '',
  isReadOnly: true,
  problems: new Map(),
  optionsOf: () => null,
  besideOf: () => null,
  change: () => undefined,
});
export const useForm = (): FormState => useContext(FormContext);
/** The last named part: a place in a list has the list's name. */
export const keyOf = (path: Path): string => String(path.findLast((part) => typeof part === 'string') ?? '');
