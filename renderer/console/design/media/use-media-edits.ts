import { useEffect, useMemo, useRef, useState } from 'react';
import { removeMedia, renameMedium } from '../../../../core/media/media-edit.ts';
import type { Problem, Result } from '../../../../core/result.ts';
import type { DocumentEdit } from '../../../../core/show/document.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';

/** Edits of the list of media; what can't be done is said before it is sent. */
export interface MediaEdits {
  rename(id: string, title: string): void;
  remove(ids: readonly string[]): void;
  problem: Problem | null;
}
type Options = { document: ShowDocument; edits: DocumentEdits };

export const useMediaEdits = (options: Options): MediaEdits => {
  const now = useRef(options);
  useEffect(() => {
    now.current = options;
  });
  const [problem, setProblem] = useState<Problem | null>(null);
  const actions = useMemo(() => {
    const send = (wanted: Result<DocumentEdit>): void => {
      setProblem(wanted.ok ? null : wanted);
      if (wanted.ok) void now.current.edits.edit(wanted.value);
    };
    return {
      rename: (id: string, title: string) => send(renameMedium(now.current.document, id, title)),
      remove: (ids: readonly string[]) => send(removeMedia(now.current.document, ids)),
    };
  }, []);
  return { ...actions, problem };
};
