import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { DocumentDiff, DocumentEdit, FriseDocument } from './document.ts';
import { isEmptyEdit } from './edit.ts';
import { stableText } from './serialise.ts';

/**
 * Undo per person (DESIGN §4). Each author has a stack; a step is refused when what it left is no longer what stands in
 * the document: someone else has touched it since. Steps of one gesture (a drag) become one. Values, never closures.
 */
export type Step = { label: string; gesture: string | null; diff: DocumentDiff };
type Stacks = Record<string, Step[]>;
export type History = {
  done: Stacks;
  undone: Stacks;
  /** Record or list → who changed it last, for the reason of a refusal. */
  touchedBy: Record<string, string>;
};
export const emptyHistory: History = { done: {}, undone: {}, touchedBy: {} };

/** More than anyone undoes; keeps a night of drags out of the memory. */
const DEEPEST = 200;

const stackOf = (stacks: Stacks, author: string): Step[] =>
  Object.hasOwn(stacks, author) ? (stacks[author] ?? []) : [];

const touchedKeys = ({ put, remove, order }: DocumentEdit): string[] => [
  ...Object.keys(put),
  ...remove,
  ...Object.keys(order).map((owner) => `order.${owner}`),
];

/** What an edit leaves behind, key by key, as text; '' for what it removes. */
const leaves = ({ put, remove, order }: DocumentEdit): Map<string, string> =>
  new Map([
    ...Object.entries(put).map(([id, value]): [string, string] => [id, stableText(value)]),
    ...remove.map((id): [string, string] => [id, '']),
    ...Object.entries(order).map(([owner, list]): [string, string] => [
      `order.${owner}`,
      stableText(list ?? undefined),
    ]),
  ]);

const standing = (document: FriseDocument, key: string): string => {
  const isOrder = key.startsWith('order.');
  const section: Record<string, unknown> = isOrder ? document.order : document.records;
  const name = isOrder ? key.slice('order.'.length) : key;
  return stableText(Object.hasOwn(section, name) ? section[name] : undefined);
};

const overwritten = (document: FriseDocument, edit: DocumentEdit): string | null => {
  for (const [key, text] of leaves(edit)) if (standing(document, key) !== text) return key;
  return null;
};

/** `over` on top of `under`: what both together do. */
const stack = (under: DocumentEdit, over: DocumentEdit): DocumentEdit => {
  const again = new Set(touchedKeys(over));
  return {
    label: over.label,
    put: { ...Object.fromEntries(Object.entries(under.put).filter(([id]) => !again.has(id))), ...over.put },
    remove: [...under.remove.filter((id) => !again.has(id)), ...over.remove],
    order: { ...under.order, ...over.order },
  };
};

/** Nobody came between: where both touch a key, the second found what the first had left. */
const follows = (first: Step, second: Step): boolean => {
  const left = leaves(first.diff.after);
  return [...leaves(second.diff.before)].every(([key, text]) => !left.has(key) || left.get(key) === text);
};

const join = (first: Step, second: Step): Step => ({
  ...second,
  diff: {
    before: stack(second.diff.before, first.diff.before),
    after: stack(first.diff.after, second.diff.after),
  },
});

const push = (steps: Step[], step: Step): Step[] => {
  const top = steps.at(-1);
  const isSameGesture = top?.gesture != null && top.gesture === step.gesture && top.label === step.label;
  const next =
    top && isSameGesture && follows(top, step) ? [...steps.slice(0, -1), join(top, step)] : [...steps, step];
  return next.slice(-DEEPEST);
};

const touch = (history: History, edit: DocumentEdit, author: string): History['touchedBy'] => ({
  ...history.touchedBy,
  ...Object.fromEntries(touchedKeys(edit).map((key) => [key, author])),
});

/** Enters a new edit; what the author had undone is gone. */
export const record = (history: History, author: string, step: Step): History => {
  if (isEmptyEdit(step.diff.after)) return history;
  return {
    done: { ...history.done, [author]: push(stackOf(history.done, author), step) },
    undone: { ...history.undone, [author]: [] },
    touchedBy: touch(history, step.diff.after, author),
  };
};

export type Move = {
  /** To be applied to the document. */
  edit: DocumentEdit;
  label: string;
  history: History;
};
export type Direction = 'undo' | 'redo';

const words = {
  undo: { from: 'done', to: 'undone', nothing: 'Nothing of yours to undo.' },
  redo: { from: 'undone', to: 'done', nothing: 'Nothing of yours to redo.' },
} as const;

/** Codes: `undo-nothing`, `redo-nothing`, `undo-touched`, `redo-touched` (path: the record that someone changed). */
export const move = (
  direction: Direction,
  history: History,
  author: string,
  document: FriseDocument,
): Result<Move> => {
  const { from, to, nothing } = words[direction];
  const steps = stackOf(history[from], author);
  const step = steps.at(-1);
  if (!step) return fail(`${direction}-nothing`, nothing);
  const [expected, edit] =
    direction === 'undo' ? [step.diff.after, step.diff.before] : [step.diff.before, step.diff.after];
  const key = overwritten(document, expected);
  if (key !== null)
    return fail(`${direction}-touched`, touchedMessage(direction, history, author, step, key), key);
  const moved = {
    ...history,
    [from]: { ...history[from], [author]: steps.slice(0, -1) },
    [to]: { ...history[to], [author]: [...stackOf(history[to], author), { ...step, gesture: null }] },
    touchedBy: touch(history, edit, author),
  };
  return ok({ edit, label: step.label, history: moved });
};

const touchedMessage = (
  direction: Direction,
  history: History,
  author: string,
  step: Step,
  key: string,
): string => {
  const other = Object.hasOwn(history.touchedBy, key) ? history.touchedBy[key] : undefined;
  const who = other === undefined || other === author ? 'Someone else' : other;
  return `Cannot ${direction} "${step.label}": ${who} has changed ${key} since. Change it by hand.`;
};
