import { useDeferredValue, useMemo } from 'react';
import { remarksOn, type Remark } from '../../../../core/show/remarks.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { Problem } from '../../../../core/result.ts';
import { useTopic } from '../../use-link.ts';

/** What is wrong with the show, and what somebody should look at: `id` is the record of each. */
export type Check = { faults: readonly { id: string; problem: Problem }[]; remarks: readonly Remark[] };

/** Behind the edit that changes it: nothing on the page waits for the list. */
export const useCheck = (document: ShowDocument): Check => {
  const settled = useDeferredValue(document);
  const remarks = useMemo(() => remarksOn(settled), [settled]);
  const problems = useTopic('status')?.health.problems;
  const faults = useMemo(
    () =>
      (problems ?? []).flatMap((problem) => {
        const [id = ''] = problem.path.split('.');
        return Object.hasOwn(settled.records, id) ? [{ id, problem }] : [];
      }),
    [problems, settled],
  );
  return { faults, remarks };
};
