import { useCallback, useState } from 'react';
import { stableText } from '../../../../core/show/serialise.ts';

/** Records under the hand, each beside what it was taken from; they stay while one looks at something else. */
type Fields = Record<string, unknown>;
type Draft = { base: string; value: Fields };
export type Drafts = {
  /** What the form shows: the draft, or the record as it is. */
  of(id: string, record: Fields): { value: Fields; isDirty: boolean; isOvertaken: boolean };
  change(id: string, record: Fields, value: Fields): void;
  drop(id: string): void;
};

export const useDrafts = (): Drafts => {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const drop = useCallback(
    (id: string) => setDrafts((all) => Object.fromEntries(Object.entries(all).filter(([key]) => key !== id))),
    [],
  );
  return {
    of(id, record) {
      const draft = drafts[id];
      const now = stableText(record);
      if (draft === undefined || stableText(draft.value) === now)
        return { value: draft?.value ?? record, isDirty: false, isOvertaken: false };
      return { value: draft.value, isDirty: true, isOvertaken: draft.base !== now };
    },
    change: (id, record, value) =>
      setDrafts((all) => ({ ...all, [id]: { base: all[id]?.base ?? stableText(record), value } })),
    drop,
  };
};
