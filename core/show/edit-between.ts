import type { DocumentEdit, FriseDocument } from './document.ts';
import { stableText } from './serialise.ts';

/** The one edit that makes `to` of `from`: what a restore and an import are, so that they can be undone. */
export const editBetween = (from: FriseDocument, to: FriseDocument, label: string): DocumentEdit => ({
  label,
  put: Object.fromEntries(changedEntries(from.records, to.records)),
  remove: Object.keys(from.records).filter((id) => !Object.hasOwn(to.records, id)),
  order: {
    ...Object.fromEntries(
      Object.keys(from.order)
        .filter((owner) => !Object.hasOwn(to.order, owner))
        .map((owner) => [owner, null]),
    ),
    ...Object.fromEntries(changedEntries(from.order, to.order)),
  },
});

const changedEntries = <T>(from: Record<string, T>, to: Record<string, T>): [string, T][] =>
  Object.entries(to).filter(
    ([key, value]) => !Object.hasOwn(from, key) || stableText(from[key]) !== stableText(value),
  );
